import { reactive } from 'vue'
import { isAbort } from '../api/http'
import { asProblem } from '../api/problem'
import type { Problem } from '../api/problem'
import type { KnowledgeDocument } from '../api/types'

export type UploadState = 'WAITING' | 'SENDING' | 'ACCEPTED' | 'FAILED'

export interface Upload {
  readonly key: number
  readonly file: File
  state: UploadState
  /** How much has left, 0 to 1. */
  sent: number
  problem: Problem | null
}

export type SendFile = (
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
) => Promise<KnowledgeDocument>

/** Sends files a few at a time. A failed one stays with its reason and does not hold up the others. */
export class UploadQueue {
  readonly uploads: Upload[] = reactive([])
  private readonly running = new Map<number, AbortController>()
  private nextKey = 1

  constructor(
    private readonly send: SendFile,
    private readonly onAccepted: (document: KnowledgeDocument) => void,
    private readonly limit = 3,
  ) {}

  add(files: readonly File[]): void {
    for (const file of files) {
      this.uploads.push({ key: this.nextKey++, file, state: 'WAITING', sent: 0, problem: null })
    }
    this.startMore()
  }

  retry(upload: Upload): void {
    if (upload.state !== 'FAILED') return
    Object.assign(upload, { state: 'WAITING', sent: 0, problem: null })
    this.startMore()
  }

  /** Takes an upload off the list; one that is under way is broken off. */
  remove(upload: Upload): void {
    this.running.get(upload.key)?.abort()
    const index = this.uploads.indexOf(upload)
    if (index >= 0) this.uploads.splice(index, 1)
  }

  clearAccepted(): void {
    for (const upload of this.uploads.filter(({ state }) => state === 'ACCEPTED')) this.remove(upload)
  }

  get isActive(): boolean {
    return this.uploads.some(({ state }) => state === 'WAITING' || state === 'SENDING')
  }

  private startMore(): void {
    for (const upload of this.uploads) {
      if (this.running.size >= this.limit) return
      if (upload.state === 'WAITING') void this.run(upload)
    }
  }

  private async run(upload: Upload): Promise<void> {
    const abort = new AbortController()
    this.running.set(upload.key, abort)
    upload.state = 'SENDING'
    try {
      const document = await this.send(upload.file, (sent) => (upload.sent = sent), abort.signal)
      upload.state = 'ACCEPTED'
      upload.sent = 1
      this.onAccepted(document)
    } catch (error) {
      upload.state = 'FAILED'
      if (!isAbort(error)) upload.problem = asProblem(error)
    } finally {
      this.running.delete(upload.key)
      this.startMore()
    }
  }
}
