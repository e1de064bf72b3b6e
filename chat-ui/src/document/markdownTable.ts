export interface MarkdownTable {
  head: string[]
  rows: string[][]
}

/** The cells of a Markdown table; null when the text is none, to be shown as it is. */
export function parseMarkdownTable(text: string): MarkdownTable | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [head, border, ...rows] = lines.map(cellsOf)
  if (!head || !border || !border.every((cell) => /^:?-+:?$/.test(cell))) return null
  return { head, rows }
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('<br>', '\n'))
}
