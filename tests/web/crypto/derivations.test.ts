import { createHash, createPrivateKey, createPublicKey, hkdfSync, verify as verifyByNode } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { makeAccessCode } from '../../../web/crypto/access-code.ts'
import { siteKeyFingerprint } from '../../../web/crypto/certificate.ts'
import { symbols } from '../../../web/crypto/crockford.ts'
import { hybridIdentityFromSeed, isHybridIdentity, newIdentity, recipientOf } from '../../../web/crypto/identity.ts'
import { deriveReporterKeys } from '../../../web/crypto/reporter-keys.ts'
import { sign, signingKeyFromSeed } from '../../../web/crypto/signing.ts'
import { deriveStaffSecrets } from '../../../web/crypto/staff-secrets.ts'
import { codeStretches, passwordStretches, stretchCode, stretchPassword } from '../../../web/crypto/stretch.ts'
import { browserArgon2id } from '../../support/argon2.ts'

// These values are for ever: a report is found and opened only by what its code gave on the day it was made. When a
// test here fails, the change is wrong, not the value. A new way to stretch gets a new version beside the old one.

const upTo = (length: number) => Uint8Array.from({ length }, (_, index) => index)
const salt = upTo(16)
const code = makeAccessCode(() => upTo(14))
const argon2id = await browserArgon2id()
const stretchedCode = '8c578086b415e14bb0c7d0630119cdd1c5f6501451e4605d4634ecea21095cde'
const stretchedPassword = '3c09b153d24cee4a89135e252d9ebeef20b1526cbb31273f052a9ee5861b1759'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
/** HKDF as Node has it, which is not the one the program uses. */
const hkdf = (secret: string, label: string, length: number) =>
  Buffer.from(hkdfSync('sha256', bytes(secret), new Uint8Array(0), label, length)).toString('hex')

describe('stretching', () => {
  test('an access code always gives the same bytes', async () => {
    expect(code).toBe('0123456789ABCD6M')
    expect(hex(await stretchCode(code, salt, argon2id))).toBe(stretchedCode)
    expect(hex(await stretchCode(code, salt, argon2id, 1))).toBe(stretchedCode)
  })

  test('a password always gives the same bytes, however the address and the accents were typed', async () => {
    expect(hex(await stretchPassword('geheim-genoeg', 'jan.jansen@school.nl', salt, argon2id))).toBe(stretchedPassword)
    expect(hex(await stretchPassword('geheim-genoeg', ' Jan.Jansen@School.NL\t', salt, argon2id, 1))).toBe(
      stretchedPassword,
    )
    const [composed, decomposed] = await Promise.all(
      ['caf\u00e9', 'cafe\u0301'].map((password) => stretchPassword(password, 'a@b.nl', salt, argon2id)),
    )
    expect(composed).toEqual(decomposed)
  })

  test('is Argon2id with these parameters, says another implementation', async () => {
    const cost = { parallelism: 1, outputLen: 32 }
    const byCode = await hashRaw('0123456789ABCD', {
      ...cost,
      ...{ memoryCost: 19_456, timeCost: 2, salt: sha256('vijfspoor code v1', salt).subarray(0, 16) },
    })
    expect(hex(byCode)).toBe(stretchedCode)
    const byPassword = await hashRaw('geheim-genoeg', {
      ...cost,
      ...{ memoryCost: 65_536, timeCost: 3 },
      salt: sha256('vijfspoor staff v1', salt, 'jan.jansen@school.nl').subarray(0, 16),
    })
    expect(hex(byPassword)).toBe(stretchedPassword)
  })

  test('depends on the instance and on the address', async () => {
    const other = upTo(16).fill(7, 0, 1)
    expect(hex(await stretchCode(code, other, argon2id))).not.toBe(stretchedCode)
    expect(hex(await stretchPassword('geheim-genoeg', 'piet@school.nl', salt, argon2id))).not.toBe(stretchedPassword)
  })

  test('has its versions newest first, and knows no others', async () => {
    for (const versions of [codeStretches, passwordStretches]) {
      const numbers = versions.map(({ version }) => version)
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    }
    await expect(stretchCode(code, salt, argon2id, 99)).rejects.toThrow('unknown stretch version')
    await expect(stretchPassword('a', 'b', salt, argon2id, 99)).rejects.toThrow('unknown stretch version')
  })
})

describe('the keys of a reporter', () => {
  const lookup = '1188eda8a27214c25b11ff00c0f8e1de'
  const proof = '788aeaa37b246c2f65544b5db5d42144e35777277e9d7b18739ccd6b09d210ee'
  const signingSeed = '2458d5e2d02d21d3fea4619024a2a07e77b705efd881f31f872994d351d10a7b'

  test('are always the same for the same code', async () => {
    const keys = await deriveReporterKeys(bytes(stretchedCode))
    expect(hex(keys.lookup)).toBe(lookup)
    expect(hex(keys.proof)).toBe(proof)
    expect(keys.identity).toBe('AGE-SECRET-KEY-PQ-1CUKA05VWZZ6E520MDC4HH6W7M8PYC8694QR5H55XDP5MF4M0N9QQE5H9D6')
    expect(hex(sha256(keys.recipient))).toBe('43a94157cd9a3b256344ea0196036301c43c714f9f683e7f64e08cab91b148df')
    expect(hex(keys.signing.secret)).toBe(signingSeed)
    expect(keys.signing.publicKey).toBe('Q3s3_pgdSn3r7M78X_RCRPOKvIVEl8qdw59YGeGogRs')
  })

  test('come from HKDF-SHA-256 with a label each, says another implementation', async () => {
    const keys = await deriveReporterKeys(bytes(stretchedCode))
    expect(hkdf(stretchedCode, 'vijfspoor reporter lookup v1', 16)).toBe(lookup)
    expect(hkdf(stretchedCode, 'vijfspoor reporter proof v1', 32)).toBe(proof)
    expect(hkdf(stretchedCode, 'vijfspoor reporter signing v1', 32)).toBe(signingSeed)
    const seed = hkdf(stretchedCode, 'vijfspoor reporter identity v1', 32)
    expect(keys.identity).toBe(hybridIdentityFromSeed(bytes(seed)))
  })
})

describe('the secrets of staff', () => {
  test('are always the same for the same password', async () => {
    const secrets = await deriveStaffSecrets(bytes(stretchedPassword))
    expect(secrets.authentication).toBe('icVGRfj0G0LNqinFzThGlBHsa5FIDMFownrGbGtg69A')
    expect(secrets.unlockIdentity).toBe('AGE-SECRET-KEY-PQ-13RHZPRJZ534SF7YEHGR802CHAV4GFED504H0RR8NXG9ZCSU9K44QME0KJY')
    expect(secrets.unlockRecipient).toBe(await recipientOf(secrets.unlockIdentity))
  })

  test('come from HKDF-SHA-256 with a label each, says another implementation', async () => {
    const secrets = await deriveStaffSecrets(bytes(stretchedPassword))
    const authentication = hkdf(stretchedPassword, 'vijfspoor staff authentication v1', 32)
    expect(secrets.authentication).toBe(Buffer.from(authentication, 'hex').toString('base64url'))
    const seed = hkdf(stretchedPassword, 'vijfspoor staff unlock v1', 32)
    expect(secrets.unlockIdentity).toBe(hybridIdentityFromSeed(bytes(seed)))
  })
})

describe('a hybrid identity', () => {
  const identity = 'AGE-SECRET-KEY-PQ-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0S5DYVQQ'

  test('is always spelled the same for the same seed', async () => {
    expect(hybridIdentityFromSeed(upTo(32))).toBe(identity)
    expect(await recipientOf(identity)).toMatch(/^age1pq1da2qnzs2pejpz3npfd5kpwnqmpsr6ch5g/)
    const digest = hex(sha256(await recipientOf(identity)))
    expect(digest).toBe('e1704ce7caadaa4e436845c280d1527742f46a8af62d934c41b60c624e7cb185')
  })

  test('works in age itself, there and back', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(identity))
    const decrypter = new Decrypter()
    decrypter.addIdentity(hybridIdentityFromSeed(upTo(32)))
    expect(await decrypter.decrypt(await encrypter.encrypt('hoi'), 'text')).toBe('hoi')
  })

  test('looks like the ones that age makes', async () => {
    expect(isHybridIdentity(await generateHybridIdentity())).toBe(true)
    expect(isHybridIdentity((await newIdentity()).identity)).toBe(true)
  })

  test('is never the same twice when it is new', async () => {
    const made = await Promise.all([newIdentity(), newIdentity()])
    expect(made[0].identity).not.toBe(made[1].identity)
    expect(made[0].recipient).toBe(await recipientOf(made[0].identity))
  })

  test('has a seed of 32 bytes, and only that kind of identity is taken', async () => {
    expect(() => hybridIdentityFromSeed(upTo(31))).toThrow('32 bytes')
    await expect(
      recipientOf('AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SCG5JZC'),
    ).rejects.toThrow('not a hybrid identity')
    await expect(recipientOf(identity.replace(/.$/, 'P'))).rejects.toThrow()
  })
})

describe('signing keys', () => {
  const pair = signingKeyFromSeed(upTo(32))

  test('are always the same for the same seed, and are Ed25519, says another implementation', () => {
    expect(pair.publicKey).toBe('A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg')
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), upTo(32)])
    const nodeKey = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
    expect(nodeKey.export({ format: 'jwk' }).x).toBe(pair.publicKey)
    const signature = Buffer.from(sign('envelope', Buffer.from('hoi'), pair.secret), 'base64url')
    expect(verifyByNode(null, Buffer.from('vijfspoor envelope v1\0hoi'), nodeKey, signature)).toBe(true)
  })

  test('always sign the same bytes the same way', () => {
    expect(sign('envelope', Buffer.from('hoi'), pair.secret)).toBe(
      'JHLNmR2MRdta6YSYqYTqpHr5D4ciYhrokVmf3jUmV8qUadkQDasQ5uOcXSM8BEzlQ5wlkklnVu2lOEj3E71zAg',
    )
    expect(sign('certificate', Buffer.from('hoi'), pair.secret)).toBe(
      '8vs5PF6Dkz1qS4VVeoCczndCL0YMZo9UIvzS2x35v8ixhFnUrJFy-FYHNqKw37ZpZGy10AV2fnCKO57LGeurCA',
    )
  })

  test('have a fingerprint that stays as it is printed on the poster', () => {
    expect(siteKeyFingerprint(pair.publicKey)).toBe('S9SK-GFGZ-7RCC-3K3R-FAMR-M74Q-4G0S-KB51')
    const digest = sha256('vijfspoor site key v1\0', Buffer.from(pair.publicKey, 'base64url'))
    const digits = BigInt(`0x${digest.subarray(0, 20).toString('hex')}`)
      .toString(32)
      .padStart(32, '0')
    const spelled = [...digits].map((digit) => symbols[Number.parseInt(digit, 32)]).join('')
    expect(siteKeyFingerprint(pair.publicKey).replaceAll('-', '')).toBe(spelled)
  })
})
