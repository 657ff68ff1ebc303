import { describe, expect, test } from 'vitest'
import { certify } from '../../../web/crypto/certificate.ts'
import { type Neighbour, readNeighbour, vouchFor } from '../../../web/crypto/neighbour.ts'
import { readAtHome, readHolders } from '../../../web/crypto/seen-holders.ts'
import { newSigningKey, type SigningKeyPair } from '../../../web/crypto/signing.ts'
import { readStaffNames } from '../../../web/crypto/staff-names.ts'
import { day, falseSiteKey, person, site, siteKey } from './cast.ts'
import { seededRandom } from './random.ts'

const theirKey = newSigningKey(seededRandom('almere'))
const anna = await person('Anna de Boer')
const alma = await person('Alma Almering')

const certificateAt = (there: string, by: SigningKeyPair, more: Partial<typeof alma.certified> = {}) =>
  certify({ ...alma.certified, site: there, ...more }, by.secret)

const neighbour: Neighbour = {
  ...{ instance: alma.certified.instance, site, neighbour: 'almere', name: 'Almere' },
  ...{ siteKey: theirKey.publicKey, issuedOn: day },
}
const statement = vouchFor(neighbour, siteKey.secret)
const holdersIn = (...texts: readonly string[]) =>
  readHolders(texts, siteKey.publicKey, site).map(({ holder, name }) => [holder, name])

describe('what a site says of the key of another', () => {
  test('is read under its own key, for the sites and the school it is about', () => {
    const expect_ = { site, neighbour: 'almere', instance: neighbour.instance }
    expect(readNeighbour(statement, siteKey.publicKey, expect_)).toMatchObject(neighbour)
    expect(readNeighbour(statement, falseSiteKey.publicKey, expect_)).toBeNull()
    expect(readNeighbour(statement, siteKey.publicKey, { ...expect_, site: 'almere' })).toBeNull()
    expect(readNeighbour(statement, siteKey.publicKey, { ...expect_, neighbour: 'emmeloord' })).toBeNull()
    expect(readNeighbour(statement, siteKey.publicKey, { ...expect_, instance: 'another school' })).toBeNull()
    expect(readNeighbour(`${statement} `, siteKey.publicKey, expect_)).toBeNull()
    expect(readNeighbour(anna.certificate, siteKey.publicKey, expect_)).toBeNull()
  })

  test('is never about the site itself', () => {
    expect(() => vouchFor({ ...neighbour, neighbour: site }, siteKey.secret)).toThrow('malformed neighbour')
  })
})

describe('holders of another site', () => {
  test('count under the key that was vouched for, by the name of their site', () => {
    expect(holdersIn(anna.certificate, statement, certificateAt('almere', theirKey))).toEqual([
      [anna.certified.holder, 'Anna de Boer'],
      [`almere/${alma.certified.holder}`, 'Alma Almering van Almere'],
    ])
  })

  test('are nobody without that word, or when it was given by another site or in another school', () => {
    const theirs = certificateAt('almere', theirKey)
    const elsewhere = vouchFor({ ...neighbour, instance: 'another school' }, siteKey.secret)
    const byThem = vouchFor({ ...neighbour, site: 'almere', neighbour: site }, siteKey.secret)
    const byNobody = vouchFor(neighbour, falseSiteKey.secret)
    for (const word of [[], [elsewhere], [byThem], [byNobody]]) expect(holdersIn(...word, theirs)).toEqual([])
  })

  test('are nobody when their site key was swapped, and cannot pass for another site or for one’s own colleagues', () => {
    expect(holdersIn(statement, certificateAt('almere', falseSiteKey))).toEqual([])
    expect(holdersIn(statement, certificateAt('emmeloord', theirKey))).toEqual([])
    expect(holdersIn(statement, certificateAt(site, theirKey))).toEqual([])
  })

  test('vouch for nobody further: a key that the neighbour vouches for is not one’s own neighbour', () => {
    const third = newSigningKey(seededRandom('emmeloord'))
    const further = { ...neighbour, site: 'almere', neighbour: 'emmeloord', siteKey: third.publicKey }
    const word = vouchFor(further, theirKey.secret)
    expect(holdersIn(statement, word, certificateAt('emmeloord', third))).toEqual([])
  })

  test('are followed at home in the words of their own site, which its members confirm, and nowhere without the key', () => {
    const theirs = certificateAt('almere', theirKey)
    const seen = `almere/${alma.certified.holder}`
    const { role, certified } = readAtHome([statement, anna.certificate, theirs], siteKey.publicKey, site, seen)
    expect([role, certified]).toEqual([alma.certified.holder, [{ ...alma.certified, site: 'almere' }]])
    expect(readAtHome([theirs], siteKey.publicKey, site, seen).certified).toEqual([])
    const own = readAtHome([statement, anna.certificate, theirs], siteKey.publicKey, site, anna.certified.holder)
    expect(own.certified).toEqual([anna.certified])
  })

  test('sign what they write with their own key, under the id by which the report knows them', () => {
    const nameOf = readStaffNames([statement, certificateAt('almere', theirKey)], siteKey.publicKey, site)
    const { key } = alma.author
    expect(nameOf({ kind: 'staff', holder: `almere/${alma.certified.holder}`, key })).toBe('Alma Almering van Almere')
    expect(nameOf({ kind: 'staff', holder: alma.certified.holder, key })).toBeNull()
    expect(nameOf({ kind: 'staff', holder: `almere/${alma.certified.holder}`, key: anna.author.key })).toBeNull()
  })
})
