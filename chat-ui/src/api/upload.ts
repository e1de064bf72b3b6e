import { csrfHeader } from './csrf'
import { reportSignedOut } from './http'
import { networkProblem, problemFrom, problemOf } from './problem'
import type { KnowledgeDocument, UploadResult } from './types'

/**
 * Sends one file and tells how much of it has left, 0 to 1. XMLHttpRequest, because fetch does not report
 * how far an upload is.
 *
 * @throws Problem why this file was not accepted
 */
export async function uploadFile(
  knowledgeBaseId: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<KnowledgeDocument> {
  const headers = await csrfHeader()
  const answer = await post(`/api/knowledge-bases/${knowledgeBaseId}/documents`, file, headers, onProgress, signal)
  const result = (JSON.parse(answer) as { items: UploadResult[] }).items[0]
  if (result?.document) return result.document
  throw problemOf(result?.problem?.status ?? 422, result?.problem ?? null)
}

function post(
  path: string,
  file: File,
  headers: Record<string, string>,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(request.responseText)
      if (request.status === 401) reportSignedOut()
      reject(problemFrom(request.status, request.responseText))
    }
    request.onerror = () => reject(networkProblem())
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('files', file, file.name)
    request.send(form)
  })
}
