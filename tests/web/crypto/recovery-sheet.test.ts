import { hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAccessCode } from '../../../web/crypto/access-code.ts'
import { symbols } from '../../../web/crypto/crockford.ts'
import { hybridIdentityFromSeed, recipientOf } from '../../../web/crypto/identity.ts'
import {
  deriveRecoveryKeys,
  formatSheet,
  isGroup,
  makeSheet,
  parseSheet,
  type SheetKind,
  sheetGroups,
  sheetKinds,
  sheetLength,
  sheetSecret,
} from '../../../web/crypto/recovery-sheet.ts'
import { seededRandom } from './random.ts'

const upTo = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => index)
const kinds = fc.constantFrom(...sheetKinds)
const sheets = fc
  .tuple(kinds, fc.uint8Array({ minLength: 52, maxLength: 52 }))
  .map(([kind, chance]) => ({ kind, code: makeSheet(kind, drawing(chance)) }))

function drawing(chance: Uint8Array) {
  let from = 0
  return (bytes: number) => {
    from += bytes
    return new Uint8Array(chance.slice(from - bytes, from))
  }
}

const replaceAt = (code: string, at: number, symbol: string) => code.slice(0, at) + symbol + code.slice(at + 1)
const other = (symbol: string, step: number) => symbols.charAt((symbols.indexOf(symbol) + step) % 32)
const refusalOf = (kind: SheetKind, typed: string) => {
  const parsed = parseSheet(kind, typed)
  return parsed.ok ? null : parsed.refusal
}

// For ever: a sheet lies in a drawer for years, and nothing else gives back what it opens.
const personal = '0123456789ABCDEFGHJKMNPQRSW9'
const site = '0123456789ABCDEFGHJKMNPQRS9S0123456789ABCDEFGHJKMNPQRSSA'

describe('a sheet', () => {
  test('is always the same for the same chance', () => {
    expect(makeSheet('personal', upTo)).toBe(personal)
    expect(makeSheet('site', upTo)).toBe(site)
  })

  test('holds 130 bits of chance for a person and 260 for a site', () => {
    for (const kind of sheetKinds) {
      const secret = new TextDecoder().decode(sheetSecret(makeSheet(kind, seededRandom(kind))))
      expect(secret).toMatch(kind === 'personal' ? /^[0-9A-Z]{26}$/ : /^[0-9A-Z]{52}$/)
    }
    const [one, two] = [upTo(26), upTo(26)]
    two[25] = 31
    expect(sheetSecret(makeSheet('personal', () => one))).not.toEqual(sheetSecret(makeSheet('personal', () => two)))
  })

  test('is not made from too little chance', () => {
    expect(() => makeSheet('personal', () => new Uint8Array(25))).toThrow('random')
  })

  test('comes back from how it is printed, in any case and with look-alikes', () => {
    fc.assert(
      fc.property(sheets, ({ kind, code }) => {
        expect(formatSheet(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4})+$/)
        expect(sheetGroups(code).join('')).toBe(code)
        expect(code).toHaveLength(sheetLength(kind))
        const alike = formatSheet(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ')
        for (const typed of [formatSheet(code), alike]) expect(parseSheet(kind, typed)).toEqual({ ok: true, code })
      }),
    )
  })

  test('shows its groups of four to be typed over one at a time', () => {
    expect(isGroup(' o123 ', '0123')).toBe(true)
    expect(isGroup('0l23', '0123')).toBe(true)
    for (const typed of ['', '012', '0124', '01234', '012U']) expect(isGroup(typed, '0123')).toBe(false)
  })
})

describe('what is typed wrongly is found before any request', () => {
  test('every single wrong symbol', () => {
    for (const kind of sheetKinds) {
      const code = makeSheet(kind, seededRandom('single'))
      for (let at = 0; at < code.length; at += 1) {
        for (let step = 1; step < 32; step += 1) {
          expect(refusalOf(kind, replaceAt(code, at, other(code.charAt(at), step)))).toBe('sheet-mistyped')
        }
      }
    }
  })

  test('any two wrong symbols', () => {
    const twice = fc.tuple(sheets, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }))
    fc.assert(
      fc.property(twice, ([{ kind, code }, one, two, first, second]) => {
        const [a, b] = [one % code.length, two % code.length]
        fc.pre(a !== b)
        const once = replaceAt(code, a, other(code.charAt(a), first))
        expect(refusalOf(kind, replaceAt(once, b, other(code.charAt(b), second)))).toBe('sheet-mistyped')
      }),
      { numRuns: 1000 },
    )
  })

  test('the halves of a site sheet in the wrong order', () => {
    fc.assert(
      fc.property(sheets, ({ kind, code }) => {
        fc.pre(kind === 'site')
        expect(refusalOf('site', code.slice(28) + code.slice(0, 28))).toBe('sheet-mistyped')
      }),
    )
  })

  test('a sheet of the other kind is named as such', () => {
    fc.assert(
      fc.property(sheets, ({ kind, code }) => {
        expect(refusalOf(kind === 'site' ? 'personal' : 'site', formatSheet(code))).toBe('sheet-other-kind')
      }),
    )
  })

  test.each([
    ['', 'sheet-empty'],
    [' – - ', 'sheet-empty'],
    [personal.slice(1), 'sheet-too-short'],
    [makeAccessCode(seededRandom('access')), 'sheet-too-short'],
    [`${personal}0`, 'sheet-too-long'],
    [replaceAt(personal, 3, 'U'), 'sheet-symbol'],
    [replaceAt(personal, 3, '!'), 'sheet-symbol'],
    [site.slice(0, 28), 'sheet-mistyped'],
    [site.slice(28), 'sheet-mistyped'],
  ])('%j is %s', (typed, refusal) => {
    expect(refusalOf('personal', typed)).toBe(refusal)
  })
})

describe('the keys of a personal sheet', () => {
  test('are what another implementation of HKDF makes of its 26 symbols', async () => {
    const parsed = parseSheet('personal', personal)
    if (!parsed.ok) throw new Error('not a sheet')
    const byNode = (label: string) =>
      new Uint8Array(hkdfSync('sha256', personal.slice(0, 26), new Uint8Array(0), label, 32))
    const { proof, identity, recipient } = await deriveRecoveryKeys(parsed.code)
    expect(proof).toEqual(byNode('vijfspoor recovery proof v1'))
    expect(Buffer.from(proof).toString('hex')).toBe('db401955b88cebade531297f67938558d7668d9fb3e885c00b02da7cb4bba99c')
    expect(identity).toBe(hybridIdentityFromSeed(byNode('vijfspoor recovery identity v1')))
    expect(recipient).toBe(await recipientOf(identity))
  })
})
