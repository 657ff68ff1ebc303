import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAccessCode, makeAccessCode, parseAccessCode, secretSymbols } from '../../../web/crypto/access-code.ts'
import { symbols } from '../../../web/crypto/crockford.ts'
import { seededRandom } from './random.ts'

const secrets = fc.uint8Array({ minLength: 14, maxLength: 14 })
const codes = secrets.map((secret) => makeAccessCode(() => secret))

const replaceAt = (code: string, at: number, symbol: string) => code.slice(0, at) + symbol + code.slice(at + 1)
const symbolAt = (code: string, at: number) => code.charAt(at)
const others = (symbol: string) => [...symbols].filter((other) => other !== symbol)
const refusalOf = (typed: string) => {
  const parsed = parseAccessCode(typed)
  return parsed.ok ? null : parsed.refusal
}

describe('an access code', () => {
  test('has 16 symbols, of which the 14 secret ones are the random bits', () => {
    const code = makeAccessCode(() => Uint8Array.from({ length: 14 }, (_, index) => index))
    expect(code).toBe('0123456789ABCD6M')
    expect(secretSymbols(code)).toBe('0123456789ABCD')
  })

  test('uses every symbol equally often: each comes from 8 of the 256 bytes', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const symbol = symbolAt(
        makeAccessCode(() => new Uint8Array(14).fill(byte)),
        0,
      )
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
    }
    expect([...counts.keys()].toSorted().join('')).toBe(symbols)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  test('is not made from too little random', () => {
    expect(() => makeAccessCode(() => new Uint8Array(13))).toThrow('random')
  })

  test('comes back from how it is shown', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(formatAccessCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        expect(parseAccessCode(formatAccessCode(code))).toEqual({ ok: true, code })
      }),
    )
  })

  test('comes back in any case, with look-alikes, spaces and dashes', () => {
    const alike: Record<string, string[]> = { 0: ['0', 'O', 'o'], 1: ['1', 'I', 'i', 'L', 'l'] }
    const between = fc.constantFrom(
      '',
      ' ',
      '-',
      '\u2013',
      '\u2014',
      '\u2011',
      '\u2212',
      '\u00ad',
      '\u00a0',
      '\n\t',
      '_',
    )
    fc.assert(
      fc.property(
        codes,
        fc.infiniteStream(fc.nat()),
        fc.array(between, { minLength: 17, maxLength: 17 }),
        (code, pick, gaps) => {
          const typed = [...code].map((symbol, index) => {
            const ways = alike[symbol] ?? [symbol, symbol.toLowerCase()]
            return `${gaps[index]}${ways[(pick.next().value ?? 0) % ways.length]}`
          })
          expect(parseAccessCode(typed.join('') + gaps[16])).toEqual({ ok: true, code })
        },
      ),
    )
  })
})

describe('what is typed wrongly is named', () => {
  const code = makeAccessCode(seededRandom('named'))

  test.each([
    ['', 'code-empty'],
    [' - \u2014 ', 'code-empty'],
    [code.slice(1), 'code-too-short'],
    ['1', 'code-too-short'],
    [`${code}0`, 'code-too-long'],
    ['0'.repeat(17), 'code-too-long'],
    [replaceAt(code, 3, 'U'), 'code-symbol'],
    [replaceAt(code, 3, 'u'), 'code-symbol'],
    [replaceAt(code, 3, '!'), 'code-symbol'],
    [replaceAt(code, 3, '\u00e9'), 'code-symbol'],
    [replaceAt(code, 3, '\u{1f600}'), 'code-symbol'],
    [replaceAt(code, 3, '\u00df'), 'code-symbol'],
    ['hallo meneer!', 'code-symbol'],
    [replaceAt(code, 3, others(symbolAt(code, 3))[0] ?? ''), 'code-mistyped'],
  ])('%j is %s', (typed, refusal) => {
    expect(refusalOf(typed)).toBe(refusal)
  })
})
