import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import type { CertifiedHolder } from '../../../web/crypto/certificate.ts'
import {
  type ConfirmedBy,
  confirmationOf,
  confirmFunction,
  isSaid,
  readConfirmation,
  unconfirmedSteps,
  writeConfirmation,
} from '../../../web/crypto/confirmation.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { day, person } from './cast.ts'

const vera = await person('Vera')
const victor = await person('Victor')
const intruder = await person('Ine')
const first = await newIdentity()
const second = await newIdentity()

const idOf = ({ grantee }: typeof vera) => grantee.holder
const before: CertifiedHolder = {
  ...{ v: 1, instance: vera.certified.instance, site: 'ede', holder: 'confidentialAdviser', kind: 'function' },
  ...{ name: 'Vertrouwenspersoon', roles: ['confidentialAdviser'], members: [idOf(vera)] },
  ...{ recipient: first.recipient, signingKey: null, issuedOn: day, confirmedBy: null },
}
const withVictor: CertifiedHolder = { ...before, members: [idOf(vera), idOf(victor)] }

const by = (who: typeof vera, facts: CertifiedHolder): ConfirmedBy =>
  confirmFunction(facts, { holder: idOf(who), signing: who.signing, on: day })
const known = new Map([vera, victor, intruder].map((who) => [idOf(who), who.signing.publicKey]))
const isKeyOf = (holder: string, key: string) => known.get(holder) === key
const judge = (certified: CertifiedHolder, previous: CertifiedHolder | null = before) =>
  confirmationOf(certified, previous, isKeyOf)

describe('a member of the function', () => {
  test('is needed by nobody who is the first', () => {
    expect(judge(before, null)).toBe('first')
  })

  test('is not asked where nothing changed, or somebody left and the key stayed', () => {
    expect(judge({ ...before, name: 'Vertrouwenspersonen' })).toBe('same')
    expect(judge(before, withVictor)).toBe('same')
  })

  test('lets somebody in by their word', () => {
    expect(judge({ ...withVictor, confirmedBy: by(vera, withVictor) })).toBe('confirmed')
  })

  test('lets in a new key by their word', () => {
    const renewed = { ...before, recipient: second.recipient }
    expect(judge({ ...renewed, confirmedBy: by(vera, renewed) }, withVictor)).toBe('confirmed')
  })

  test('gives a word about these members, in whichever order they are named', () => {
    const turned = { ...withVictor, members: withVictor.members.toReversed() }
    expect(isSaid(turned, by(vera, withVictor))).toBe(true)
  })
})

describe('nobody gets in', () => {
  test('without a word', () => {
    expect(judge({ ...withVictor, confirmedBy: null })).toBe('unconfirmed')
    expect(judge({ ...before, recipient: second.recipient, confirmedBy: null })).toBe('unconfirmed')
  })

  test('by their own word', () => {
    const own = { ...before, members: [idOf(vera), idOf(intruder)] }
    expect(judge({ ...own, confirmedBy: by(intruder, own) })).toBe('unconfirmed')
  })

  test('by a word in the name of a member under another key', () => {
    const own = { ...before, members: [idOf(vera), idOf(intruder)] }
    const said = confirmFunction(own, { holder: idOf(vera), signing: intruder.signing, on: day })
    expect(judge({ ...own, confirmedBy: said })).toBe('unconfirmed')
  })

  test.each<[string, Partial<CertifiedHolder>]>([
    ['another key', { recipient: second.recipient }],
    ['other members', { members: [idOf(vera), idOf(intruder)] }],
    ['another site', { site: 'almere' }],
    ['another school', { instance: 'BBBB' }],
    ['another function', { holder: 'contactPerson' }],
  ])('by a word that was about %s', (_, change) => {
    const said = by(vera, { ...withVictor, ...change })
    expect(judge({ ...withVictor, confirmedBy: said })).toBe('unconfirmed')
  })

  test('by a word with any part of it changed', () => {
    const said = by(vera, withVictor)
    const changes: readonly Partial<ConfirmedBy>[] = [
      { holder: idOf(victor) },
      { key: victor.signing.publicKey },
      { on: '2027-01-01' },
      { signature: by(vera, before).signature },
    ]
    for (const change of changes) expect(isSaid(withVictor, { ...said, ...change })).toBe(false)
  })

  test('whatever members somebody else names', () => {
    const said = by(vera, withVictor)
    const ids = fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(ids, (members) => {
        expect(judge({ ...withVictor, members, confirmedBy: said })).toBe('unconfirmed')
      }),
      { numRuns: 50 },
    )
  })
})

describe('as it is stored', () => {
  const said = by(vera, withVictor)

  test('comes back as it was', () => {
    expect(readConfirmation(writeConfirmation(said))).toEqual(said)
  })

  test.each([
    '',
    'null',
    '{}',
    writeConfirmation(said).replace('{', '{ '),
    writeConfirmation(said).replace('"on"', '"of"'),
  ])('is not %#', (text) => {
    expect(readConfirmation(text)).toBeNull()
  })
})

describe('to whoever was never a member', () => {
  const withoutWord = { ...withVictor, issuedOn: localDate('2026-11-30') }
  const steps = (...chain: readonly CertifiedHolder[]) =>
    unconfirmedSteps([...chain, vera.certified, victor.certified], 'confidentialAdviser')

  test('a function that its members handed on is as it should be', () => {
    expect(steps({ ...withVictor, confirmedBy: by(vera, withVictor) }, before)).toEqual([])
    expect(steps(before)).toEqual([])
  })

  test('one that changed hands without their word, or by the word of a stranger, is named', () => {
    expect(steps(withoutWord, before)).toEqual([withoutWord])
    const byStranger = { ...withVictor, confirmedBy: by(intruder, withVictor) }
    expect(steps(byStranger, before)).toEqual([byStranger])
  })

  test('a word under a key that the site key does not vouch for is none', () => {
    const confirmed = { ...withVictor, confirmedBy: by(vera, withVictor) }
    expect(unconfirmedSteps([confirmed, before], 'confidentialAdviser')).toEqual([confirmed])
  })
})
