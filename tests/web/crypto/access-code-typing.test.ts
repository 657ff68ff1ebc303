import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAccessCode, parseAccessCode, secretSymbols } from '../../../web/crypto/access-code.ts'
import { symbols } from '../../../web/crypto/crockford.ts'
import { seededRandom } from './random.ts'

const secrets = fc.uint8Array({ minLength: 14, maxLength: 14 })
const codes = secrets.map((secret) => makeAccessCode(() => secret))
const positions = fc.integer({ min: 0, max: 15 })

const replaceAt = (code: string, at: number, symbol: string) => code.slice(0, at) + symbol + code.slice(at + 1)
const symbolAt = (code: string, at: number) => code.charAt(at)
const others = (symbol: string) => [...symbols].filter((other) => other !== symbol)
const refusalOf = (typed: string) => {
  const parsed = parseAccessCode(typed)
  return parsed.ok ? null : parsed.refusal
}

describe('typing errors', () => {
  test('one wrong symbol is always found: every place, every symbol, many codes', () => {
    const random = seededRandom('one wrong')
    const missed: string[] = []
    for (let round = 0; round < 40; round += 1) {
      const code = makeAccessCode(random)
      for (let at = 0; at < 16; at += 1) {
        for (const wrong of others(symbolAt(code, at))) {
          const typed = replaceAt(code, at, wrong)
          if (refusalOf(typed) !== 'code-mistyped') missed.push(typed)
        }
      }
    }
    expect(missed).toEqual([])
  })

  test('two wrong symbols are always found: every pair of places, every pair of symbols', () => {
    // The code is linear, so what holds for one code holds for all.
    const code = makeAccessCode(seededRandom('two wrong'))
    let tried = 0
    const missed: string[] = []
    for (let first = 0; first < 16; first += 1) {
      for (let second = first + 1; second < 16; second += 1) {
        for (const a of others(symbolAt(code, first))) {
          for (const b of others(symbolAt(code, second))) {
            tried += 1
            const typed = replaceAt(replaceAt(code, first, a), second, b)
            if (parseAccessCode(typed).ok) missed.push(typed)
          }
        }
      }
    }
    expect(tried).toBe(120 * 31 * 31)
    expect(missed).toEqual([])
  })

  test('two wrong symbols are always found, in any code', () => {
    const wrong = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(codes, fc.uniqueArray(positions, { minLength: 2, maxLength: 2 }), wrong, wrong, (code, at, a, b) => {
        const [first = 0, second = 0] = at
        const once = replaceAt(code, first, others(symbolAt(code, first))[a] ?? '')
        expect(refusalOf(replaceAt(once, second, others(symbolAt(code, second))[b] ?? ''))).toBe('code-mistyped')
      }),
      { numRuns: 2_000 },
    )
  })

  test('two symbols changed about are always found, next to each other or not', () => {
    fc.assert(
      fc.property(codes, positions, positions, (code, i, j) => {
        const swapped = replaceAt(replaceAt(code, i, symbolAt(code, j)), j, symbolAt(code, i))
        fc.pre(swapped !== code)
        expect(refusalOf(swapped)).toBe('code-mistyped')
      }),
      { numRuns: 2_000 },
    )
  })

  test('a dropped or doubled symbol is always found', () => {
    fc.assert(
      fc.property(codes, positions, (code, at) => {
        expect(refusalOf(code.slice(0, at) + code.slice(at + 1))).toBe('code-too-short')
        expect(refusalOf(code.slice(0, at) + symbolAt(code, at) + code.slice(at))).toBe('code-too-long')
      }),
    )
  })

  test('of 1,024 possible endings exactly one fits, so 99.9 % of wholly wrong codes are found', () => {
    const random = seededRandom('endings')
    for (let round = 0; round < 20; round += 1) {
      const secret = secretSymbols(makeAccessCode(random))
      const endings = [...symbols].flatMap((first) => [...symbols].map((second) => secret + first + second))
      expect(endings.filter((typed) => parseAccessCode(typed).ok)).toHaveLength(1)
    }
    expect(1 - 1 / 1_024).toBeGreaterThan(0.999)
  })

  test('of the mistakes people make, one to four at once, 99.9 % are found', () => {
    const random = seededRandom('mistakes')
    const draw = (below: number) => ((random(1)[0] ?? 0) * 256 + (random(1)[0] ?? 0)) % below
    const drawSymbol = () => symbolAt(symbols, draw(32))
    let wrong = 0
    let passed = 0
    for (let round = 0; round < 40_000; round += 1) {
      const code = makeAccessCode(random)
      let typed: string = code
      for (let left = 1 + draw(4); left > 0; left -= 1) {
        const mistake = mistakes[draw(mistakes.length)]
        typed = mistake?.(typed, draw(typed.length - 1), drawSymbol()) ?? typed
      }
      if (typed === code) continue
      wrong += 1
      if (parseAccessCode(typed).ok) passed += 1
    }
    expect(wrong).toBeGreaterThan(35_000)
    expect(1 - passed / wrong).toBeGreaterThanOrEqual(0.999)
  })

  // A class of mistakes in which the symbols stay the same and only their order changes is as well found as any other.
  test.each([
    ['the first two groups', [1, 0, 2, 3]],
    ['the last two groups', [0, 1, 3, 2]],
    ['the outer groups', [3, 1, 2, 0]],
    ['all groups, turned round', [1, 2, 3, 0]],
  ])('of the codes with %s changed about, all but some 1 in 1,024 are found', (_, order) => {
    const random = seededRandom('groups')
    let passed = 0
    for (let round = 0; round < 20_480; round += 1) {
      const code = makeAccessCode(random)
      const typed = order.map((group) => code.slice(4 * group, 4 * group + 4)).join('')
      if (typed !== code && parseAccessCode(typed).ok) passed += 1
    }
    // 20 are expected; 50 would be more than six standard deviations away.
    expect(passed).toBeLessThan(50)
  })
})

/** Wrong symbol, two changed about, dropped, doubled, added, groups in another order. `at` is never the last place. */
const mistakes: ((typed: string, at: number, symbol: string) => string)[] = [
  (typed, at, symbol) => replaceAt(typed, at, symbol),
  (typed, at) => typed.slice(0, at) + symbolAt(typed, at + 1) + symbolAt(typed, at) + typed.slice(at + 2),
  (typed, at) => replaceAt(typed, at, ''),
  (typed, at) => typed.slice(0, at) + symbolAt(typed, at) + typed.slice(at),
  (typed, at, symbol) => typed.slice(0, at) + symbol + typed.slice(at),
  (typed) => typed.slice(4) + typed.slice(0, 4),
]
