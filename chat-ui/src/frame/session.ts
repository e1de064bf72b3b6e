import { readonly, ref } from 'vue'
import { createSession, deleteSession, fetchSession } from '../api/session'
import type { Session } from '../api/types'

const current = ref<Session | null>(null)

/** Who is signed in here; null when nobody is or it is not known yet. */
export const session = readonly(current)

/** Asks the server once; later calls answer from memory. */
export async function loadSession(): Promise<Session> {
  current.value ??= await fetchSession()
  return current.value
}

export async function signIn(username: string, password: string): Promise<void> {
  current.value = await createSession(username, password)
}

export async function signOut(): Promise<void> {
  await deleteSession()
  current.value = null
}

export function forgetSession(): void {
  current.value = null
}
