const STATUTE = /(条例|办法|规定|法|细则|规则)$/

const ABOUT_STATUTES = [
  (title: string) => `《${title}》适用于哪些情形？`,
  (title: string) => `违反《${title}》要承担什么法律责任？`,
  (title: string) => `《${title}》由哪个部门负责实施？`,
  (title: string) => `《${title}》规定了哪些禁止行为？`,
]

const ABOUT_OTHERS = [
  (title: string) => `《${title}》讲了哪些要求？`,
  (title: string) => `《${title}》适用于哪些情形？`,
]

/** Questions to begin with, each about a real document. */
export function suggestQuestions(titles: readonly string[], count = 4): string[] {
  const plain = [...new Set(titles.map((title) => title.replace(/^《|》$/g, '').trim()))]
  return plain
    .filter((title) => title.length >= 3 && title.length <= 30)
    .slice(0, count)
    .map((title, index) => {
      const forms = STATUTE.test(title) ? ABOUT_STATUTES : ABOUT_OTHERS
      return forms[index % forms.length]!(title)
    })
}
