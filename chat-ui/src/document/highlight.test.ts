import { describe, expect, it } from 'vitest'
import { overlaps, parseRange, rangeParameter, segmentsOf } from './highlight'

const TEXT = '第二条　应当报告。'
const START = 100

const marked = (start: number, end: number) =>
  segmentsOf(TEXT, START, { start, end }, 3)
    .filter((segment) => segment.marked)
    .map(({ label, text }) => label + text)
    .join('')

describe('segmentsOf', () => {
  it('marks exactly the range, whatever it is', () => {
    for (let start = START - 2; start < START + TEXT.length + 2; start++) {
      for (let end = start + 1; end <= START + TEXT.length + 3; end++) {
        const inside = TEXT.slice(Math.max(start - START, 0), Math.max(end - START, 0))
        expect(marked(start, end)).toBe(inside)
        const all = segmentsOf(TEXT, START, { start, end }, 3)
        expect(all.map(({ label, text }) => label + text).join('')).toBe(TEXT)
        expect(all.map(({ label }) => label).join('')).toBe('第二条')
      }
    }
  })

  it('keeps the label and the passage in one mark', () => {
    expect(segmentsOf(TEXT, START, { start: START, end: START + TEXT.length }, 3)).toEqual([
      { label: '第二条', text: '　应当报告。', marked: true },
    ])
  })

  it('marks nothing without a range', () => {
    expect(segmentsOf(TEXT, START, null, 3)).toEqual([{ label: '第二条', text: '　应当报告。', marked: false }])
  })

  it('counts UTF-16 code units, as the server does', () => {
    const segments = segmentsOf('𠀀木', 0, { start: 2, end: 3 })
    expect(segments.map(({ text, marked }) => [text, marked])).toEqual([
      ['𠀀', false],
      ['木', true],
    ])
  })
})

describe('overlaps', () => {
  it('takes ends as exclusive', () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false)
    expect(overlaps({ start: 0, end: 6 }, { start: 5, end: 9 })).toBe(true)
    expect(overlaps({ start: 0, end: 6 }, null)).toBe(false)
  })
})

describe('parseRange', () => {
  it('reads what rangeParameter writes', () => {
    expect(parseRange(rangeParameter({ start: 12, end: 80 }))).toEqual({ start: 12, end: 80 })
  })

  it.each(['', '12', '80-12', '5-5', '-1-5', 'a-b', '1-2-3', null, ['1-2']])('refuses %s', (value) => {
    expect(parseRange(value)).toBeNull()
  })
})
