import { describe, expect, it } from 'vitest'
import type { Message } from '../api/types'
import { applyEvent, questionOf, withPending, withoutPending } from './messages'

function message(id: string, change: Partial<Message> = {}): Message {
  return {
    id,
    role: 'ASSISTANT',
    status: 'RUNNING',
    text: '',
    mode: null,
    model: null,
    citations: [],
    reason: null,
    createdAt: '2026-01-01T00:00:00Z',
    millis: null,
    ...change,
  }
}

const question = message('q', { role: 'USER', status: 'ANSWERED', text: '怎么申请？' })
const earlier = message('a0', { status: 'ANSWERED', text: '以前的回答' })

describe('applyEvent', () => {
  it('grows the running answer and ends with what the server stored', () => {
    let messages = withPending([earlier], '怎么申请？')
    messages = applyEvent(messages, { event: 'started', question, answer: message('a') })
    expect(messages.map(({ id }) => id)).toEqual(['a0', 'q', 'a'])
    messages = applyEvent(messages, { event: 'delta', text: '提前' })
    messages = applyEvent(messages, { event: 'delta', text: '申请。' })
    expect(messages.at(-1)?.text).toBe('提前申请。')
    expect(messages[0]).toBe(earlier)
    messages = applyEvent(messages, { event: 'finished', answer: message('a', { status: 'ANSWERED', text: '最终' }) })
    expect(messages.at(-1)).toMatchObject({ status: 'ANSWERED', text: '最终' })
  })

  it('does not touch an answer that is finished', () => {
    expect(applyEvent([earlier], { event: 'delta', text: '迟到' })).toEqual([earlier])
  })
})

describe('withoutPending', () => {
  it('takes back exactly what withPending added', () => {
    expect(withoutPending(withPending([earlier], '问'))).toEqual([earlier])
  })
})

describe('questionOf', () => {
  it('finds the question before the answer', () => {
    expect(questionOf([earlier, question, message('a')], 'a')?.id).toBe('q')
    expect(questionOf([question], 'missing')).toBeUndefined()
  })
})
