import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCards, sealCards } from '../../../web/crypto/dossier-card.ts'
import { initialsOf, lettersApart, normalisedName } from '../../../web/crypto/dossier-names.ts'
import { type MatchReason, reasonFor, searchCards } from '../../../web/crypto/dossier-search.ts'
import { falseSiteKey, person, site, siteKey } from './cast.ts'
import { anna, bram, dossier, idOf, student, writer } from './dossier-stage.ts'

describe('two ways of writing a name', () => {
  test.each<[string, string, MatchReason | null]>([
    ['Fatima El Amrani', 'Fatima El Amrani', 'same'],
    ['fatima el amrani', 'Fatima El Amrani', 'written'],
    ['Amrani, Fatima el', 'Fatima El Amrani', 'written'],
    ['Zoë van den Berg', 'Zoe v.d. Berg', 'written'],
    ['Zoë van den Berg', 'Zoe Berg', 'written'],
    ['Işıl Yılmaz', 'Isil Yilmaz', 'written'],
    ['Björn Ångström', 'Bjorn Angstrom', 'written'],
    ['Jan-Willem de Wit', 'Jan Willem Wit', 'written'],
    ['Mohamed Haddad', 'Mohammed Haddad', 'spelling'],
    ['Sanne Jansen', 'Sanne Janssen', 'spelling'],
    ['Anna Maria Postma', 'Anna Postma', 'part'],
    ['Anna', 'Anna Postma', 'part'],
    ['A. Postma', 'Anna Postma', 'initial'],
    ['A. P.', 'Anna Postma', null],
    ['Noor Visser', 'Lotte Visser', null],
    ['Sam', 'Tom', null],
    ['', 'Anna', null],
  ])('%j and %j: %s', (wanted, known, reason) => {
    expect(reasonFor(wanted, known)).toBe(reason)
    expect(reasonFor(known, wanted)).toBe(reason)
  })

  test('marks, capitals, order and tussenvoegsels never matter', () => {
    const word = fc.constantFrom('Zoë', 'Ruben', 'Işık', 'Bakker', 'Haddad', 'Söderberg', 'Okafor')
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('van', 'de', "'t"),
        (words, small) => {
          const plain = words.map((one) => one.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
          expect(normalisedName([...plain, small].toReversed().join(' '))).toEqual(normalisedName(words.join(' ')))
        },
      ),
    )
  })

  test('the distance in letters is a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(lettersApart(a, b)).toBe(lettersApart(b, a))
        expect(lettersApart(a, b) === 0).toBe(a === b)
        expect(lettersApart(a, `${a}x`)).toBe(1)
        expect(lettersApart(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
    expect(lettersApart('jansne', 'jansen')).toBe(1)
  })

  test('initials leave out what nobody is told apart by', () => {
    expect(initialsOf('Zoë van den Berg')).toBe('Z.B.')
    expect(initialsOf('Jan-Willem de Wit')).toBe('J.W.W.')
  })
})

describe('cards', () => {
  const card = (record: number, name: string, classGroup = '2B') => ({
    ...{ record: idOf(record), part: 'target' as const, person: student(name, classGroup) },
  })
  const place = { site, siteKey: siteKey.publicKey, certificates: [anna.certificate] }
  const keysOf = (who: typeof anna) => new Map([[who.grantee.holder, [who.identity]]])

  test('are opened by the keepers they were made for, and found there', async () => {
    const made = [card(1, 'Fatima El Amrani', '1B'), card(2, 'Fatma El Amrani'), card(3, 'Daan de Wit')]
    const sealed = await Promise.all(made.map((one) => sealCards(writer(anna), one, [bram.grantee])))
    const stored = sealed.flat().map((one) => ({ dossier, ...one }))
    const { cards, failed } = await openCards(stored, place, keysOf(bram))
    expect(failed).toBe(0)
    const found = searchCards(cards, { name: 'el amrani fatima', classGroup: '2b' })
    expect(found.map(({ card: { name }, match, reason, isOtherClass }) => [name, match, reason, isOtherClass])).toEqual(
      [
        ['Fatima El Amrani', 'exact', 'written', true],
        ['Fatma El Amrani', 'near', 'spelling', false],
      ],
    )
    expect((await openCards(stored, place, keysOf(anna))).cards).toEqual([])
  })

  test('that a server made up, moved to another dossier or record are not believed', async () => {
    const stranger = await person('Anna', falseSiteKey)
    const [own] = await sealCards(writer(anna), card(1, 'Sam'), [bram.grantee])
    const [false1] = await sealCards(writer(stranger), card(2, 'Sam'), [bram.grantee])
    if (!own || !false1) throw new Error('no cards')
    const stored = [
      { dossier, ...false1 },
      { ...own, dossier: idOf(7) },
      { dossier, ...own, record: idOf(9) },
    ]
    expect(await openCards(stored, place, keysOf(bram))).toEqual({ cards: [], failed: 3 })
  })
})
