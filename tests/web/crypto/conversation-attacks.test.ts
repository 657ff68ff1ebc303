import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certify } from '../../../web/crypto/certificate.ts'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import type { Header } from '../../../web/crypto/header.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { newSigningKey } from '../../../web/crypto/signing.ts'
import { falseSiteKey, otherReport, person, sealAnything, siteKey, withByteChanged } from './cast.ts'
import { histories, isKnownTo, isOutOfOrder } from './history.ts'
import { seededRandom } from './random.ts'
import {
  anna,
  answer,
  bram,
  headerOf,
  keys,
  kindsOf,
  message,
  nameOf,
  read,
  reportKey,
  source,
  staff,
  storeAll,
  stored,
  thanks,
  told,
  writeAll,
} from './stage.ts'

describe('a server that plays with a conversation', () => {
  const runs = { numRuns: 15 }

  test('is seen to leave out a message, unless nobody there has read it', async () => {
    const cut = histories(8).chain((said) => fc.tuple(fc.constant(said), fc.subarray(said)))
    await fc.assert(
      fc.asyncProperty(cut, async ([said, left]) => {
        const { entries, warnings } = await read(storeAll(await writeAll(left)))
        expect(entries.map(nameOf)).toEqual(left.map(({ signature }) => signature))
        const missing = warnings.flatMap((warning) => {
          if (warning.kind !== 'missing') throw new Error(`a warning of another kind: ${warning.kind}`)
          const author = Object.keys(staff).find((name) => staff[name]?.grantee.holder === warning.author) ?? 'reporter'
          return Array.from(
            { length: warning.to - warning.from + 1 },
            (_, index) => `${author} ${warning.from + index}`,
          )
        })
        const noticeable = said
          .filter((dropped) => !left.includes(dropped) && left.some((one) => isKnownTo(dropped, one)))
          .map(({ signature }) => signature)
        expect(missing.toSorted()).toEqual(noticeable.toSorted())
      }),
      runs,
    )
  })

  test('is seen to move a message, when it now stands before something its author knew', async () => {
    const shuffled = histories(7).chain((said) =>
      fc.shuffledSubarray(said, { minLength: said.length, maxLength: said.length }),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async (said) => {
        const conversation = await read(storeAll(await writeAll(said)))
        expect(conversation.entries).toHaveLength(said.length)
        expect(kindsOf(conversation).includes('out-of-order')).toBe(isOutOfOrder(said))
      }),
      runs,
    )
  })

  test('is seen to repeat a message, and the copy is not shown', async () => {
    await fc.assert(
      fc.asyncProperty(histories(7), fc.nat(6), fc.nat(6), async (said, from, steps) => {
        const sealed = await writeAll(said)
        const copy = sealed[from % sealed.length]
        if (!copy) throw new Error('no message to copy')
        const to = Math.min(sealed.length, (from % sealed.length) + 1 + steps)
        const conversation = await read(storeAll(sealed.toSpliced(to, 0, copy)))
        expect(conversation.entries.map(nameOf)).toEqual(said.map(({ signature }) => signature))
        expect(conversation.warnings).toMatchObject([{ kind: 'repeated', sequence: to + 1, isShown: false }])
      }),
      runs,
    )
  })

  test('is seen to change any byte', async () => {
    const sealed = await writeAll([told, answer, thanks])
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, by) => {
        const changed = sealed.map((file, index) => (index === which ? withByteChanged(file, at, by) : file))
        const conversation = await read(storeAll(changed))
        expect(conversation.entries).toHaveLength(2)
        expect(conversation.warnings).toContainEqual(
          expect.objectContaining({ kind: 'unopenable', sequence: which + 1 }),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('is seen to give a message of another report, or under another epoch', async () => {
    const elsewhere = await newIdentity()
    const header = { ...headerOf(thanks, 'message'), report: otherReport }
    const sealTo = (recipient: string) => sealEnvelope(header, message, keys.signing.secret, recipient)
    const honest = await writeAll([told])
    // Sealed to the key of that other report; or to this one's, by somebody who holds both.
    expect(kindsOf(await read(storeAll([...honest, await sealTo(elsewhere.recipient)])))).toEqual(['unopenable'])
    expect(kindsOf(await read(storeAll([...honest, await sealTo(reportKey.recipient)])))).toEqual(['moved'])
    const grantIdentities = new Map([1, 2].map((epoch) => [epoch, reportKey.identity] as const))
    const [first] = honest
    if (!first) throw new Error('nothing written')
    const relabelled = await read([stored(1, first, 2)], { grantIdentities })
    expect(kindsOf(relabelled)).toEqual(['moved'])
    expect(relabelled.entries).toEqual([])
  })
})

describe('a message that somebody made up', () => {
  const random = seededRandom('forger')
  const forger = newSigningKey(random)
  const asReporter = headerOf(thanks, 'message')
  const asAnna = headerOf({ ...answer, number: 2 }, 'message')

  async function readWith(header: object, body: unknown, secret: Uint8Array, certificates = source.certificates) {
    const forged = await sealAnything(header, body, secret, reportKey.recipient)
    const conversation = await read(storeAll([...(await writeAll([told, answer])), forged]), { certificates })
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1'])
    expect(conversation.state).toBe('received')
    expect(conversation.seen).toEqual({ reporter: 1, [anna.grantee.holder]: 1 })
    return kindsOf(conversation)
  }

  test.each<[string, Header]>([
    ['the reporter', asReporter],
    ['staff, with the real key named', asAnna],
    ['staff, with the forger’s own key named', { ...asAnna, author: { ...anna.author, key: forger.publicKey } }],
    ['staff nobody knows', { ...asAnna, author: { kind: 'staff', holder: 'x', key: forger.publicKey } }],
  ])('in the name of %s is not shown', async (_, header) => {
    expect(await readWith(header, message, forger.secret)).toEqual(['forged'])
  })

  test('by one staff member in the name of another is not shown', async () => {
    const asBram = { ...asAnna, author: bram.author }
    expect(await readWith(asBram, message, anna.signing.secret)).toEqual(['forged'])
    const mixed = { ...asAnna, author: { ...bram.author, key: anna.author.key } }
    expect(await readWith(mixed, message, anna.signing.secret)).toEqual(['forged'])
  })

  test('by somebody with a certificate of another site key, another site, or a function is not shown', async () => {
    const swapped = await person('Anna', falseSiteKey)
    const header = { ...asAnna, number: 1, author: swapped.author }
    const elsewhere = certify({ ...swapped.certified, site: 'almere' }, siteKey.secret)
    for (const certificate of [swapped.certificate, elsewhere]) {
      const certificates = [...source.certificates, certificate]
      expect(await readWith(header, message, swapped.signing.secret, certificates)).toEqual(['forged'])
    }
  })

  test.each<[string, object, unknown, Uint8Array]>([
    ['a status by the reporter', { ...asReporter, purpose: 'status' }, { state: 'closed' }, keys.signing.secret],
    ['a check-in by staff', { ...asAnna, purpose: 'checkIn' }, { ...message, going: 'well' }, anna.signing.secret],
    ['a second report', { ...asReporter, purpose: 'report' }, message, keys.signing.secret],
    ['a grant', { ...asAnna, purpose: 'grant', number: 0 }, message, anna.signing.secret],
  ])('is %s, whoever signed it', async (_, header, body, secret) => {
    expect(await readWith(header, body, secret)).toEqual(['forged'])
  })

  test('and is signed but makes no sense is not shown', async () => {
    expect(await readWith(asAnna, { text: 1 }, anna.signing.secret)).toEqual(['unopenable'])
  })
})

describe('a swapped site key', () => {
  test('is a warning of its own, and what it certifies is not trusted', async () => {
    const swapped = await person('Anna', falseSiteKey)
    const header = { ...headerOf(answer, 'status'), number: 1, author: swapped.author }
    const forged = await sealAnything(header, { state: 'closed' }, swapped.signing.secret, reportKey.recipient)
    const serverSiteKey = falseSiteKey.publicKey
    const certificates = [swapped.certificate, anna.certificate]
    const messages = storeAll([...(await writeAll([told, answer])), forged])
    const conversation = await read(messages, { serverSiteKey, certificates })
    expect(kindsOf(conversation)).toEqual(['site-key-changed', 'forged'])
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1'])
    expect(conversation.state).toBe('received')
  })
})
