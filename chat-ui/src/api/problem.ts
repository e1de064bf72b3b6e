import type { ProblemBody } from './types'

/** A call that did not succeed: what happened, what to do next, and a code for programs. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly hint: string,
  ) {
    super(detail)
    this.name = 'Problem'
  }

  /** The server could not be reached; nothing is known about what it did. */
  get isNetwork(): boolean {
    return this.code === NETWORK
  }

  get isNotFound(): boolean {
    return this.status === 404
  }
}

const NETWORK = 'network'

export function networkProblem(): Problem {
  return new Problem(0, NETWORK, '连不上服务器。', '请检查网络，然后重试。')
}

export function problemOf(status: number, body: ProblemBody | null): Problem {
  const fallback = fallbackFor(status)
  return new Problem(
    status,
    body?.code || `http-${status}`,
    body?.detail || body?.title || fallback.detail,
    body?.hint || fallback.hint,
  )
}

/** Reads the problem out of an answer that may hold anything, such as a proxy's HTML page. */
export function problemFrom(status: number, text: string): Problem {
  try {
    const body: unknown = JSON.parse(text)
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) {
      return problemOf(status, body as ProblemBody)
    }
  } catch {
    // Not JSON: the status alone has to say it.
  }
  return problemOf(status, null)
}

/** Any thrown value as a problem, so that every page can show the same notice. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  // fetch says "no connection" with a TypeError
  if (error instanceof TypeError) return networkProblem()
  return new Problem(0, 'unexpected', '页面出错了。', '请刷新页面；仍然不行请联系管理员。')
}

function fallbackFor(status: number): { detail: string; hint: string } {
  if (status === 401) return { detail: '登录已过期。', hint: '请重新登录。' }
  if (status === 403) return { detail: '没有权限做这件事。', hint: '请联系管理员开通权限。' }
  if (status === 404) return { detail: '没有找到。', hint: '它可能已经被删除。' }
  if (status === 413) return { detail: '文件太大。', hint: '请拆分文件后再上传。' }
  if (status === 429) return { detail: '请求太频繁。', hint: '请稍等片刻再试。' }
  if (status >= 500) return { detail: '服务器出错了。', hint: '请稍后重试；仍然不行请联系管理员。' }
  return { detail: '请求没有成功。', hint: '请检查输入后重试。' }
}
