import { describe, expect, test } from 'vitest'
import type { StoredMessage } from '../../../web/crypto/conversation.ts'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import { nextEpoch } from '../../../web/crypto/epoch.ts'
import { openGrant } from '../../../web/crypto/grant.ts'
import { newIdentity, recipientOf } from '../../../web/crypto/identity.ts'
import { storedSizes } from '../../../web/crypto/padding.ts'
import { day, type Person, report, reporter, site, siteKey } from './cast.ts'
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
  stored,
  told,
  write,
} from './stage.ts'

const place = { site, report, epoch: 1, on: day, recipient: reportKey.recipient } as const
const pins = {
  ...{ reporterKey: keys.signing.publicKey, reporterRecipient: keys.recipient, siteKey: siteKey.publicKey },
}
const holderOf = ({ grantee }: Person) => grantee.holder

/** The reporter, after Anna's answer, goes on with Bram only. */
const change = await nextEpoch({
  ...{ ...place, ...pins, author: reporter, secret: keys.signing.secret },
  ...{ number: 2, seen: { [holderOf(anna)]: 1 }, readers: [bram.grantee] },
})
const grantIdentities = new Map([
  [1, reportKey.identity],
  [2, change.identity],
])

const afterwards = (number: number, by: 'reporter' | 'bram' = 'reporter') => {
  const seen = by === 'reporter' ? { anna: 1 } : { reporter: 2 }
  const header = { ...headerOf({ author: by, number, seen, signature: '' }, 'message'), epoch: 2 }
  const secret = by === 'reporter' ? keys.signing.secret : bram.signing.secret
  return sealEnvelope(header, message, secret, change.recipient)
}

const before = [stored(1, await write(told)), stored(2, await write(answer))]
const announced = stored(3, change.announcement)

describe('a new epoch', () => {
  test('is announced under the old key and goes on under the new', async () => {
    const after = [stored(4, await afterwards(3), 2), stored(5, await afterwards(1, 'bram'), 2)]
    const conversation = await read([...before, announced, ...after], { grantIdentities })
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1', 'reporter 2', 'reporter 3', 'bram 1'])
    expect(conversation).toMatchObject({ epoch: 2, recipient: change.recipient })
    expect(await recipientOf(change.identity)).toBe(change.recipient)
  })

  test('is granted to the reporter and to those who stay, and tells them who stays', async () => {
    const expected = { site, report, epoch: 2, reporterKey: pins.reporterKey }
    const own = await openGrant(change.reporterGrant, keys.identity, { ...expected, holder: 'reporter' })
    expect(own).toMatchObject({
      identity: change.identity,
      ...pins,
      readers: [{ holder: holderOf(bram), name: 'Bram' }],
    })
    const [grant] = change.grants
    if (!grant) throw new Error('nothing granted')
    expect(change.grants.map(({ holder }) => holder)).toEqual([holderOf(bram)])
    expect(await openGrant(grant.sealed, bram.identity, { ...expected, holder: holderOf(bram) })).toEqual({
      ...own,
      holder: holderOf(bram),
    })
    for (const sealed of [change.reporterGrant, grant.sealed]) {
      expect(storedSizes).toContain(sealed.length)
      await expect(openGrant(sealed, anna.identity, { ...expected, holder: holderOf(anna) })).rejects.toThrow()
    }
  })

  test('can be started by staff', async () => {
    const byAnna = await nextEpoch({
      ...{ ...place, ...pins, author: anna.author, secret: anna.signing.secret },
      ...{ number: 2, seen: { reporter: 1 }, readers: [anna.grantee] },
    })
    const identities = new Map([...grantIdentities, [2, byAnna.identity]])
    const conversation = await read([...before, stored(3, byAnna.announcement)], { grantIdentities: identities })
    expect(conversation).toMatchObject({ warnings: [], epoch: 2, recipient: byAnna.recipient })
    const expected = { site, report, epoch: 2, holder: 'reporter', reporterKey: pins.reporterKey }
    const trusted = { ...expected, siteKey: siteKey.publicKey, certificates: [anna.certificate] }
    expect((await openGrant(byAnna.reporterGrant, keys.identity, trusted)).identity).toBe(byAnna.identity)
  })

  test('leaves whoever was left out with what they had, and without a key to write under', async () => {
    const after = stored(4, await afterwards(3), 2)
    const conversation = await read([...before, announced, after])
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1', 'reporter 2'])
    expect(kindsOf(conversation)).toEqual(['unopenable'])
    expect(conversation).toMatchObject({ epoch: 2, recipient: null })
  })
})

describe('what does not fit the epochs is not shown', () => {
  const readAs = (messages: readonly StoredMessage[], identities: ReadonlyMap<number, string> = grantIdentities) =>
    read(messages, { grantIdentities: identities })

  test('messages under a key that was granted but never announced', async () => {
    const conversation = await readAs([...before, stored(3, await afterwards(2), 2)])
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1'])
    expect(kindsOf(conversation)).toEqual(['wrong-epoch'])
    expect(conversation).toMatchObject({ epoch: 1, recipient: reportKey.recipient })
  })

  test('messages under another key than was announced, and nothing may be written under it', async () => {
    const other = await newIdentity()
    const header = { ...headerOf({ author: 'bram', number: 1, seen: {}, signature: '' }, 'message'), epoch: 2 }
    const sealed = await sealEnvelope(header, message, bram.signing.secret, other.recipient)
    const identities = new Map([...grantIdentities, [2, other.identity]])
    const conversation = await readAs([...before, announced, stored(4, sealed, 2)], identities)
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1', 'reporter 2'])
    expect(kindsOf(conversation)).toEqual(['bad-grant', 'wrong-epoch'])
    expect(conversation).toMatchObject({ epoch: 2, recipient: null })
  })

  test('messages under the old key, after it was replaced', async () => {
    const late = stored(4, await write({ ...answer, number: 2 }))
    const conversation = await readAs([...before, announced, late])
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1', 'reporter 2'])
    expect(kindsOf(conversation)).toEqual(['wrong-epoch'])
  })

  test('an announcement that skips an epoch, or comes a second time', async () => {
    const skipping = headerOf({ author: 'anna', number: 2, seen: {}, signature: '' }, 'epoch')
    const body = { next: 3, recipient: change.recipient }
    const skip = await sealEnvelope(skipping, body, anna.signing.secret, reportKey.recipient)
    const skipped = await readAs([...before, stored(3, skip)])
    expect(kindsOf(skipped)).toEqual(['wrong-epoch'])
    expect(skipped.epoch).toBe(1)
    const twice = await readAs([...before, announced, stored(4, change.announcement)])
    expect(kindsOf(twice)).toEqual(['repeated'])
    expect(twice.epoch).toBe(2)
  })

  test('everything that follows an announcement that was left out', async () => {
    const conversation = await readAs([...before, stored(4, await afterwards(3), 2)])
    expect(conversation.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1'])
    expect(conversation.warnings).toMatchObject([
      { kind: 'wrong-epoch', sequence: 4 },
      { kind: 'missing', author: 'reporter', from: 2, to: 2 },
    ])
  })
})
