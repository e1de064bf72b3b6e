import { describe, expect, it, vi } from 'vitest'
import { Problem } from '../api/problem'
import type { KnowledgeDocument } from '../api/types'
import { UploadQueue } from './uploadQueue'

interface Call {
  file: File
  signal: AbortSignal
  accept: () => void
  refuse: (error: unknown) => void
}

function queueOf(limit = 3) {
  const calls: Call[] = []
  const accepted: string[] = []
  const queue = new UploadQueue(
    (file, _, signal) =>
      new Promise((resolve, reject) => {
        calls.push({ file, signal, accept: () => resolve({ name: file.name } as KnowledgeDocument), refuse: reject })
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      }),
    ({ name }) => accepted.push(name),
    limit,
  )
  return { queue, calls, accepted }
}

const files = (count: number) => Array.from({ length: count }, (_, index) => new File(['x'], `${index}.md`))
const states = (queue: UploadQueue) => queue.uploads.map(({ state }) => state)
const settle = () => vi.waitFor(() => Promise.resolve())

describe('UploadQueue', () => {
  it('never sends more than three at once, and sends them all', async () => {
    const { queue, calls, accepted } = queueOf()
    queue.add(files(10))
    queue.add(files(2))
    for (let done = 0; done < 12; done++) {
      expect(queue.uploads.filter(({ state }) => state === 'SENDING').length).toBe(Math.min(3, 12 - done))
      expect(calls.length).toBe(Math.min(done + 3, 12))
      calls[done]!.accept()
      await settle()
    }
    expect(accepted.length).toBe(12)
    expect(queue.isActive).toBe(false)
  })

  it('keeps a failed upload with its reason and goes on with the others', async () => {
    const { queue, calls } = queueOf(1)
    queue.add(files(2))
    calls[0]!.refuse(new Problem(415, 'unsupported', '不支持这种文件。', '请换一种格式。'))
    await settle()
    expect(states(queue)).toEqual(['FAILED', 'SENDING'])
    expect(queue.uploads[0]?.problem?.detail).toBe('不支持这种文件。')
  })

  it('sends a failed upload again when asked', async () => {
    const { queue, calls, accepted } = queueOf(1)
    queue.add(files(1))
    calls[0]!.refuse(new TypeError('network'))
    await settle()
    expect(queue.uploads[0]?.problem?.isNetwork).toBe(true)
    queue.retry(queue.uploads[0]!)
    calls[1]!.accept()
    await settle()
    expect(accepted).toEqual(['0.md'])
    expect(states(queue)).toEqual(['ACCEPTED'])
  })

  it('breaks off what is removed and lets the next one in', async () => {
    const { queue, calls } = queueOf(1)
    queue.add(files(2))
    queue.remove(queue.uploads[0]!)
    await settle()
    expect(calls[0]?.signal.aborted).toBe(true)
    expect(queue.uploads.map(({ file, state }) => [file.name, state])).toEqual([['1.md', 'SENDING']])
  })
})
