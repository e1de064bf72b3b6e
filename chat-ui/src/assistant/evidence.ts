import type { Citation } from '../api/types'

/** Which passage of which answer is shown beside the conversation. */
export interface OpenedEvidence {
  messageId: string
  number: number
  citations: readonly Citation[]
}
