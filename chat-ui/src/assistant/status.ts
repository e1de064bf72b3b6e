import { readonly, ref } from 'vue'
import { fetchAssistantStatus } from '../api/conversations'
import type { AssistantStatus } from '../api/types'

const current = ref<AssistantStatus | null>(null)

/** How answers come about here; null while it is not known. */
export const assistantStatus = readonly(current)

/** The label is left out when this fails: whatever made it fail is shown by the page's own calls. */
export async function readAssistantStatus(): Promise<void> {
  current.value = await fetchAssistantStatus().catch(() => current.value)
}
