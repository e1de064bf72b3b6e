/** The shapes of docs/http-api.md. */

export type AnswerMode = 'EXTRACTIVE' | 'MODEL'

export interface Slice<T> {
  items: T[]
  /** Cursor of the next part; absent at the end. */
  next?: string | null
}

export interface User {
  id: string
  username: string
  displayName: string
  roles: string[]
}

export interface Session {
  user: User
}

/** How answers come about: by a language model with a name, or as excerpts without one. */
export interface AssistantStatus {
  mode: AnswerMode
  model: string | null
}

export interface KnowledgeBase {
  id: string
  name: string
  description: string
  documents: { total: number; searchable: number; inProgress: number; refused: number }
  chunks: number
  createdAt: string
  updatedAt: string
}

export type Stage = 'QUEUED' | 'PARSING' | 'INDEXING' | 'SEARCHABLE' | 'REJECTED' | 'FAILED'

export interface KnowledgeDocument {
  id: string
  knowledgeBaseId: string
  name: string
  title: string | null
  mediaType: string | null
  size: number
  sha256: string
  stage: Stage
  /** 0 to 1 within INDEXING. */
  progress: number | null
  reason: string | null
  hint: string | null
  characters: number | null
  articles: number | null
  chunks: number | null
  pages: number | null
  uploadedAt: string
  updatedAt: string
}

export interface ProblemBody {
  type?: string
  title?: string
  status?: number
  detail?: string
  code?: string
  hint?: string
}

export interface UploadResult {
  name: string
  document: KnowledgeDocument | null
  problem: ProblemBody | null
}

export type ElementType = 'HEADING' | 'PARAGRAPH' | 'LIST_ITEM' | 'TABLE'

/** A piece of a document in reading order; offsets are string indexes of the document's text. */
export interface DocumentElement {
  ordinal: number
  type: ElementType
  /** Of a heading, from 1; 0 for everything else. */
  level: number
  text: string
  start: number
  end: number
  page: number | null
}

export interface ArticleText {
  label: string
  headingPath: string[]
  text: string
  start: number
  end: number
}

export interface Citation {
  number: number
  knowledgeBaseId: string
  documentId: string
  documentTitle: string
  headingPath: string[]
  /** As it is cited, such as 第二十三条; null outside of articles. */
  article: string | null
  start: number
  end: number
  quote: string
}

export type MessageStatus = 'RUNNING' | 'ANSWERED' | 'REFUSED' | 'FAILED' | 'CANCELLED'

export interface Message {
  id: string
  role: 'USER' | 'ASSISTANT'
  status: MessageStatus
  text: string
  mode: AnswerMode | null
  model: string | null
  citations: Citation[]
  reason: string | null
  createdAt: string
  millis: number | null
}

export interface Conversation {
  id: string
  title: string
  knowledgeBaseIds: string[]
  updatedAt: string
}

export type AnswerEvent =
  | { event: 'started'; question: Message; answer: Message }
  | { event: 'evidence'; citations: Citation[] }
  | { event: 'delta'; text: string }
  | { event: 'finished'; answer: Message }
