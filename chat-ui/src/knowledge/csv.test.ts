import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('csvOf', () => {
  it('quotes what would break a row', () => {
    expect(csvOf(['名称', '条'], [['甲,"乙"\n丙', 3], [null, -1]])).toBe('\uFEFF名称,条\r\n"甲,""乙""\n丙",3\r\n,-1\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])('does not let the name %s become a formula', (name) => {
    expect(csvOf(['名称'], [[name]])).toContain(`'${name}`)
  })
})
