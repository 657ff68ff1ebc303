import { hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../web/crypto/bytes.ts'
import { openEscrow, readEscrow, sealToEscrow, signEscrow } from '../../../web/crypto/escrow.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { storedSizes } from '../../../web/crypto/padding.ts'
import { pinSiteKey, readPin } from '../../../web/crypto/pin.ts'
import { makeSheet } from '../../../web/crypto/recovery-sheet.ts'
import { seal } from '../../../web/crypto/sealing.ts'
import { sign } from '../../../web/crypto/signing.ts'
import { deriveSiteKeys, openSiteSeed, sealSiteSeed } from '../../../web/crypto/site-keys.ts'
import { falseSiteKey, person, site, siteKey } from './cast.ts'
import { seededRandom } from './random.ts'

const code = makeSheet('site', seededRandom('site sheet'))
const keys = await deriveSiteKeys(code)
const director = await person('Dirk')
const other = await person('Dana')
const instance = 'AAAAAAAAAAAAAAAAAAAAAA'
const vectors = {
  code: '9XWTEV52AY36KTA4D32WKJXZPPP1WG0EGQA88PYZMNQ0YDZSKZZX959D',
  siteKey: 'yzEZxN2k2VkHDyTW63Lyef_sBngWWjafhYccUs9eUbw',
  escrow: 'AGE-SECRET-KEY-PQ-1HHM3CTMJ0HH0JNA4AVWPPUV86USHZFNG6Z3C39RCGYF3LR7P9TJSE4XDRW',
}

describe('what the sheet in the safe gives', () => {
  // For ever: a school types this sheet in years from now.
  test('is always the same', () => {
    expect(code).toBe(vectors.code)
    expect(keys.signing.publicKey).toBe(vectors.siteKey)
    expect(keys.escrow.identity).toBe(vectors.escrow)
  })

  test('is HKDF with these labels, says another implementation', () => {
    const secret = utf8(code.slice(0, 26) + code.slice(28, 54))
    const derived = (label: string) => Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), label, 32))
    expect(Buffer.from(keys.signing.secret)).toEqual(derived('vijfspoor site signing v1'))
    expect(derived('vijfspoor site escrow v1')).not.toEqual(derived('vijfspoor site signing v1'))
  })
})

describe('the site key that a director keeps', async () => {
  const seed = { seed: keys.signing.secret, site, member: director.grantee.holder }
  const sealed = await sealSiteSeed(seed, director.grantee.recipient)
  const expected = { site, member: director.grantee.holder, siteKey: keys.signing.publicKey }

  test('opens for this director only', async () => {
    expect(storedSizes).toContain(sealed.length)
    expect(await openSiteSeed(sealed, director.identity, expected)).toEqual(keys.signing)
    await expect(openSiteSeed(sealed, other.identity, expected)).rejects.toThrow('cannot open')
  })

  test.each([
    ['site', { site: 'almere' }],
    ['director', { member: other.grantee.holder }],
    ['site key', { siteKey: siteKey.publicKey }],
  ])('does not count for another %s', async (_, change) => {
    const opening = openSiteSeed(sealed, director.identity, { ...expected, ...change })
    await expect(opening).rejects.toThrow('not the key of this site')
  })

  test('is neither made nor read malformed', async () => {
    const short = sealSiteSeed({ ...seed, seed: new Uint8Array(31) }, director.grantee.recipient)
    await expect(short).rejects.toThrow('malformed site seed')
    const wrong = await seal(utf8('{}'), director.grantee.recipient)
    await expect(openSiteSeed(wrong, director.identity, expected)).rejects.toThrow('not the key of this site')
  })
})

describe('the recovery key of a site', () => {
  const place = { instance, site, recipient: keys.escrow.recipient }
  const statement = signEscrow(place, keys.signing.secret)

  test('counts under the site key, at its own site of its own school', () => {
    expect(readEscrow(statement, keys.signing.publicKey, { instance, site })).toBe(keys.escrow.recipient)
    expect(readEscrow(statement, siteKey.publicKey, { instance, site })).toBeNull()
    expect(readEscrow(statement, keys.signing.publicKey, { instance, site: 'almere' })).toBeNull()
    expect(readEscrow(statement, keys.signing.publicKey, { instance: 'BBBB', site })).toBeNull()
  })

  test('cannot be swapped for one of somebody else', () => {
    const swapped = statement.replace(keys.escrow.recipient, other.grantee.recipient)
    expect(readEscrow(swapped, keys.signing.publicKey, { instance, site })).toBeNull()
    const own = signEscrow({ ...place, recipient: other.grantee.recipient }, falseSiteKey.secret)
    expect(readEscrow(own, keys.signing.publicKey, { instance, site })).toBeNull()
  })

  test.each(['', 'hoi', 'null', '{}', '['.repeat(100_000)])('is not %#', (text) => {
    expect(readEscrow(text, keys.signing.publicKey, { instance, site })).toBeNull()
  })

  test('is not another statement of the same key', () => {
    const body = { v: 1, instance, site, recipient: keys.escrow.recipient }
    const asPin = statement.replace(
      /"signature":"[^"]+"/,
      `"signature":"${sign('pin', utf8(JSON.stringify(body)), keys.signing.secret)}"`,
    )
    expect(readEscrow(asPin, keys.signing.publicKey, { instance, site })).toBeNull()
  })

  test('is neither signed for another kind of key nor made of none', () => {
    expect(() => signEscrow({ ...place, recipient: 'age1qqqq' }, keys.signing.secret)).toThrow('malformed escrow')
  })
})

describe('a key in the safe', async () => {
  const role = 'bullyingCoordinator'
  const { identity, recipient } = await newIdentity()
  const sealed = await sealToEscrow({ identity, site, role }, keys.escrow.recipient)

  test('opens with the sheet and with nothing else', async () => {
    expect(storedSizes).toContain(sealed.length)
    expect(await openEscrow(sealed, keys.escrow.identity, { site, role, recipient })).toBe(identity)
    await expect(openEscrow(sealed, director.identity, { site, role, recipient })).rejects.toThrow('cannot open')
  })

  test.each([
    ['site', { site: 'almere' }],
    ['function', { role: 'contactPerson' }],
    ['certified key', { recipient: other.grantee.recipient }],
  ])('does not count for another %s', async (_, change) => {
    const opening = openEscrow(sealed, keys.escrow.identity, { site, role, recipient, ...change })
    await expect(opening).rejects.toThrow('not the key of this function')
  })

  test('is neither made nor read malformed', async () => {
    const nameless = sealToEscrow({ identity, site, role: '' }, keys.escrow.recipient)
    await expect(nameless).rejects.toThrow('malformed function key')
    const wrong = await seal(utf8('{}'), keys.escrow.recipient)
    await expect(openEscrow(wrong, keys.escrow.identity, { site, role, recipient })).rejects.toThrow()
  })
})

describe('the pin of a site key', () => {
  const { holder } = director.grantee
  const statement = pinSiteKey({ instance, site, holder, siteKey: siteKey.publicKey }, director.signing.secret)

  test('counts for whoever made it, here', () => {
    expect(readPin(statement, director.signing.publicKey, { site, holder })).toBe(siteKey.publicKey)
    expect(readPin(statement, other.signing.publicKey, { site, holder })).toBeNull()
    expect(readPin(statement, director.signing.publicKey, { site: 'almere', holder })).toBeNull()
    expect(readPin(statement, director.signing.publicKey, { site, holder: other.grantee.holder })).toBeNull()
  })

  test('cannot be made for another key by the server', () => {
    const swapped = statement.replace(siteKey.publicKey, falseSiteKey.publicKey)
    expect(readPin(swapped, director.signing.publicKey, { site, holder })).toBeNull()
  })

  test('is of a site key only', () => {
    expect(() => pinSiteKey({ instance, site, holder, siteKey: 'AA' }, director.signing.secret)).toThrow(
      'malformed pin',
    )
  })
})
