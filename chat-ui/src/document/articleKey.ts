const DIGITS = '零一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const NUMERAL = '[0-9零〇一二两三四五六七八九十百千]'
const LABEL = new RegExp(`^第${NUMERAL}+条(?:之${NUMERAL}+)?`)
const TYPED = new RegExp(`^第?(${NUMERAL}+)条?(?:(?:之|-)(${NUMERAL}+))?$`)

/** The number of the article that a paragraph begins with, such as `第二十三条`; empty when it begins otherwise. */
export function articleLabelOf(text: string): string {
  return LABEL.exec(text)?.[0] ?? ''
}

/** `23`, `第二十三条`, `一百二十条之一`, `120-1` as the key of an article: `23`, `120-1`; null when it is none. */
export function articleKeyOf(typed: string): string | null {
  const match = TYPED.exec(typed.replace(/\s+/g, ''))
  if (!match) return null
  const number = numberOf(match[1] ?? '')
  const insertion = match[2] === undefined ? 0 : numberOf(match[2])
  if (!number || insertion === null) return null
  return insertion === 0 ? String(number) : `${number}-${insertion}`
}

/** A number below 10,000 in digits or in Chinese; null when it is malformed. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  let total = 0
  let digit: number | null = null
  for (const character of plain) {
    const unit = UNITS[character]
    if (unit === undefined) {
      const value = DIGITS.indexOf(character)
      if (value < 0 || (digit !== null && digit !== 0)) return null
      digit = value
    } else {
      // 十五 is 15: a leading unit counts once
      total += (digit || 1) * unit
      digit = null
    }
  }
  return total + (digit ?? 0)
}
