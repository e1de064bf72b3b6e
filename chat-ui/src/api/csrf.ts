const COOKIE = 'XSRF-TOKEN'
const HEADER = 'X-XSRF-TOKEN'

/** The value of a cookie in a `document.cookie` string. */
export function cookieValue(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const separator = part.indexOf('=')
    if (part.slice(0, separator).trim() === name) {
      return decodeURIComponent(part.slice(separator + 1).trim())
    }
  }
  return null
}

/** The header that every changing request carries; asks the server for a token when there is none yet. */
export async function csrfHeader(): Promise<Record<string, string>> {
  if (cookieValue(document.cookie, COOKIE) === null) {
    // Any response sets the cookie, a refused one as well. If this fails, so will the call that needs it.
    await fetch('/api/session', { headers: { Accept: 'application/json' } }).catch(() => undefined)
  }
  const token = cookieValue(document.cookie, COOKIE)
  return token === null ? {} : { [HEADER]: token }
}
