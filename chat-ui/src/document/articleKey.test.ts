import { describe, expect, it } from 'vitest'
import { articleKeyOf, articleLabelOf, numberOf } from './articleKey'

describe('articleKeyOf', () => {
  it.each([
    ['23', '23'],
    ['第二十三条', '23'],
    ['二十三', '23'],
    [' 第 5 条 ', '5'],
    ['第一百二十条之一', '120-1'],
    ['120-1', '120-1'],
    ['第一千零三条', '1003'],
  ])('%s is %s', (typed, key) => expect(articleKeyOf(typed)).toBe(key))

  it.each(['', '条', '第条', '罚款', '第二三条', '0', '12a'])('%j is no article', (typed) =>
    expect(articleKeyOf(typed)).toBeNull(),
  )
})

describe('numberOf', () => {
  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零六', 106],
    ['一百一十', 110],
    ['两百', 200],
    ['一千二百六十', 1260],
    ['〇', 0],
  ])('%s is %d', (text, number) => expect(numberOf(text)).toBe(number))
})

describe('articleLabelOf', () => {
  it('finds the label at the head alone', () => {
    expect(articleLabelOf('第二十三条　任何单位')).toBe('第二十三条')
    expect(articleLabelOf('第一百二十条之一 有下列')).toBe('第一百二十条之一')
    expect(articleLabelOf('依照第二十三条处罚')).toBe('')
    expect(articleLabelOf('第二章　总则')).toBe('')
  })
})
