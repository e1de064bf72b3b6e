import { computed, ref } from 'vue'
import { deleteConversation, listConversations, changeConversation } from '../api/conversations'
import { asProblem } from '../api/problem'
import type { Problem } from '../api/problem'
import type { Conversation } from '../api/types'

/** The person's conversations, latest first. */
export function useConversationList() {
  const items = ref<Conversation[]>([])
  const next = ref<string | null>(null)
  const loaded = ref(false)
  const problem = ref<Problem | null>(null)
  const wanted = ref('')

  const shown = computed(() => {
    const words = wanted.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
    return items.value.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
  })

  async function read(cursor: string | null = null) {
    problem.value = null
    try {
      const slice = await listConversations(cursor)
      items.value = cursor ? [...items.value, ...slice.items] : slice.items
      next.value = slice.next ?? null
      loaded.value = true
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  async function rename(id: string, title: string) {
    const changed = await changeConversation(id, { title })
    items.value = items.value.map((item) => (item.id === id ? changed : item))
    return changed
  }

  async function remove(id: string) {
    await deleteConversation(id)
    items.value = items.value.filter((item) => item.id !== id)
  }

  return { items, shown, wanted, next, loaded, problem, read, rename, remove }
}
