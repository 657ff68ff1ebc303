import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withBlock, withoutBlock } from '../../../../web/islands/dossier-papers/text-blocks.ts'

describe('a block in a text that somebody works on', () => {
  test('goes to the end, or before what comes after it', () => {
    expect(withBlock('', 'een', [])).toBe('een')
    expect(withBlock('een', 'drie', [])).toBe('een\n\ndrie')
    expect(withBlock('een\n\ndrie', 'twee', ['drie'])).toBe('een\n\ntwee\n\ndrie')
    expect(withBlock('een en meer', 'nul', ['een'])).toBe('nul\n\neen en meer')
    expect(withBlock('een', 'twee', ['weg'])).toBe('een\n\ntwee')
  })

  test('comes out again, unless it was worked on', () => {
    expect(withoutBlock('een\n\ntwee\n\ndrie', 'twee')).toBe('een\n\ndrie')
    expect(withoutBlock('een\n\ntwee', 'twee')).toBe('een')
    expect(withoutBlock('twee', 'twee')).toBe('')
    expect(withoutBlock('een\n\ntwee, maar anders', 'twee, en meer')).toBe('een\n\ntwee, maar anders')
    expect(withoutBlock('een\n\ntwee. En dit.', 'twee.')).toBe('een\n\n En dit.')
  })

  test('put in and taken out again leaves what was typed', () => {
    const typed = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '.') }).map((text) => `x${text}x`)
    const block = fc.string({ unit: fc.constantFrom('b', 'c', ' ', '\n') }).map((text) => `[${text}]`)
    fc.assert(
      fc.property(typed, block, (text, added) => {
        expect(withoutBlock(withBlock(text, added, []), added)).toBe(text)
        expect(withoutBlock(withBlock(text, added, ['x']), added)).toBe(text)
      }),
    )
  })
})
