import { expect, test } from 'vitest'
import { vouchFor } from '../../../../web/crypto/neighbour.ts'
import { newSigningKey } from '../../../../web/crypto/signing.ts'
import { stateOf } from '../../../../web/islands/keys/neighbour-work.ts'
import type { Office } from '../../../../web/islands/keys/office.ts'
import { seededRandom } from '../../crypto/random.ts'

const random = seededRandom('neighbour work')
const [own, theirs, other] = [newSigningKey(random), newSigningKey(random), newSigningKey(random)]
const office = { site: 'ede', siteKey: own.publicKey, instance: 'i' } as Office
const body = { instance: 'i', site: 'ede', neighbour: 'almere', name: 'Almere', issuedOn: '2026-11-24' as const }
const statement = vouchFor({ ...body, siteKey: theirs.publicKey }, own.secret)
const listed = { site: 'almere', name: 'Almere', siteKey: theirs.publicKey, statement }

test.each([
  ['vouched', {}],
  ['new', { statement: null }],
  ['noKey', { statement: null, siteKey: null }],
  ['renamed', { name: 'Almere Stad' }],
  ['otherKey', { siteKey: other.publicKey }],
  ['otherKey', { siteKey: null }],
  ['new', { statement: vouchFor({ ...body, siteKey: theirs.publicKey }, other.secret) }],
  ['new', { statement: vouchFor({ ...body, instance: 'j', siteKey: theirs.publicKey }, own.secret) }],
  ['new', { site: 'emmeloord' }],
] as const)('a director sees of another site that it is %s', (state, more) => {
  expect(stateOf(office, { ...listed, ...more })).toBe(state)
})
