import { onScopeDispose, ref, shallowRef, toValue, watch } from 'vue'
import type { MaybeRefOrGetter } from 'vue'
import { isAbort } from '../api/http'
import { listElements } from '../api/knowledge'
import { asProblem } from '../api/problem'
import type { Problem } from '../api/problem'
import type { DocumentElement } from '../api/types'

/** The first part is small so that there is something to read at once; the contract allows up to 1,000. */
const FIRST_PART = 200
const PART = 1000

/** Texts read lately, so that going from citation to citation of one document does not read it again. */
const KEPT = 4
const kept = new Map<string, DocumentElement[]>()

/** The whole text of a document, read part by part in reading order. */
export function useDocumentText(documentId: MaybeRefOrGetter<string>) {
  const elements = shallowRef<DocumentElement[]>([])
  const complete = ref(false)
  const problem = ref<Problem | null>(null)
  let reading = new AbortController()

  async function read(id: string) {
    reading.abort()
    const { signal } = (reading = new AbortController())
    problem.value = null
    elements.value = kept.get(id) ?? []
    complete.value = kept.has(id)
    if (complete.value) return
    try {
      let cursor: string | null | undefined
      do {
        const part = await listElements(id, cursor, cursor ? PART : FIRST_PART, { signal })
        if (signal.aborted) return
        elements.value = elements.value.concat(part.items)
        cursor = part.next
      } while (cursor)
      complete.value = true
      keep(id, elements.value)
    } catch (error) {
      if (!isAbort(error)) problem.value = asProblem(error)
    }
  }

  watch(() => toValue(documentId), read, { immediate: true })
  onScopeDispose(() => reading.abort())
  return { elements, complete, problem, retry: () => read(toValue(documentId)) }
}

function keep(id: string, elements: DocumentElement[]) {
  kept.delete(id)
  kept.set(id, elements)
  const oldest = kept.keys().next().value
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}
