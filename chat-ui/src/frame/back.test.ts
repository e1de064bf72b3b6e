import { describe, expect, it } from 'vitest'
import { safeBack } from './back'

describe('safeBack', () => {
  it('returns to a page of the application', () => {
    expect(safeBack('/documents/1?at=2-3')).toBe('/documents/1?at=2-3')
  })

  it.each(['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)', '/sign-in?back=/', undefined, ['/a']])(
    'goes to the start instead of %s',
    (value) => expect(safeBack(value)).toBe('/assistant'),
  )
})
