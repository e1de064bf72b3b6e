import { describe, expect, it } from 'vitest'
import { Problem, asProblem, networkProblem, problemFrom } from './problem'

describe('problemFrom', () => {
  it('takes detail, hint and code from the server', () => {
    const body = { status: 409, code: 'name-taken', detail: '已有同名知识库。', hint: '请换一个名称。' }
    expect(problemFrom(409, JSON.stringify(body))).toMatchObject({
      status: 409,
      code: 'name-taken',
      detail: '已有同名知识库。',
      hint: '请换一个名称。',
    })
  })

  it('says what the status means when the body is a proxy page', () => {
    const problem = problemFrom(502, '<html><body>Bad Gateway</body></html>')
    expect(problem.code).toBe('http-502')
    expect(problem.detail).toBe('服务器出错了。')
    expect(problem.hint).not.toBe('')
  })

  it.each(['', 'null', '[]', '"text"', '{}'])('has a detail for the body %j', (body) => {
    expect(problemFrom(400, body).detail).not.toBe('')
  })

  it('falls back to the title', () => {
    expect(problemFrom(400, '{"title":"请求有误"}').detail).toBe('请求有误')
  })
})

describe('asProblem', () => {
  it('takes a failed fetch for a lost connection', () => {
    expect(asProblem(new TypeError('Failed to fetch')).isNetwork).toBe(true)
    expect(networkProblem().hint).toContain('网络')
  })

  it('leaves a problem as it is and gives anything else words', () => {
    const problem = new Problem(404, 'not-found', '没有。', '')
    expect(asProblem(problem)).toBe(problem)
    expect(asProblem('?').detail).not.toBe('')
  })
})
