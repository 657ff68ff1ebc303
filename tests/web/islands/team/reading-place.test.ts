import { describe, expect, test } from 'vitest'
import { vouchFor } from '../../../../web/crypto/neighbour.ts'
import { newSigningKey } from '../../../../web/crypto/signing.ts'
import { readingPlace } from '../../../../web/islands/team/reading-place.ts'
import type { OpenWorkplace } from '../../../../web/islands/team/staff-keys.ts'
import type { WorkListRow } from '../../../../web/islands/team/team-api.ts'
import { whereTo } from '../../../../web/islands/team/where-to.ts'
import { ownAddresses } from '../../../../web/islands/team/work-list.ts'
import { seededRandom } from '../../crypto/random.ts'

const random = seededRandom('places')
const keys = { ede: newSigningKey(random), almere: newSigningKey(random) }
const said = (site: 'ede' | 'almere', neighbour: 'ede' | 'almere') => {
  const about = { instance: 'i', site, neighbour, name: neighbour, siteKey: keys[neighbour].publicKey }
  const body = { ...about, issuedOn: '2026-11-24' } as const
  return { ...body, statement: vouchFor(body, keys[site].secret) }
}
const place = (site: 'ede' | 'almere', more: Partial<OpenWorkplace> = {}): OpenWorkplace => ({
  ...{ site, siteName: `${site} school`, holder: `id-${site}`, roles: ['contactPerson'], namedSiteKey: null },
  ...{ siteKey: keys[site].publicKey, trouble: null, neighbours: [] },
  identities: { [`id-${site}`]: ['own'], contactPerson: ['of the function'] },
  ...more,
})
const almere = place('almere', { neighbours: [said('almere', 'ede')] })

describe('a report of another site is read', () => {
  test('under the ids that its site knows, and the site key that one’s own site vouches for', () => {
    expect(readingPlace([almere], 'ede', ['almere/contactPerson'])).toMatchObject({
      ...{ site: 'ede', home: { site: 'almere', name: 'almere school' }, holder: 'almere/id-almere' },
      siteKey: keys.ede.publicKey,
      identities: { 'almere/id-almere': ['own'], 'almere/contactPerson': ['of the function'] },
    })
  })

  test('under the key that comes with it when one’s own site vouches for none', () => {
    expect(readingPlace([place('almere')], 'ede', [])?.siteKey).toBeNull()
  })

  test('from the place to which it was given, by who works at both', () => {
    const both = [place('ede'), almere]
    expect(readingPlace(both, 'ede', ['almere/id-almere'])?.home.site).toBe('almere')
    expect(readingPlace(both, 'ede', ['contactPerson', 'almere/id-almere'])?.home.site).toBe('ede')
    expect(readingPlace(both, 'ede', [])?.home.site).toBe('ede')
    expect(readingPlace([], 'ede', [])).toBeUndefined()
  })

  test('as whom one was addressed there, not as the namesake at the site of the report', () => {
    const row = (addressedTo: string[]) => ({ site: 'ede', addressedTo }) as unknown as WorkListRow
    expect(ownAddresses(row(['almere/contactPerson', 'almere/id-almere']), [almere])).toEqual(['contactPerson', 'self'])
    expect(ownAddresses(row(['contactPerson']), [almere])).toEqual([])
  })
})

describe('a report can go', () => {
  const report = { site: 'ede', siteName: 'ede school', certificates: [said('ede', 'almere').statement] }
  const from = (workplace: OpenWorkplace, more: Partial<typeof report> = {}) => {
    const read = readingPlace([workplace], 'ede', []) ?? expect.fail('no place')
    return whereTo(read, { ...report, ...more }, keys.ede.publicKey)
  }

  test('from its own site to those that this vouches for', () => {
    const ede = place('ede', { neighbours: [said('ede', 'almere')] })
    expect(from(ede).destinations.map(({ site, siteKey }) => [site, siteKey])).toEqual([
      ['ede', null],
      ['almere', keys.almere.publicKey],
    ])
    expect(from(place('ede')).destinations.map(({ site }) => site)).toEqual(['ede'])
  })

  test('from another to colleagues there and back, by the word of its own site only', () => {
    expect(from(almere).destinations.map(({ site }) => site)).toEqual(['almere', 'ede'])
    expect(from(almere).statements).toEqual(report.certificates)
    const ownWord = { certificates: [said('almere', 'ede').statement] }
    expect(from(almere, ownWord).destinations.map(({ site }) => site)).toEqual(['ede'])
  })
})
