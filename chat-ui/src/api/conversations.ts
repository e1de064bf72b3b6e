import { getJson, send, sendJson, sendOnly, withQuery } from './http'
import { eventsOf } from './sse'
import type { AnswerEvent, AssistantStatus, Conversation, Message, Slice } from './types'

export const fetchAssistantStatus = () => getJson<AssistantStatus>('/api/assistant')

export const listConversations = (cursor?: string | null) =>
  getJson<Slice<Conversation>>(withQuery('/api/conversations', { cursor }))

export const createConversation = (knowledgeBaseIds: string[]) =>
  sendJson<Conversation>('POST', '/api/conversations', { knowledgeBaseIds })

export const fetchConversation = (id: string) =>
  getJson<Conversation>(`/api/conversations/${encodeURIComponent(id)}`)

export const changeConversation = (
  id: string,
  change: Partial<Pick<Conversation, 'title' | 'knowledgeBaseIds'>>,
) => sendJson<Conversation>('PATCH', `/api/conversations/${id}`, change)

export const deleteConversation = (id: string) => sendOnly('DELETE', `/api/conversations/${id}`)

/** Newest first. */
export const listMessages = (conversationId: string, cursor?: string | null) =>
  getJson<Slice<Message>>(
    withQuery(`/api/conversations/${encodeURIComponent(conversationId)}/messages`, { cursor }),
  )

export const cancelAnswer = (messageId: string) => sendOnly('POST', `/api/messages/${messageId}/cancel`)

/** Asks and yields the answer while it is written. */
export async function* ask(
  conversationId: string,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const response = await send(
    'POST',
    `/api/conversations/${conversationId}/questions`,
    { text },
    { signal },
    'text/event-stream',
  )
  if (!response.body) return
  for await (const { event, data } of eventsOf(response.body)) {
    // A newer server may send events that this page does not know.
    if (KNOWN.has(event)) yield { event, ...JSON.parse(data) } as AnswerEvent
  }
}

const KNOWN = new Set(['started', 'evidence', 'delta', 'finished'])
