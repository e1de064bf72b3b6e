import type { Citation } from '../api/types'

/** `《上海市绿化条例》第二十三条`. */
export function citationLabel({ documentTitle, article }: Citation): string {
  const title = /^《.*》$/.test(documentTitle) ? documentTitle : `《${documentTitle}》`
  return `${title}${article ?? ''}`
}

/** The headings between the document's title and the passage. */
export function headingsOf({ headingPath, documentTitle, article }: Citation): string {
  return headingPath.filter((heading) => heading !== documentTitle && heading !== article).join(' › ')
}
