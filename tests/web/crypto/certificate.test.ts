import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../web/crypto/canonical.ts'
import { type CertifiedHolder, certify, readCertificate } from '../../../web/crypto/certificate.ts'
import { day, falseSiteKey, person, siteKey } from './cast.ts'

const { certified, certificate } = await person('Anna de Boer')
const aFunction: CertifiedHolder = {
  ...certified,
  ...{ holder: 'confidentialAdviser', kind: 'function', name: 'Vertrouwenspersoon', signingKey: null },
  ...{ roles: ['confidentialAdviser'], members: [certified.holder], confirmedBy: null },
}

describe('a certificate', () => {
  test('says who a staff member or a function is', () => {
    expect(readCertificate(certificate, siteKey.publicKey)).toEqual(certified)
    expect(readCertificate(certify(aFunction, siteKey.secret), siteKey.publicKey)).toEqual(aFunction)
  })

  test('comes back with any name, roles and members', () => {
    const ids = fc.array(fc.uuid({ version: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), ids, ids, (name, roles, members) => {
        const body = { ...aFunction, name, roles, members }
        expect(readCertificate(certify(body, siteKey.secret), siteKey.publicKey)).toEqual(body)
      }),
      { numRuns: 40 },
    )
  })

  test('under another site key says nothing', () => {
    expect(readCertificate(certificate, falseSiteKey.publicKey)).toBeNull()
    expect(readCertificate(certify(certified, falseSiteKey.secret), siteKey.publicKey)).toBeNull()
  })

  test('with any one character changed says nothing', () => {
    fc.assert(
      fc.property(fc.nat(certificate.length - 1), fc.constantFrom(...'aB0 "\\{}-_1'), (at, character) => {
        const changed = certificate.slice(0, at) + character + certificate.slice(at + 1)
        fc.pre(changed !== certificate)
        expect(readCertificate(changed, siteKey.publicKey)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  test('of somebody else, or of another place, is not what was expected', () => {
    const read = (expected: Parameters<typeof readCertificate>[2]) =>
      readCertificate(certificate, siteKey.publicKey, expected)
    const { site, holder, instance } = certified
    expect(read({ site, holder, instance })).toEqual(certified)
    expect(read({ site: 'almere' })).toBeNull()
    expect(read({ holder: 'confidentialAdviser' })).toBeNull()
    expect(read({ instance: 'AAAA' })).toBeNull()
  })

  test.each([
    ['no JSON', 'hoi'],
    ['nothing', ''],
    ['null', 'null'],
    ['spaces', certificate.replace('{', '{ ')],
    ['a doubled field', certificate.replace('{"certified":', '{"certified":1,"certified":')],
    ['an extra field', `${certificate.slice(0, -1)},"zz":1}`],
    ['too deep a nest', '['.repeat(100_000)],
  ])('with %s says nothing', (_, malformed) => {
    expect(readCertificate(malformed, siteKey.publicKey)).toBeNull()
  })

  test.each<[string, object]>([
    ['no signing key for a person', { signingKey: null }],
    ['a signing key for a function', { kind: 'function' }],
    ['the name of the reporter', { holder: 'reporter' }],
    ['another version', { v: 2 }],
    ['a classic recipient', { recipient: 'age1qqqq' }],
    ['something extra', { more: 1 }],
    ['another kind', { kind: 'pupil' }],
    ['an impossible day', { issuedOn: '2026-00-10' }],
  ])('is neither made nor read with %s', (_, change) => {
    const body = { ...certified, ...change }
    expect(() => certify(body as CertifiedHolder, siteKey.secret)).toThrow('malformed certificate')
    expect(readCertificate(canonicalJson({ certified: body, signature: 'AA' }), siteKey.publicKey)).toBeNull()
  })

  const word = {
    holder: certified.holder,
    key: certified.signingKey ?? '',
    on: day,
    signature: 'A'.repeat(86),
  } as const

  test.each<[string, object]>([
    ['nothing about who confirmed it', { confirmedBy: undefined }],
    ['a word without a signature', { confirmedBy: { ...word, signature: '' } }],
    ['a word with something extra', { confirmedBy: { ...word, more: 1 } }],
    ['a word at a function that has an escrow', { holder: 'contactPerson', confirmedBy: null }],
    ['a word at a person', { ...certified, confirmedBy: null }],
  ])('of a function is not made with %s', (_, change) => {
    const body = Object.fromEntries(
      Object.entries({ ...aFunction, ...change }).filter(([, value]) => value !== undefined),
    )
    expect(() => certify(body as CertifiedHolder, siteKey.secret)).toThrow('malformed certificate')
  })

  test('carries the word of whoever confirmed it', () => {
    const body = { ...aFunction, confirmedBy: word }
    expect(readCertificate(certify(body, siteKey.secret), siteKey.publicKey)).toEqual(body)
  })

  test('renewed stays a certificate', () => {
    const renewed = certify({ ...certified, issuedOn: '2027-01-01' }, siteKey.secret)
    expect(readCertificate(renewed, siteKey.publicKey)?.issuedOn).not.toBe(day)
  })
})
