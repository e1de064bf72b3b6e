import { computed, ref } from 'vue'
import { listDocuments, listKnowledgeBases } from '../api/knowledge'
import { asProblem } from '../api/problem'
import type { Problem } from '../api/problem'
import type { KnowledgeBase } from '../api/types'
import { suggestQuestions } from './suggestions'

/** What can be asked about: the knowledge bases, and questions that fit their documents. */
export function useAskable() {
  const knowledgeBases = ref<KnowledgeBase[]>([])
  const questions = ref<string[]>([])
  const loaded = ref(false)
  const problem = ref<Problem | null>(null)
  const anySearchable = computed(() => knowledgeBases.value.some(({ documents }) => documents.searchable > 0))

  async function read() {
    problem.value = null
    try {
      knowledgeBases.value = (await listKnowledgeBases(null, 200)).items
      const filled = knowledgeBases.value.filter(({ documents }) => documents.searchable > 0).slice(0, 3)
      const slices = await Promise.all(filled.map(({ id }) => listDocuments(id, { stage: 'SEARCHABLE', limit: 4 })))
      questions.value = suggestQuestions(turnByTurn(slices.map(({ items }) => items.map(titleOf))))
      loaded.value = true
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  return { knowledgeBases, questions, loaded, problem, anySearchable, read }
}

function titleOf({ title, name }: { title: string | null; name: string }): string {
  return title || name.replace(/\.[^.]+$/, '')
}

/** The first of each list, then the second of each, and so on. */
function turnByTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat()
}
