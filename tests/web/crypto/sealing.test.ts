import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, text, utf8 } from '../../../web/crypto/bytes.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { ageHeaderBytes, largestContent, pad, sealedSizes, storedSizes, unpad } from '../../../web/crypto/padding.ts'
import { looksSealed } from '../../../web/crypto/sealed-shape.ts'
import { open, seal } from '../../../web/crypto/sealing.ts'
import { withByteChanged } from './cast.ts'

const { identity, recipient } = await newIdentity()
const stranger = await newIdentity()
const sealed = await seal(utf8('hoi'), recipient)

async function encryptTo(content: Uint8Array, ...recipients: string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const one of recipients) encrypter.addRecipient(one)
  return encrypter.encrypt(content)
}

describe('padding', () => {
  test('goes to the smallest of at most five sizes, and back', () => {
    const lengths = fc.oneof(
      fc.nat(largestContent),
      fc.constantFrom(...sealedSizes.flatMap((s) => [s - 5, s - 4, s - 3])),
    )
    expect(sealedSizes.length).toBeLessThanOrEqual(5)
    fc.assert(
      fc.property(lengths, fc.nat(255), (length, byte) => {
        const content = new Uint8Array(Math.min(length, largestContent)).fill(byte)
        const padded = pad(content)
        expect(padded.length).toBe(sealedSizes.find((size) => size >= content.length + 4))
        expect(Buffer.compare(unpad(padded), content)).toBe(0)
      }),
    )
  })

  test('takes no more than the biggest size holds', () => {
    expect(pad(new Uint8Array(largestContent))).toHaveLength(262_144)
    expect(() => pad(new Uint8Array(largestContent + 1))).toThrow('too long to seal')
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['no size of ours', new Uint8Array(2_047)],
    ['a length beyond the end', withByteChanged(pad(utf8('hoi')), 0)],
    ['a bigger size than needed', concat(pad(utf8('hoi')), new Uint8Array(8_192 - 2_048))],
    ['something in the zeros', withByteChanged(pad(utf8('hoi')), 2_047)],
  ])('%s is wrongly padded', (_, padded) => {
    expect(() => unpad(padded)).toThrow('wrongly padded')
  })

  test('is read from the middle of a buffer too', () => {
    const buffer = concat(new Uint8Array(3), pad(utf8('hoi')))
    expect(text(unpad(buffer.subarray(3)))).toBe('hoi')
  })
})

describe('sealing', () => {
  test('comes back for the one it was sealed to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 9_000 }), async (content) => {
        const file = await seal(content, recipient)
        expect(storedSizes).toContain(file.length)
        expect(looksSealed(file)).toBe(true)
        expect(await open(file, identity)).toEqual(content)
      }),
      { numRuns: 20 },
    )
  })

  test.each(sealedSizes)('what fills %i bytes has one of the stored sizes', async (size) => {
    const file = await seal(new Uint8Array(size - 4), recipient)
    expect(file.length).toBe(storedSizes[sealedSizes.indexOf(size)])
    expect(looksSealed(file)).toBe(true)
    expect(await open(file, identity)).toHaveLength(size - 4)
  })

  test('has as many stored sizes as there are sizes, all different', () => {
    expect(new Set(storedSizes).size).toBe(sealedSizes.length)
  })

  test('never gives the same file twice', async () => {
    expect(await seal(utf8('hoi'), recipient)).not.toEqual(sealed)
  })

  test('does not open for anyone else', async () => {
    await expect(open(sealed, stranger.identity)).rejects.toThrow('cannot open')
    await expect(open(sealed, 'AGE-SECRET-KEY-PQ-1')).rejects.toThrow('cannot open')
  })

  test('is only to hybrid recipients', async () => {
    const classic = await identityToRecipient(await generateIdentity())
    await expect(seal(utf8('hoi'), classic)).rejects.toThrow('not a hybrid recipient')
    await expect(seal(utf8('hoi'), recipient.slice(0, -1))).rejects.toThrow('not a hybrid recipient')
    await expect(seal(utf8('hoi'), `${recipient.slice(0, -1)}b`)).rejects.toThrow()
  })

  test('with any one byte changed does not open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        await expect(open(withByteChanged(sealed, at, by), identity)).rejects.toThrow('cannot open')
      }),
      { numRuns: 250 },
    )
  })

  test('cut short or made longer does not open', async () => {
    for (const file of [sealed.subarray(0, -1), sealed.subarray(0, -16), concat(sealed, new Uint8Array(16))]) {
      await expect(open(file, identity)).rejects.toThrow('cannot open')
    }
  })

  test('with the right sizes but wrong padding inside does not open', async () => {
    const file = await encryptTo(new Uint8Array(2_048).fill(1), recipient)
    expect(looksSealed(file)).toBe(true)
    await expect(open(file, identity)).rejects.toThrow('cannot open')
  })
})

describe('what the server takes for sealed', () => {
  const header = text(sealed.subarray(0, ageHeaderBytes))
  const body = sealed.subarray(ageHeaderBytes)
  const withHeader = (changed: string) => {
    const file = concat(utf8(changed), body)
    return concat(file.subarray(0, sealed.length), new Uint8Array(Math.max(0, sealed.length - file.length)))
  }

  test('is what was sealed', () => {
    expect(header.endsWith('\n')).toBe(true)
    expect(looksSealed(withHeader(header))).toBe(true)
  })

  test.each<[string, string]>([
    ['another version', header.replace('/v1', '/v2')],
    ['another kind of stanza', header.replace('mlkem768x25519', 'mlkem768x25518')],
    ['an extra argument', header.replace('-> mlkem768x25519', '-> mlkem768x25519 A')],
    ['a second stanza', header.replace('\n---', '\n-> X25519 AAAA\nAAAA\n---')],
    ['a stanza before it', header.replace('\n->', '\n-> joke-grease x\nAAAA\n->')],
    ['no MAC', header.replace(/--- .*\n/, '---\n')],
    ['a shorter MAC', header.replace(/.\n$/, '\n')],
    ['carriage returns', header.replaceAll('\n', '\r\n')],
    ['base64 with unused bits in the stanza', header.replace(/.\n(?=.{43}\n---)/, 'B\n')],
    ['base64 with unused bits', header.replace(/.\n--- /, 'B\n--- ')],
    ['a line of zeros', '\0'.repeat(header.length)],
    ['plain text', 'Ze schelden me uit. '.repeat(90).slice(0, header.length)],
  ])('is not something with %s', (_, changed) => {
    expect(changed).not.toBe(header)
    expect(looksSealed(withHeader(changed))).toBe(false)
  })

  test('is not something of another length', () => {
    for (const length of [0, 1, ageHeaderBytes, sealed.length - 1])
      expect(looksSealed(sealed.subarray(0, length))).toBe(false)
    expect(looksSealed(concat(sealed, Uint8Array.of(0)))).toBe(false)
  })

  test('is not an age file for two, for a classic key, or under a passphrase', async () => {
    const classic = await identityToRecipient(await generateIdentity())
    const files = [await encryptTo(pad(utf8('hoi')), recipient, stranger.recipient)]
    files.push(await encryptTo(pad(utf8('hoi')), classic), await encryptTo(pad(utf8('hoi')), recipient, classic))
    const encrypter = new Encrypter()
    encrypter.setScryptWorkFactor(4)
    encrypter.setPassphrase('hoi')
    files.push(await encrypter.encrypt(pad(utf8('hoi'))))
    // Made as long as a sealed file is, so that it is the header that gives them away.
    for (const file of files) {
      const size = storedSizes.find((stored) => stored >= file.length) ?? 0
      expect(looksSealed(concat(file, new Uint8Array(size - file.length)))).toBe(false)
      await expect(open(file, identity)).rejects.toThrow('cannot open')
    }
  })

  test('depends on nothing behind the header', () => {
    expect(looksSealed(withHeader(header).fill(0, header.length))).toBe(true)
  })
})
