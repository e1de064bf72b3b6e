import { getJson, sendJson, sendOnly } from './http'
import type { Session } from './types'

export const fetchSession = () => getJson<Session>('/api/session', { mayBeSignedOut: true })

export const createSession = (username: string, password: string) =>
  sendJson<Session>('POST', '/api/session', { username, password }, { mayBeSignedOut: true })

export const deleteSession = () => sendOnly('DELETE', '/api/session')

export const changePassword = (current: string, replacement: string) =>
  sendOnly('PUT', '/api/account/password', { current, replacement })
