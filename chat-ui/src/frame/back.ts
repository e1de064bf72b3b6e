/** A path of this application to return to after sign-in; anything else leads to the start. */
export function safeBack(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/assistant'
  return value.startsWith('/sign-in') ? '/assistant' : value
}
