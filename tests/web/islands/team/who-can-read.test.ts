import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { certify } from '../../../../web/crypto/certificate.ts'
import type { Entry } from '../../../../web/crypto/conversation.ts'
import { newIdentity } from '../../../../web/crypto/identity.ts'
import { newSigningKey, type SigningKeyPair } from '../../../../web/crypto/signing.ts'
import { candidatesOf, type Given, unwantedBy } from '../../../../web/islands/team/who-can-read.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const site = newSigningKey(random)
let recipient = ''
beforeAll(async () => {
  recipient = (await newIdentity()).recipient
})

function certificateOf(holder: string, members: readonly string[] | null, by: SigningKeyPair = site): string {
  const common = {
    v: 1,
    instance: 'salt',
    site: 'ede',
    recipient,
    issuedOn: '2026-09-01',
    holder,
    name: holder,
  } as const
  const asFunction = { ...common, kind: 'function', roles: [holder], members: members ?? [], signingKey: null } as const
  const asPerson = { ...common, kind: 'staff', roles: [], members: [], signingKey: by.publicKey } as const
  return certify(members ? asFunction : asPerson, by.secret)
}

const offered = () => ({
  siteKey: site.publicKey,
  functions: [
    { role: 'contactPerson' as const, certificate: certificateOf('contactPerson', ['anna', 'bram']), evidence: [] },
  ],
  people: ['anna', 'bram', 'carla'].map((holder) => ({
    holder,
    name: holder,
    certificate: certificateOf(holder, null),
  })),
})

const wrote = (isFromReporter: boolean, purpose: 'report' | 'epoch', leftOut?: readonly string[]) =>
  ({ isFromReporter, purpose, body: leftOut ? { leftOut } : {} }) as unknown as Entry

function namesWith(more: Partial<Given>, out: readonly string[] = []): string[] {
  const stored = { site: 'ede', certificates: [], readers: [], out, functionDeputies: [] }
  const given = { own: 'eva', siteKey: site.publicKey, entries: [], readers: [], stored, ...more }
  return candidatesOf(offered(), given).map(({ holder }) => holder)
}

describe('a report can be given to', () => {
  test('functions and colleagues whom the site key vouches for, but not to oneself or to who reads already', () => {
    expect(namesWith({})).toEqual(['contactPerson', 'anna', 'bram', 'carla'])
    expect(namesWith({ own: 'carla', readers: [{ holder: 'anna', name: 'Anna' }] })).toEqual(['contactPerson', 'bram'])
    expect(namesWith({ siteKey: newSigningKey(random).publicKey })).toEqual([])
  })

  test('nobody who stays out of it, also not through a function', () => {
    expect(namesWith({}, ['anna'])).toEqual(['bram', 'carla'])
  })

  test('nobody whom the reporter left out, from the start or later', () => {
    expect(namesWith({ entries: [wrote(true, 'report', ['anna'])] })).toEqual(['bram', 'carla'])
    expect(namesWith({ entries: [wrote(true, 'report'), wrote(true, 'epoch', ['carla'])] })).toEqual([
      ...['contactPerson', 'anna', 'bram'],
    ])
  })
})

test('only the reporter says who is unwanted, and whoever reads again is wanted again', () => {
  expect([...unwantedBy([wrote(false, 'epoch', ['anna'])], [])]).toEqual([])
  expect([...unwantedBy([wrote(true, 'epoch', ['anna'])], [{ holder: 'anna', name: 'Anna' }])]).toEqual([])
})

test('a function without escrow says since when nobody confirms who holds it', () => {
  const adviser = 'confidentialAdviser' as const
  const certified = (members: readonly string[], issuedOn: string) => {
    const facts = {
      v: 1,
      instance: 'salt',
      site: 'ede',
      recipient,
      holder: adviser,
      name: adviser,
      kind: 'function',
    } as const
    const whole = { ...facts, roles: [adviser], members, signingKey: null, confirmedBy: null }
    return certify({ ...whole, issuedOn: localDate(issuedOn) }, site.secret)
  }
  const [first, second] = [certified(['anna'], '2026-09-01'), certified(['carla'], '2026-11-02')]
  const stored = { site: 'ede', certificates: [], readers: [], out: [] }
  const given = { own: 'eva', siteKey: site.publicKey, entries: [], readers: [], stored }
  const since = (evidence: readonly string[]) =>
    candidatesOf(
      { siteKey: null, functions: [{ role: adviser, certificate: second, evidence: [...evidence] }], people: [] },
      given,
    )
  expect(since([second, first])).toMatchObject([{ holder: adviser, unconfirmedOn: '2026-11-02' }])
  expect(since([second])).toMatchObject([{ holder: adviser, unconfirmedOn: null }])
})
