import type { AnswerEvent, Message } from '../api/types'

/** Ids of the two messages that are shown before the server has stored them. */
export const PENDING_QUESTION = 'pending-question'
export const PENDING_ANSWER = 'pending-answer'

/** The messages with a question that is on its way and its empty answer. */
export function withPending(messages: readonly Message[], text: string): Message[] {
  const createdAt = new Date().toISOString()
  const blank = { mode: null, model: null, citations: [], reason: null, createdAt, millis: null }
  return [
    ...messages,
    { ...blank, id: PENDING_QUESTION, role: 'USER', status: 'ANSWERED', text },
    { ...blank, id: PENDING_ANSWER, role: 'ASSISTANT', status: 'RUNNING', text: '' },
  ]
}

export function withoutPending(messages: readonly Message[]): Message[] {
  return messages.filter(({ id }) => id !== PENDING_QUESTION && id !== PENDING_ANSWER)
}

/** The messages after one more event of the answer's stream. */
export function applyEvent(messages: readonly Message[], event: AnswerEvent): Message[] {
  switch (event.event) {
    case 'started':
      return [...withoutPending(messages), event.question, event.answer]
    case 'evidence':
      return withAnswer(messages, (answer) => ({ ...answer, citations: event.citations }))
    case 'delta':
      return withAnswer(messages, (answer) => ({ ...answer, text: answer.text + event.text }))
    case 'finished':
      return messages.map((message) => (message.id === event.answer.id ? event.answer : message))
  }
}

function withAnswer(messages: readonly Message[], change: (answer: Message) => Message): Message[] {
  return messages.map((message, index) =>
    index === messages.length - 1 && message.status === 'RUNNING' ? change(message) : message,
  )
}

/** The question that an answer belongs to. */
export function questionOf(messages: readonly Message[], answerId: string): Message | undefined {
  const index = messages.findIndex(({ id }) => id === answerId)
  return messages.slice(0, Math.max(index, 0)).findLast(({ role }) => role === 'USER')
}
