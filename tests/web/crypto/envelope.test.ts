import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../web/crypto/bytes.ts'
import { canonicalJson } from '../../../web/crypto/canonical.ts'
import { type Header, isHeader, openEnvelope, sealEnvelope, verifyEnvelope } from '../../../web/crypto/envelope.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { seal } from '../../../web/crypto/sealing.ts'
import { newSigningKey, sign, verify } from '../../../web/crypto/signing.ts'
import { day, otherReport, report, site, withByteChanged } from './cast.ts'
import { seededRandom } from './random.ts'

const random = seededRandom('envelope')
const author = newSigningKey(random)
const stranger = newSigningKey(random)
const { identity, recipient } = await newIdentity()

const header: Header = {
  ...{ v: 1, site, report, epoch: 1, number: 2, author: { kind: 'reporter' }, purpose: 'message', on: day },
  seen: { 'a1-b2': 3 },
}
const body = { text: 'Het gaat beter.', attachments: [] }
const sealed = await sealEnvelope(header, body, author.secret, recipient)

describe('an envelope', () => {
  test('comes back with whatever body, and is its author’s and nobody else’s', async () => {
    const extra = fc.object({ values: [fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean()] })
    const text = fc.string({ unit: 'binary', maxLength: 3_000 })
    const bodies = fc.record({ text, attachments: fc.constant([]), extra })
    await fc.assert(
      fc.asyncProperty(bodies, fc.integer({ min: 2, max: 1_000_000 }), async (anyBody, number) => {
        const file = await sealEnvelope({ ...header, number }, anyBody, author.secret, recipient)
        const opened = await openEnvelope(file, identity)
        expect(opened.header).toEqual({ ...header, number })
        expect(canonicalJson(opened.body)).toBe(canonicalJson(anyBody))
        expect(verifyEnvelope(opened, author.publicKey)).toBe(true)
        expect(verifyEnvelope(opened, stranger.publicKey)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  test('with any one byte changed does not open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        await expect(openEnvelope(withByteChanged(sealed, at, by), identity)).rejects.toThrow('cannot open')
      }),
      { numRuns: 60 },
    )
  })

  test('does not open with another key', async () => {
    await expect(openEnvelope(sealed, (await newIdentity()).identity)).rejects.toThrow('cannot open')
  })

  test.each<[string, Partial<Header>]>([
    ['site', { site: 'almere' }],
    ['report', { report: otherReport }],
    ['epoch', { epoch: 2 }],
    ['number', { number: 3 }],
    ['author', { author: { kind: 'staff', holder: 'x', key: author.publicKey } }],
    ['purpose', { purpose: 'checkIn' }],
    ['day', { on: '2026-11-23' }],
    ['seen', { seen: {} }],
  ])('whose %s was changed by someone who can open it is not signed', async (_, change) => {
    const opened = await openEnvelope(sealed, identity)
    expect(verifyEnvelope({ ...opened, header: { ...header, ...change } }, author.publicKey)).toBe(false)
  })

  test('whose body was changed by someone who can open it is not signed', async () => {
    const opened = await openEnvelope(sealed, identity)
    expect(verifyEnvelope(opened, author.publicKey)).toBe(true)
    expect(verifyEnvelope({ ...opened, body: { ...body, text: 'Het gaat slecht.' } }, author.publicKey)).toBe(false)
    expect(verifyEnvelope({ ...opened, body: { ...body, text: undefined } }, author.publicKey)).toBe(false)
  })

  test.each([
    ['no JSON', 'hoi'],
    ['no object', '[]'],
    ['a missing signature', canonicalJson({ header, body })],
    ['something extra', canonicalJson({ header, body, signature: 'AA', more: 1 })],
    ['a number for a signature', canonicalJson({ header, body, signature: 1 })],
    ['a header that is none', canonicalJson({ header: { ...header, epoch: 0 }, body, signature: 'AA' })],
    ['JSON too deep to read', '['.repeat(200_000)],
  ])('is not something with %s', async (_, content) => {
    await expect(openEnvelope(await seal(utf8(content), recipient), identity)).rejects.toThrow('cannot open')
  })

  test('is not made with a malformed header, an undefined field or too long a body', async () => {
    const make = (changed: Header, any: unknown) => sealEnvelope(changed, any, author.secret, recipient)
    await expect(make({ ...header, report: 'R' }, body)).rejects.toThrow('malformed header')
    await expect(make(header, { ...body, more: undefined })).rejects.toThrow('canonical')
    await expect(make(header, { ...body, text: 'a'.repeat(300_000) })).rejects.toThrow('too long to seal')
  })

  test('is not made with what its readers would refuse', async () => {
    const make = (changed: Header, any: unknown) => sealEnvelope(changed, any, author.secret, recipient)
    await expect(make(header, { text: 'Hoi' })).rejects.toThrow('malformed body')
    await expect(make({ ...header, purpose: 'status' }, { state: 'closed' })).rejects.toThrow('malformed body')
    await expect(make({ ...header, number: 1 }, body)).rejects.toThrow('malformed body')
  })
})

describe('a header', () => {
  const staff = { kind: 'staff', holder: 'x', key: author.publicKey }

  test.each([
    header,
    { ...header, author: staff },
    { ...header, purpose: 'grant', number: 0 },
    { ...header, seen: { reporter: 100_000 } },
  ])('can be %j', (value) => {
    expect(isHeader(value)).toBe(true)
  })

  test.each([
    null,
    [],
    { ...header, v: 2 },
    { ...header, more: 1 },
    { ...header, site: 'Ede' },
    { ...header, site: '../ede' },
    { ...header, report: report.toUpperCase() },
    { ...header, epoch: 0 },
    { ...header, epoch: 1.5 },
    { ...header, epoch: '1' },
    { ...header, number: 0 },
    { ...header, number: 1_000_001 },
    { ...header, purpose: 'grant' },
    { ...header, purpose: 'joke' },
    { ...header, on: '2026-13-01' },
    { ...header, on: '22-11-2026' },
    { ...header, author: { kind: 'reporter', key: author.publicKey } },
    { ...header, author: { kind: 'staff', holder: 'x' } },
    { ...header, author: { ...staff, holder: 'reporter' } },
    { ...header, author: { ...staff, key: 'AA' } },
    { ...header, author: { kind: 'server' } },
    { ...header, seen: [] },
    { ...header, seen: { reporter: 0 } },
    { ...header, seen: { reporter: 100_001 } },
    { ...header, seen: { 'not an id': 1 } },
  ])('cannot be %j', (value) => {
    expect(isHeader(value)).toBe(false)
  })
})

describe('a signature', () => {
  const content = utf8('hoi')
  const signature = sign('envelope', content, author.secret)

  test('counts for its own context only', () => {
    expect(verify('envelope', content, signature, author.publicKey)).toBe(true)
    expect(verify('certificate', content, signature, author.publicKey)).toBe(false)
  })

  test.each([
    ['an empty one', '', author.publicKey],
    ['one that is not base64url', '!', author.publicKey],
    ['one with a character more', `${signature}A`, author.publicKey],
    ['one under a malformed key', signature, 'AA'],
    ['one under no key', signature, ''],
  ])('is not %s', (_, given, key) => {
    expect(verify('envelope', content, given, key)).toBe(false)
  })

  test('cannot come from a key that fits every message', () => {
    // The neutral point with S = 0: loose verification takes this for a signature of anything.
    const neutral = Buffer.concat([Buffer.of(1), Buffer.alloc(31)])
    const empty = Buffer.concat([neutral, Buffer.alloc(32)]).toString('base64url')
    expect(verify('envelope', content, empty, neutral.toString('base64url'))).toBe(false)
  })
})
