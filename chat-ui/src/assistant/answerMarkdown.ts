import MarkdownIt from 'markdown-it'

interface Environment {
  known: ReadonlySet<number>
}

const MARKER = /^\[(\d{1,3})\]/

/**
 * Markdown without anything that could act: no HTML, no links, no images. What an answer says is data, and an
 * address in it may come from a document that nobody has checked.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
  'html_block',
  'html_inline',
  'link',
  'image',
  'autolink',
  'reference',
])

markdown.inline.ruler.push('citation', (state, silent) => {
  const match = MARKER.exec(state.src.slice(state.pos, state.pos + 5))
  const number = Number(match?.[1])
  // A number that cites nothing stays the text it is.
  if (!match || !(state.env as unknown as Environment).known.has(number)) return false
  if (!silent) state.push('citation', 'button', 0).content = String(number)
  state.pos += match[0].length
  return true
})

markdown.renderer.rules.citation = (tokens, index) => {
  const number = Number(tokens[index]?.content)
  // The word joiner keeps the number on the line of its sentence.
  return `\u2060<button type="button" class="citation" data-testid="citation" data-number="${number}" aria-label="依据 ${number}">${number}</button>`
}

/**
 * An answer as safe HTML, its markers `[n]` as buttons with `data-number`.
 *
 * @param known numbers of the citations that the answer has
 * @param growing the answer is still being written: half a marker at its end is held back
 */
export function renderAnswer(text: string, known: ReadonlySet<number>, growing = false): string {
  const shown = growing ? text.replace(/\[\d{0,3}$/, '') : text
  return markdown.render(shown, { known } satisfies Environment)
}

/** The answer as plain text to be pasted elsewhere, with the list of what it cites. */
export function answerToCopy(text: string, sources: { number: number; label: string }[]): string {
  if (sources.length === 0) return text
  return `${text}\n\n依据：\n${sources.map(({ number, label }) => `[${number}] ${label}`).join('\n')}`
}
