import { uploadFile } from '../api/upload'
import type { KnowledgeDocument } from '../api/types'
import { UploadQueue } from './uploadQueue'

const queues = new Map<string, UploadQueue>()
const listeners = new Map<string, (document: KnowledgeDocument) => void>()

/** The uploads into a knowledge base; they go on while the person looks at other pages. */
export function uploadsInto(knowledgeBaseId: string): UploadQueue {
  let queue = queues.get(knowledgeBaseId)
  if (!queue) {
    queue = new UploadQueue(
      (file, onProgress, signal) => uploadFile(knowledgeBaseId, file, onProgress, signal),
      (document) => listeners.get(knowledgeBaseId)?.(document),
    )
    queues.set(knowledgeBaseId, queue)
  }
  return queue
}

/** The page that shows this knowledge base now; returns how to stop listening. */
export function onUploaded(knowledgeBaseId: string, listener: (document: KnowledgeDocument) => void): () => void {
  listeners.set(knowledgeBaseId, listener)
  return () => {
    if (listeners.get(knowledgeBaseId) === listener) listeners.delete(knowledgeBaseId)
  }
}

window.addEventListener('beforeunload', (event) => {
  if ([...queues.values()].some((queue) => queue.isActive)) event.preventDefault()
})
