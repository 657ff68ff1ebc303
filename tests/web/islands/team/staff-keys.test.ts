import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { toBase64Url } from '../../../../web/crypto/bytes.ts'
import { type CertifiedHolder, certify } from '../../../../web/crypto/certificate.ts'
import { sealFunctionKey } from '../../../../web/crypto/function-key.ts'
import { type IdentityPair, newIdentity } from '../../../../web/crypto/identity.ts'
import { newSigningKey, type SigningKeyPair } from '../../../../web/crypto/signing.ts'
import type { StaffBox } from '../../../../web/crypto/staff-box.ts'
import { boxFromBytes, boxToBytes, openStaffKeys } from '../../../../web/islands/team/staff-keys.ts'
import type { Me, Workplace } from '../../../../web/islands/team/team-api.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const holder = '5f2f0a52-6f5e-4a0c-8f0e-2d6c4f1b7a01'

let siteKey: SigningKeyPair
let signing: SigningKeyPair
let own: IdentityPair
let adviser: IdentityPair
let box: StaffBox

beforeAll(async () => {
  siteKey = newSigningKey(random)
  signing = newSigningKey(random)
  own = await newIdentity()
  adviser = await newIdentity()
  box = { identity: own.identity, signingSeed: signing.secret, siteKeys: { ede: siteKey.publicKey } }
})

const certificateOf = (more: Partial<CertifiedHolder>, by = siteKey) =>
  certify(
    {
      ...{ v: 1, instance: 'salt', site: 'ede', holder, kind: 'staff', name: 'Vera Visser', members: [] },
      ...{ roles: ['confidentialAdviser'], recipient: own.recipient, signingKey: signing.publicKey },
      ...{ issuedOn: localDate('2026-11-24'), ...more },
    },
    by.secret,
  )

const functionCertificate = (recipient: string, by = siteKey) =>
  certificateOf(
    {
      holder: 'confidentialAdviser',
      kind: 'function',
      members: [holder],
      recipient,
      signingKey: null,
      confirmedBy: null,
    },
    by,
  )

async function workplace(more: Partial<Workplace> = {}, functionIdentity = adviser.identity): Promise<Workplace> {
  const key = { identity: functionIdentity, site: 'ede', role: 'confidentialAdviser', member: holder }
  const functionKey = toBase64Url(await sealFunctionKey(key, own.recipient))
  const role = 'confidentialAdviser' as const
  return {
    ...{ site: 'ede', siteName: 'Ede', siteKey: siteKey.publicKey, roles: [role], holder },
    certificate: certificateOf({}),
    functions: [{ role, certificate: functionCertificate(adviser.recipient), functionKey, former: [] }],
    ...more,
  }
}

const meWith = (site: Workplace): Me => ({
  ...{ name: 'Vera Visser', email: 'vera@school.test', recipient: own.recipient, signingKey: signing.publicKey },
  ...{ box: '', sites: [site] },
})

async function openAt(site: Workplace) {
  const [place] = (await openStaffKeys(box, meWith(site))).workplaces
  return place
}

describe('the keys of a member of staff', () => {
  test('open for the person and for each function', async () => {
    const place = await openAt(await workplace())
    expect(place?.trouble).toBeNull()
    expect(place?.identities).toEqual({ [holder]: [own.identity], confidentialAdviser: [adviser.identity] })
  })

  test('open nothing of a site whose key is not the pinned one, also when everything is signed anew by it', async () => {
    const swapped = newSigningKey(random)
    const functions = (await workplace()).functions.map((held) => ({
      ...held,
      certificate: functionCertificate(adviser.recipient, swapped),
    }))
    const certificate = certificateOf({}, swapped)
    const place = await openAt(await workplace({ siteKey: swapped.publicKey, certificate, functions }))
    expect(place).toMatchObject({ trouble: 'siteKeyChanged', identities: {}, siteKey: siteKey.publicKey })
  })

  test('open nothing of a site that the box has no key of', async () => {
    const place = await openAt({ ...(await workplace()), site: 'almere' })
    expect(place).toMatchObject({ trouble: 'siteKeyChanged', identities: {} })
  })

  test('are reported when the school shows others a different key under this name', async () => {
    const other = await newIdentity()
    const place = await openAt(await workplace({ certificate: certificateOf({ recipient: other.recipient }) }))
    expect(place?.trouble).toBe('ownKeyChanged')
  })

  test('leave out a function key that is not the certified one', async () => {
    const planted = await newIdentity()
    const place = await openAt(await workplace({}, planted.identity))
    expect(place).toMatchObject({ trouble: 'ownKeyChanged', identities: { [holder]: [own.identity] } })
    expect(Object.values(place?.identities ?? {}).flat()).not.toContain(planted.identity)
  })

  test('come back unchanged from the vault of the browser', () => {
    expect(boxFromBytes(boxToBytes(box))).toEqual({ ...box, signingSeed: new Uint8Array(box.signingSeed) })
  })
})
