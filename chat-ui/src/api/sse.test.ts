import { describe, expect, it } from 'vitest'
import { SseParser, eventsOf } from './sse'
import type { ServerSentEvent } from './sse'

const STREAM = 'event: started\ndata: {"a":"绿"}\n\n: ping\n\nevent: delta\r\ndata: {"text":"一\\n二"}\r\n\r\ndata: x\ndata: y\n\n'
const EVENTS: ServerSentEvent[] = [
  { event: 'started', data: '{"a":"绿"}' },
  { event: 'delta', data: '{"text":"一\\n二"}' },
  { event: 'message', data: 'x\ny' },
]

describe('SseParser', () => {
  it('finds the same events wherever the stream is cut in two', () => {
    for (let cut = 0; cut <= STREAM.length; cut++) {
      const parser = new SseParser()
      expect([...parser.push(STREAM.slice(0, cut)), ...parser.push(STREAM.slice(cut))]).toEqual(EVENTS)
    }
  })

  it('finds the same events character by character', () => {
    const parser = new SseParser()
    expect([...STREAM].flatMap((character) => parser.push(character))).toEqual(EVENTS)
  })

  it('holds back an event whose empty line has not arrived', () => {
    const parser = new SseParser()
    expect(parser.push('event: delta\ndata: 1\n')).toEqual([])
    expect(parser.push('\n')).toEqual([{ event: 'delta', data: '1' }])
  })

  it('ignores fields without data, comments and unknown fields', () => {
    expect(new SseParser().push(':hello\nevent: nothing\n\nid: 7\nretry: 10\ndata:tight\n\n')).toEqual([
      { event: 'message', data: 'tight' },
    ])
  })
})

describe('eventsOf', () => {
  it('joins a character that was cut between two pieces of bytes', async () => {
    const bytes = new TextEncoder().encode('data: 绿化\n\n')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const found: ServerSentEvent[] = []
    for await (const event of eventsOf(body)) found.push(event)
    expect(found).toEqual([{ event: 'message', data: '绿化' }])
  })
})
