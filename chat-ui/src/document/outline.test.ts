import { describe, expect, it } from 'vitest'
import type { DocumentElement, ElementType } from '../api/types'
import { outlineOf } from './outline'

function elementsOf(...pieces: [ElementType, number, string][]): DocumentElement[] {
  let start = 0
  return pieces.map(([type, level, text], ordinal) => {
    const element = { ordinal, type, level, text, start, end: start + text.length, page: null }
    start = element.end + 1
    return element
  })
}

describe('outlineOf', () => {
  it('puts articles one level below the heading they stand under', () => {
    const outline = outlineOf(
      elementsOf(
        ['HEADING', 1, '养护办法'],
        ['PARAGRAPH', 0, '序言'],
        ['HEADING', 2, '第一章　总则'],
        ['PARAGRAPH', 0, '第一条　为了养护。'],
        ['PARAGRAPH', 0, '依照第一条处理。'],
        ['HEADING', 3, '第二条　有标题的条'],
        ['TABLE', 0, '| 第三条 |\n|---|\n| 一 |'],
      ),
    )
    expect(outline.map(({ label, level, isArticle }) => [label, level, isArticle])).toEqual([
      ['养护办法', 1, false],
      ['第一章　总则', 2, false],
      ['第一条', 3, true],
      ['第二条', 3, true],
    ])
    expect(outline[2]).toMatchObject({ start: 15, end: 24 })
  })
})
