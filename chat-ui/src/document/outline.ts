import type { DocumentElement } from '../api/types'
import { articleLabelOf } from './articleKey'

export interface OutlineEntry {
  label: string
  /** Depth in the outline, from 1. */
  level: number
  isArticle: boolean
  start: number
  end: number
}

/** Headings and articles of a document, in reading order; an article stands one level below its heading. */
export function outlineOf(elements: readonly DocumentElement[]): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let headingLevel = 0
  for (const { type, level, text, start, end } of elements) {
    const label = articleLabelOf(text)
    if (label && type !== 'TABLE') {
      entries.push({ label, level: headingLevel + 1, isArticle: true, start, end })
    } else if (type === 'HEADING') {
      headingLevel = Math.max(level, 1)
      entries.push({ label: text, level: headingLevel, isArticle: false, start, end })
    }
  }
  return entries
}
