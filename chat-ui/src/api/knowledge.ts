import { getJson, sendJson, sendOnly, withQuery } from './http'
import type { CallOptions } from './http'
import type {
  ArticleText,
  DocumentElement,
  KnowledgeBase,
  KnowledgeDocument,
  Slice,
  Stage,
} from './types'

export const listKnowledgeBases = (cursor?: string | null, limit?: number) =>
  getJson<Slice<KnowledgeBase>>(withQuery('/api/knowledge-bases', { cursor, limit }))

export const fetchKnowledgeBase = (id: string) =>
  getJson<KnowledgeBase>(`/api/knowledge-bases/${encodeURIComponent(id)}`)

export const createKnowledgeBase = (name: string, description: string) =>
  sendJson<KnowledgeBase>('POST', '/api/knowledge-bases', { name, description })

export const changeKnowledgeBase = (id: string, name: string, description: string) =>
  sendJson<KnowledgeBase>('PATCH', `/api/knowledge-bases/${id}`, { name, description })

export const deleteKnowledgeBase = (id: string) => sendOnly('DELETE', `/api/knowledge-bases/${id}`)

export interface DocumentQuery {
  stage?: Stage | null
  name?: string | null
  cursor?: string | null
  limit?: number
}

export const listDocuments = (knowledgeBaseId: string, query: DocumentQuery = {}) =>
  getJson<Slice<KnowledgeDocument>>(
    withQuery(`/api/knowledge-bases/${encodeURIComponent(knowledgeBaseId)}/documents`, { ...query }),
  )

export const fetchDocument = (id: string) =>
  getJson<KnowledgeDocument>(`/api/documents/${encodeURIComponent(id)}`)

export const deleteDocument = (id: string) => sendOnly('DELETE', `/api/documents/${id}`)

export const retryDocument = (id: string) => sendOnly('POST', `/api/documents/${id}/retry`)

export const originalAddress = (id: string) => `/api/documents/${encodeURIComponent(id)}/original`

export const listElements = (id: string, cursor?: string | null, limit?: number, options?: CallOptions) =>
  getJson<Slice<DocumentElement>>(
    withQuery(`/api/documents/${encodeURIComponent(id)}/elements`, { cursor, limit }),
    options,
  )

export const fetchArticle = (id: string, key: string) =>
  getJson<ArticleText>(`/api/documents/${encodeURIComponent(id)}/articles/${encodeURIComponent(key)}`)
