import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { toBase64Url } from '../../../../web/crypto/bytes.ts'
import { type CertifiedHolder, certify } from '../../../../web/crypto/certificate.ts'
import { confirmFunction } from '../../../../web/crypto/confirmation.ts'
import { sealFunctionKey } from '../../../../web/crypto/function-key.ts'
import { type IdentityPair, newIdentity } from '../../../../web/crypto/identity.ts'
import { pinSiteKey } from '../../../../web/crypto/pin.ts'
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
    pin: null,
    functions: [{ role, certificate: functionCertificate(adviser.recipient), functionKey, former: [], evidence: [] }],
    neighbours: [],
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
    expect(place).toMatchObject({ trouble: 'notPinned', identities: {}, siteKey: '' })
    const bare = await openAt({ ...(await workplace()), site: 'almere', siteKey: null })
    expect(bare).toMatchObject({ trouble: 'noSiteKey', identities: {} })
  })

  describe('of a site that was pinned later', () => {
    const pinnedBy = (secret: Uint8Array, siteKeyOf = siteKey.publicKey) =>
      pinSiteKey({ instance: 'salt', site: 'ede', holder, siteKey: siteKeyOf }, secret)
    const openWithout = async (more: Partial<Workplace>) => {
      const me = meWith(await workplace(more))
      return (await openStaffKeys({ ...box, siteKeys: {} }, me)).workplaces[0]
    }

    test('open when the person signed the pin', async () => {
      const place = await openWithout({ pin: pinnedBy(signing.secret) })
      expect(place).toMatchObject({ trouble: null, siteKey: siteKey.publicKey })
    })

    test('do not open when somebody else did', async () => {
      const place = await openWithout({ pin: pinnedBy(newSigningKey(random).secret) })
      expect(place).toMatchObject({ trouble: 'notPinned', identities: {} })
    })

    test('do not open when the server names another key than was pinned', async () => {
      const other = newSigningKey(random).publicKey
      const place = await openWithout({ pin: pinnedBy(signing.secret), siteKey: other })
      expect(place).toMatchObject({ trouble: 'siteKeyChanged', identities: {} })
    })

    test('do not open under a pin when the box says otherwise', async () => {
      const other = newSigningKey(random).publicKey
      const place = await openAt(await workplace({ pin: pinnedBy(signing.secret, other), siteKey: other }))
      expect(place).toMatchObject({ trouble: 'siteKeyChanged', siteKey: siteKey.publicKey })
    })
  })

  test('wait for the signature of the site key', async () => {
    expect((await openAt(await workplace({ certificate: null })))?.trouble).toBe('notSigned')
  })

  describe('of a function that members let people into', () => {
    const stranger = '00000000-0000-4000-8000-000000000001'
    const renewed = (confirmedBy: CertifiedHolder['confirmedBy']) =>
      certificateOf({
        ...{ holder: 'confidentialAdviser', kind: 'function', members: [holder, stranger], signingKey: null },
        ...{ recipient: adviser.recipient, confirmedBy: confirmedBy ?? null },
      })
    const openWith = async (certificate: string) => {
      const { functions, ...site } = await workplace()
      const evidence = [certificate, functionCertificate(adviser.recipient), certificateOf({})]
      return openAt({ ...site, functions: functions.map((held) => ({ ...held, certificate, evidence })) })
    }
    const facts = () => ({
      ...{ instance: 'salt', site: 'ede', holder: 'confidentialAdviser', recipient: adviser.recipient },
      members: [holder, stranger],
    })

    test('warn when somebody was let in without a word of a member', async () => {
      expect((await openWith(renewed(null)))?.trouble).toBe('notConfirmed')
    })

    test('warn when the word is in their own name, but not theirs', async () => {
      const forger = newSigningKey(random)
      const word = confirmFunction(facts(), { holder, signing: forger, on: localDate('2026-11-24') })
      expect((await openWith(renewed(word)))?.trouble).toBe('notConfirmed')
    })

    test('are fine when a member let them in', async () => {
      const word = confirmFunction(facts(), { holder, signing, on: localDate('2026-11-24') })
      expect((await openWith(renewed(word)))?.trouble).toBeNull()
    })
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
