import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import * as api from '../api/conversations'
import { isAbort } from '../api/http'
import { asProblem } from '../api/problem'
import type { Problem } from '../api/problem'
import type { Conversation, Message } from '../api/types'
import { PENDING_ANSWER, applyEvent, withPending, withoutPending } from './messages'

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 8000

/** The open conversation: its messages, and the answer that is being written. */
export function useConversation() {
  const conversation = ref<Conversation | null>(null)
  const messages = shallowRef<Message[]>([])
  const older = ref<string | null>(null)
  const loading = ref(false)
  const problem = ref<Problem | null>(null)
  /** The stream broke off; the messages are being read again. */
  const lost = ref(false)
  /** What the person typed, when it did not reach the server. */
  const unsent = ref('')
  let work = new AbortController()

  const running = computed(() => messages.value.findLast(({ status }) => status === 'RUNNING') ?? null)

  function clear(): AbortSignal {
    work.abort()
    work = new AbortController()
    conversation.value = null
    messages.value = []
    older.value = null
    problem.value = null
    lost.value = false
    loading.value = false
    return work.signal
  }

  async function open(id: string) {
    const signal = clear()
    loading.value = true
    try {
      const [opened, slice] = await Promise.all([api.fetchConversation(id), api.listMessages(id)])
      if (signal.aborted) return
      conversation.value = opened
      messages.value = slice.items.toReversed()
      older.value = slice.next ?? null
      if (running.value) void follow(id, signal)
    } catch (error) {
      if (!signal.aborted) problem.value = asProblem(error)
    } finally {
      if (!signal.aborted) loading.value = false
    }
  }

  async function readOlder() {
    if (!conversation.value || !older.value) return
    try {
      const slice = await api.listMessages(conversation.value.id, older.value)
      messages.value = [...slice.items.toReversed(), ...messages.value]
      older.value = slice.next ?? null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  /** Asks in the open conversation, or in a new one about the given knowledge bases. */
  async function ask(text: string, knowledgeBaseIds: string[]) {
    if (running.value) return
    const { signal } = work
    problem.value = null
    unsent.value = ''
    messages.value = withPending(messages.value, text)
    try {
      conversation.value ??= await api.createConversation(knowledgeBaseIds)
      if (signal.aborted) return
      for await (const event of api.ask(conversation.value.id, text, signal)) {
        messages.value = applyEvent(messages.value, event)
      }
      if (running.value) await recover(text, signal)
    } catch (error) {
      if (isAbort(error) || signal.aborted) return
      const cause = asProblem(error)
      if (conversation.value && cause.status === 0) await recover(text, signal)
      else giveBack(text, cause)
    }
  }

  /** The server refused the question, so nothing of it is kept there. */
  function giveBack(text: string, cause: Problem) {
    messages.value = withoutPending(messages.value)
    unsent.value = text
    problem.value = cause
  }

  /** After a broken stream only the server knows whether it has the question. */
  async function recover(text: string, signal: AbortSignal) {
    lost.value = true
    const before = messages.value.some(({ id }) => id === PENDING_ANSWER) ? messages.value.length - 2 : null
    await follow(conversation.value!.id, signal)
    if (signal.aborted) return
    lost.value = false
    if (before !== null && messages.value.length <= before) unsent.value = text
  }

  /** Reads the messages again until no answer is being written. */
  async function follow(id: string, signal: AbortSignal) {
    let pause = FIRST_PAUSE
    while (!signal.aborted) {
      try {
        const slice = await api.listMessages(id)
        if (signal.aborted) return
        const fresh = slice.items.toReversed()
        const known = new Set(fresh.map((message) => message.id))
        const earlier = withoutPending(messages.value).filter((message) => !known.has(message.id))
        messages.value = [...earlier, ...fresh]
        pause = FIRST_PAUSE
        if (!running.value) {
          lost.value = false
          return
        }
      } catch (error) {
        const cause = asProblem(error)
        if (cause.status === 401 || cause.isNotFound) {
          problem.value = cause
          return
        }
        lost.value = true
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  async function stop() {
    const answer = running.value
    if (!answer) return
    if (answer.id !== PENDING_ANSWER) return api.cancelAnswer(answer.id)
    // Not even begun: leave the stream and see what the server made of it.
    const text = messages.value.at(-2)?.text ?? ''
    work.abort()
    work = new AbortController()
    if (conversation.value) await recover(text, work.signal)
    else messages.value = withoutPending(messages.value)
  }

  onScopeDispose(() => work.abort())
  return { conversation, messages, older, loading, problem, lost, unsent, running, clear, open, readOlder, ask, stop }
}
