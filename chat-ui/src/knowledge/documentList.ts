import { computed, onScopeDispose, ref, watch } from 'vue'
import type { Ref } from 'vue'
import { fetchKnowledgeBase, listDocuments } from '../api/knowledge'
import { asProblem } from '../api/problem'
import type { Problem } from '../api/problem'
import type { KnowledgeBase, KnowledgeDocument, Stage } from '../api/types'
import { isInProgress } from './stages'
import { onUploaded } from './uploads'

const PART = 50
const POLL_MILLIS = 1500

export interface DocumentFilter {
  stage: Stage | null
  name: string
}

/** A knowledge base and its documents as filtered, kept up to date while something is in progress. */
export function useDocumentList(knowledgeBaseId: Ref<string>, filter: Ref<DocumentFilter>) {
  const knowledgeBase = ref<KnowledgeBase | null>(null)
  const documents = ref<KnowledgeDocument[]>([])
  const next = ref<string | null>(null)
  const loaded = ref(false)
  const loadingMore = ref(false)
  const problem = ref<Problem | null>(null)
  /** Answers to an older question are thrown away. */
  let turn = 0
  let stopListening: () => void = () => undefined

  const inProgress = computed(
    () => (knowledgeBase.value?.documents.inProgress ?? 0) > 0 || documents.value.some(isInProgress),
  )

  async function read(limit = PART) {
    const mine = ++turn
    try {
      const [base, slice] = await Promise.all([
        fetchKnowledgeBase(knowledgeBaseId.value),
        listDocuments(knowledgeBaseId.value, { ...filter.value, limit }),
      ])
      if (mine !== turn) return
      knowledgeBase.value = base
      documents.value = withTail(slice.items, limit)
      if (documents.value.length === slice.items.length) next.value = slice.next ?? null
      problem.value = null
      loaded.value = true
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
    }
  }

  /** Rows beyond what one refresh can read stay as they are. */
  function withTail(fresh: KnowledgeDocument[], limit: number): KnowledgeDocument[] {
    if (fresh.length < limit || documents.value.length <= limit) return fresh
    const known = new Set(fresh.map(({ id }) => id))
    return [...fresh, ...documents.value.slice(limit).filter(({ id }) => !known.has(id))]
  }

  async function more() {
    if (!next.value || loadingMore.value) return
    loadingMore.value = true
    const mine = turn
    try {
      const slice = await listDocuments(knowledgeBaseId.value, { ...filter.value, cursor: next.value, limit: PART })
      if (mine !== turn) return
      documents.value.push(...slice.items)
      next.value = slice.next ?? null
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      loadingMore.value = false
    }
  }

  const refresh = () => read(Math.min(Math.max(documents.value.length, PART), 200))

  function restart() {
    documents.value = []
    next.value = null
    loaded.value = false
    void read()
  }

  watch(
    knowledgeBaseId,
    (id) => {
      stopListening()
      stopListening = onUploaded(id, () => void refresh())
      knowledgeBase.value = null
    },
    { immediate: true },
  )
  watch([knowledgeBaseId, filter], restart, { immediate: true })

  const timer = setInterval(() => {
    if (inProgress.value && !document.hidden) void refresh()
  }, POLL_MILLIS)
  onScopeDispose(() => {
    clearInterval(timer)
    stopListening()
    turn = -1
  })

  return { knowledgeBase, documents, next, loaded, loadingMore, problem, inProgress, more, refresh, restart }
}
