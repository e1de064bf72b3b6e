export interface ServerSentEvent {
  event: string
  data: string
}

/**
 * Cuts a text/event-stream into events, whatever the borders of the pieces it arrives in.
 * An event counts only when the empty line behind it has arrived (HTML standard, section 9.2.6).
 */
export class SseParser {
  private buffer = ''
  private event = ''
  private data: string[] = []

  /** The events completed by this piece of the stream. */
  push(piece: string): ServerSentEvent[] {
    this.buffer += piece
    const events: ServerSentEvent[] = []
    for (;;) {
      const line = this.takeLine()
      if (line === null) return events
      const event = this.read(line)
      if (event) events.push(event)
    }
  }

  private takeLine(): string | null {
    const end = this.buffer.search(/[\r\n]/)
    if (end < 0) return null
    const isReturn = this.buffer[end] === '\r'
    // The line feed of a \r\n may still be on its way.
    if (isReturn && end === this.buffer.length - 1) return null
    const width = isReturn && this.buffer[end + 1] === '\n' ? 2 : 1
    const line = this.buffer.slice(0, end)
    this.buffer = this.buffer.slice(end + width)
    return line
  }

  private read(line: string): ServerSentEvent | null {
    if (line === '') return this.dispatch()
    const colon = line.indexOf(':')
    if (colon === 0) return null
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') this.event = value
    if (field === 'data') this.data.push(value)
    return null
  }

  private dispatch(): ServerSentEvent | null {
    const complete = this.data.length > 0 ? { event: this.event || 'message', data: this.data.join('\n') } : null
    this.event = ''
    this.data = []
    return complete
  }
}

/** The events of a response as they arrive. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const parser = new SseParser()
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield* parser.push(decoder.decode(value, { stream: true }))
    }
  } finally {
    // Leaving early must also close the connection; a reader that has already failed has nothing to cancel.
    await reader.cancel().catch(() => undefined)
  }
}
