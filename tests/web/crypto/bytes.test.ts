import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, equalBytes, fromBase64Url, text, toBase64Url, utf8 } from '../../../web/crypto/bytes.ts'
import { canonicalJson } from '../../../web/crypto/canonical.ts'

describe('base64url', () => {
  test('is what Node makes of the same bytes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const encoded = toBase64Url(bytes)
        expect(encoded).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64Url(encoded)).toEqual(bytes)
      }),
    )
  })

  test('takes the biggest sealed size', () => {
    const bytes = new Uint8Array(264_000).fill(251)
    expect(equalBytes(fromBase64Url(toBase64Url(bytes)), bytes)).toBe(true)
  })

  test.each(['A', 'AB', 'AAB', 'AA==', 'AA A', 'AA+/', 'AAAAA', 'é', '\n'])('%j is refused', (encoded) => {
    expect(() => fromBase64Url(encoded)).toThrow('not base64url')
  })
})

describe('bytes', () => {
  test('text goes to UTF-8 and back, a byte order mark included', () => {
    expect(text(utf8('\ufeffé😀'))).toBe('\ufeffé😀')
  })

  test('what is not UTF-8 is refused', () => {
    expect(() => text(Uint8Array.of(0xff))).toThrow()
  })

  test('concat joins in order', () => {
    expect(concat(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3))
  })

  test('equalBytes is equality', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4, max: 1 }), fc.uint8Array({ maxLength: 4, max: 1 }), (a, b) => {
        expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0)
        expect(equalBytes(a, a.slice())).toBe(true)
      }),
    )
  })
})

describe('canonical JSON', () => {
  test('sorts keys at every depth and leaves no spaces', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é"\n', B: true })).toBe(
      '{"B":true,"a":"é\\"\\n","b":[{"c":null,"d":1}]}',
    )
  })

  test('means the same after parsing, however the keys stood', () => {
    const whole = fc.object({ values: [fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)] })
    fc.assert(
      fc.property(whole, (value) => {
        const canonical = canonicalJson(value)
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical)
        expect(canonicalJson(reversed(value))).toBe(canonical)
      }),
    )
  })

  test.each([
    ['undefined', undefined],
    ['an undefined property', { a: undefined }],
    ['a hole', new Array(1)],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a fraction', 0.5],
    ['a number beyond 2^53', 2 ** 53],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a day as an object', new Date(0)],
  ])('%s has no canonical spelling', (_, value) => {
    expect(() => canonicalJson(value)).toThrow('canonical')
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const)
  return Object.fromEntries(members.toReversed())
}
