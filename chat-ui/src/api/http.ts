import { csrfHeader } from './csrf'
import { asProblem, problemFrom } from './problem'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface CallOptions {
  signal?: AbortSignal
  /** A refused sign-in is an answer, not a lost session. */
  mayBeSignedOut?: boolean
}

let onSignedOut: () => void = () => undefined

/** What to do when any call finds that nobody is signed in. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action
}

export function reportSignedOut(): void {
  onSignedOut()
}

/** Sends a request and returns its successful response; anything else is thrown as a Problem. */
export async function send(
  method: Method,
  path: string,
  body?: unknown,
  options: CallOptions = {},
  accept = 'application/json',
): Promise<Response> {
  const headers = new Headers({ Accept: `${accept}, application/problem+json` })
  if (method !== 'GET') {
    for (const [name, value] of Object.entries(await csrfHeader())) headers.set(name, value)
  }
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
    })
  } catch (error) {
    if (isAbort(error)) throw error
    throw asProblem(error)
  }
  if (response.ok) return response
  if (response.status === 401 && !options.mayBeSignedOut) onSignedOut()
  throw problemFrom(response.status, await response.text())
}

export async function getJson<T>(path: string, options?: CallOptions): Promise<T> {
  return (await send('GET', path, undefined, options)).json()
}

export async function sendJson<T>(
  method: Method,
  path: string,
  body?: unknown,
  options?: CallOptions,
): Promise<T> {
  return (await send(method, path, body, options)).json()
}

export async function sendOnly(
  method: Method,
  path: string,
  body?: unknown,
  options?: CallOptions,
): Promise<void> {
  await send(method, path, body, options)
}

/** `/path?a=1&b=2` without the parameters that have no value. */
export function withQuery(
  path: string,
  parameters: Record<string, string | number | null | undefined>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
