// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { answerToCopy, renderAnswer } from './answerMarkdown'

const known = new Set([1, 2])

function parsed(text: string, growing = false): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = renderAnswer(text, known, growing)
  return root
}

const chips = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('.citation')].map((chip) => chip.dataset.number)

describe('renderAnswer', () => {
  it('makes a chip of every marker that cites something', () => {
    const root = parsed('应当报告。[1]处以罚款。[2][1]')
    expect(chips(root)).toEqual(['1', '2', '1'])
    expect(root.querySelector('p')?.textContent).toBe('应当报告。\u20601处以罚款。\u20602\u20601')
  })

  it('leaves a number that cites nothing as it is', () => {
    const root = parsed('应当报告。[7][x][1234]')
    expect(chips(root)).toEqual([])
    expect(root.textContent?.trim()).toBe('应当报告。[7][x][1234]')
  })

  it('makes chips in lists and emphasis, not in code', () => {
    expect(chips(parsed('- **罚款**[1]\n- *补种[2]*\n\n`a[1]`'))).toEqual(['1', '2'])
  })

  it('keeps a marker in front of brackets a marker', () => {
    expect(chips(parsed('见[1](https://example.org)'))).toEqual(['1'])
  })

  it('holds back half a marker while the answer grows', () => {
    expect(parsed('应当报告。[', true).textContent?.trim()).toBe('应当报告。')
    expect(parsed('应当报告。[1', true).textContent?.trim()).toBe('应当报告。')
    expect(parsed('应当报告。[1', false).textContent?.trim()).toBe('应当报告。[1')
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[点我](javascript:alert(1))',
    '![图](https://example.org/x.png)',
    '<https://example.org>',
    '[1]: https://example.org "title"',
    '<a href="https://example.org">a</a>',
  ])('lets nothing act: %s', (text) => {
    const root = parsed(text)
    expect(root.querySelector('img, script, a, iframe, [onerror], [href], [src]')).toBeNull()
  })
})

describe('answerToCopy', () => {
  it('adds what was cited', () => {
    expect(answerToCopy('应当报告。[1]', [{ number: 1, label: '《办法》第二条' }])).toBe(
      '应当报告。[1]\n\n依据：\n[1] 《办法》第二条',
    )
  })
})
