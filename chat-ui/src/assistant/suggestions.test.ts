import { describe, expect, it } from 'vitest'
import { suggestQuestions } from './suggestions'

describe('suggestQuestions', () => {
  it('asks about real titles, each once', () => {
    const questions = suggestQuestions(['行道树养护办法', '《行道树养护办法》', '办事指南一览'])
    expect(questions).toHaveLength(2)
    expect(questions[0]).toContain('《行道树养护办法》')
    expect(questions[1]).toContain('《办事指南一览》')
  })

  it('leaves out titles that make no question', () => {
    expect(suggestQuestions(['a', '长'.repeat(31), ''])).toEqual([])
  })
})
