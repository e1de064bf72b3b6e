import { describe, expect, it } from 'vitest'
import type { Citation } from '../api/types'
import { citationLabel, headingsOf } from './citationLabel'

const citation: Citation = {
  number: 1,
  knowledgeBaseId: 'k',
  documentId: 'd',
  documentTitle: '养护办法',
  headingPath: ['养护办法', '第二章　养护', '第五条'],
  article: '第五条',
  start: 0,
  end: 3,
  quote: '第五条',
}

describe('citationLabel', () => {
  it('names the document and the article', () => {
    expect(citationLabel(citation)).toBe('《养护办法》第五条')
    expect(citationLabel({ ...citation, article: null })).toBe('《养护办法》')
  })

  it('does not quote a title twice', () => {
    expect(citationLabel({ ...citation, documentTitle: '《养护办法》' })).toBe('《养护办法》第五条')
  })
})

describe('headingsOf', () => {
  it('leaves out what the label says already', () => {
    expect(headingsOf(citation)).toBe('第二章　养护')
  })
})
