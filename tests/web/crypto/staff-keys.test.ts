import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../web/crypto/bytes.ts'
import { canonicalJson } from '../../../web/crypto/canonical.ts'
import { openFunctionKey, sealFunctionKey } from '../../../web/crypto/function-key.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { storedSizes } from '../../../web/crypto/padding.ts'
import { seal } from '../../../web/crypto/sealing.ts'
import { openStaffBox, type StaffBox, sealStaffBox } from '../../../web/crypto/staff-box.ts'
import { deriveStaffSecrets } from '../../../web/crypto/staff-secrets.ts'
import { person, site, siteKey } from './cast.ts'

const anna = await person('Anna')
const bram = await person('Bram')
const secrets = await deriveStaffSecrets(new Uint8Array(32).fill(1))
const otherSecrets = await deriveStaffSecrets(new Uint8Array(32).fill(2))

describe('the box of a staff member', () => {
  const box: StaffBox = {
    ...{ identity: anna.identity, signingSeed: anna.signing.secret },
    siteKeys: { [site]: siteKey.publicKey, 'almere-noord': siteKey.publicKey },
  }

  test('opens with what their password gives, and with nothing else', async () => {
    const sealed = await sealStaffBox(box, secrets.unlockRecipient)
    expect(storedSizes).toContain(sealed.length)
    expect(await openStaffBox(sealed, secrets.unlockIdentity)).toEqual(box)
    await expect(openStaffBox(sealed, otherSecrets.unlockIdentity)).rejects.toThrow('cannot open')
  })

  test.each<[string, Partial<StaffBox>]>([
    ['a seed too short', { signingSeed: new Uint8Array(31) }],
    ['a classic identity', { identity: 'AGE-SECRET-KEY-1ABC' }],
    ['a site key that is none', { siteKeys: { [site]: 'AA' } }],
    ['a site that is none', { siteKeys: { 'Ede ': siteKey.publicKey } }],
  ])('is not made with %s', async (_, change) => {
    await expect(sealStaffBox({ ...box, ...change }, secrets.unlockRecipient)).rejects.toThrow('malformed staff box')
  })

  test.each(['hoi', '{}', canonicalJson({ v: 2, identity: anna.identity, signingSeed: 'AA', siteKeys: {} })])(
    'is not %s',
    async (content) => {
      const sealed = await seal(utf8(content), secrets.unlockRecipient)
      await expect(openStaffBox(sealed, secrets.unlockIdentity)).rejects.toThrow('malformed staff box')
    },
  )
})

describe('the key of a function', async () => {
  const { identity, recipient } = await newIdentity()
  const role = 'confidentialAdviser'
  const key = { identity, site, role, member: anna.grantee.holder }
  const expected = { site, role, member: anna.grantee.holder, recipient }
  const sealed = await sealFunctionKey(key, anna.grantee.recipient)

  test('opens for the member it was sealed to', async () => {
    expect(storedSizes).toContain(sealed.length)
    expect(await openFunctionKey(sealed, anna.identity, expected)).toBe(identity)
    await expect(openFunctionKey(sealed, bram.identity, expected)).rejects.toThrow('cannot open')
  })

  test.each([
    ['site', { site: 'almere' }],
    ['function', { role: 'contactPerson' }],
    ['member', { member: bram.grantee.holder }],
    ['certified key', { recipient: bram.grantee.recipient }],
  ])('does not count for another %s', async (_, change) => {
    const opening = openFunctionKey(sealed, anna.identity, { ...expected, ...change })
    await expect(opening).rejects.toThrow('not the key of this function')
  })

  test('is neither made nor read malformed', async () => {
    await expect(sealFunctionKey({ ...key, role: '' }, recipient)).rejects.toThrow('malformed function key')
    const wrong = await seal(utf8('{}'), anna.grantee.recipient)
    await expect(openFunctionKey(wrong, anna.identity, expected)).rejects.toThrow('not the key of this function')
  })
})
