/** A range of a document's text: string indexes, the end exclusive. */
export interface TextRange {
  start: number
  end: number
}

export interface Segment {
  /** The article's number, as far as it lies in this segment; only the head of a paragraph has one. */
  label: string
  /** The rest of the segment. */
  text: string
  /** Part of the cited passage. */
  marked: boolean
}

export function overlaps(piece: TextRange, range: TextRange | null): boolean {
  return range !== null && piece.start < range.end && piece.end > range.start
}

/**
 * Cuts an element's text where the marked range begins and ends. Labels and texts of the segments joined are the text.
 *
 * @param start offset of the text in the document
 * @param range of the document; may reach over the element or lie outside of it
 * @param labelLength characters at the head that are the label, 0 for none
 */
export function segmentsOf(text: string, start: number, range: TextRange | null, labelLength = 0): Segment[] {
  const from = range === null ? 0 : clamp(range.start - start, text.length)
  const to = range === null ? 0 : clamp(range.end - start, text.length)
  const cuts = [...new Set([0, from, to, text.length])].sort((one, other) => one - other)
  return cuts.slice(1).map((end, index) => {
    const begin = cuts[index] ?? 0
    const labelEnd = Math.max(begin, Math.min(end, labelLength))
    return { label: text.slice(begin, labelEnd), text: text.slice(labelEnd, end), marked: begin >= from && end <= to }
  })
}

function clamp(value: number, length: number): number {
  return Math.min(Math.max(value, 0), length)
}

/** `12-80` as a range; null for anything else. */
export function parseRange(value: unknown): TextRange | null {
  const match = typeof value === 'string' ? /^(\d{1,9})-(\d{1,9})$/.exec(value) : null
  if (!match) return null
  const range = { start: Number(match[1]), end: Number(match[2]) }
  return range.end > range.start ? range : null
}

export function rangeParameter(range: TextRange): string {
  return `${range.start}-${range.end}`
}
