import { describe, expect, test } from 'vitest'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import { nextEpoch } from '../../../web/crypto/epoch.ts'
import { type GrantBody, makeGrant } from '../../../web/crypto/grant.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { sealReport } from '../../../web/crypto/new-report.ts'
import { type ConversationReader, openConversation } from '../../../web/crypto/open-conversation.ts'
import { storedSizes } from '../../../web/crypto/padding.ts'
import { day, falseSiteKey, report, reportBody, reporter, reporterKeys, site, siteKey } from './cast.ts'
import { anna, bram, headerOf, keys, kindsOf, message, nameOf, stored } from './stage.ts'

const functionKey = await newIdentity()
const reportKey = await newIdentity()
const adviser = { holder: 'confidentialAdviser', name: 'Vertrouwenspersoon', recipient: functionKey.recipient }
const place = { site, report, siteKey: siteKey.publicKey, on: day } as const
const sent = await sealReport(place, reportBody, reportKey, keys, [adviser, anna.grantee])

const fromServer = {
  ...{ site, report, serverSiteKey: siteKey.publicKey, certificates: [anna.certificate, bram.certificate] },
  stored: [stored(1, sent.sealed)],
}
const reporterGrants = [{ epoch: 1, sealed: sent.reporterGrant }]
const staffGrants = sent.grants.map(({ holder, sealed }) => ({ epoch: 1, holder, sealed: toBase64Url(sealed) }))
const asReporter: ConversationReader = { kind: 'reporter', keys }
const asStaff = (...identities: [string, string][]): ConversationReader => ({
  ...{
    kind: 'staff',
    siteKey: siteKey.publicKey,
    identities: new Map(identities.map(([holder, identity]) => [holder, [identity]])),
  },
})
const asAnna = asStaff([anna.grantee.holder, anna.identity])

/** The grants of a second epoch, made by Anna and given to her and the reporter. */
async function secondEpoch(change: Partial<Pick<GrantBody, 'siteKey' | 'reporterKey'>> = {}) {
  const epoch = await nextEpoch({
    ...{ site, report, epoch: 1, on: day, recipient: reportKey.recipient, author: anna.author },
    ...{ secret: anna.signing.secret, number: 1, seen: { reporter: 1 }, readers: [anna.grantee] },
    ...{ reporterKey: keys.signing.publicKey, reporterRecipient: keys.recipient, siteKey: siteKey.publicKey },
    ...change,
  })
  const [grant] = epoch.grants
  if (!grant) throw new Error('nothing granted')
  const messages = [...fromServer.stored, stored(2, epoch.announcement)]
  return { ...epoch, messages, reporterGrant: { epoch: 2, sealed: epoch.reporterGrant }, grant: { epoch: 2, ...grant } }
}

describe('a report that was just sent', () => {
  test('has only sealed sizes', () => {
    const sizes = [sent.sealed, sent.reporterGrant, ...sent.grants.map(({ sealed }) => sealed)].map(
      ({ length }) => length,
    )
    expect(sizes.filter((size) => !storedSizes.includes(size))).toEqual([])
  })

  test.each([
    ['the reporter', asReporter, reporterGrants],
    ['a person it was addressed to', asAnna, staffGrants],
    ['a member of a function', asStaff([adviser.holder, functionKey.identity]), staffGrants],
    [
      'somebody who is both',
      asStaff([adviser.holder, functionKey.identity], [anna.grantee.holder, anna.identity]),
      staffGrants,
    ],
  ])('is read by %s', async (_, reader, grants) => {
    const opened = await openConversation(fromServer, grants, reader)
    expect(opened.warnings).toEqual([])
    expect(opened.entries).toMatchObject([{ purpose: 'report', body: reportBody, isFromReporter: true }])
    expect(opened).toMatchObject({ reporterKey: keys.signing.publicKey, reporterRecipient: keys.recipient })
    expect(opened).toMatchObject({ siteKey: siteKey.publicKey, epoch: 1, recipient: reportKey.recipient })
    expect(opened.readers).toEqual([adviser, anna.grantee].map(({ holder, name }) => ({ holder, name })))
  })

  test('is read by nobody else', async () => {
    const asBram = asStaff([bram.grantee.holder, bram.identity])
    const withWrongKey = asStaff([anna.grantee.holder, bram.identity])
    const otherCode: ConversationReader = { kind: 'reporter', keys: await reporterKeys() }
    await expect(openConversation(fromServer, staffGrants, asBram)).rejects.toThrow('no grant opens')
    await expect(openConversation(fromServer, staffGrants, withWrongKey)).rejects.toThrow('no grant opens')
    await expect(openConversation(fromServer, reporterGrants, otherCode)).rejects.toThrow('no grant opens')
    await expect(openConversation(fromServer, [], asReporter)).rejects.toThrow('no grant opens')
  })
})

describe('the pinned site key', () => {
  const swapped = { ...fromServer, serverSiteKey: falseSiteKey.publicKey }

  test('is the one in the reporter’s own grant, and another one on the server is a warning', async () => {
    const opened = await openConversation(swapped, reporterGrants, asReporter)
    expect(kindsOf(opened)).toEqual(['site-key-changed'])
    expect(opened.siteKey).toBe(siteKey.publicKey)
    expect(opened.entries).toHaveLength(1)
  })

  test('is the one in a staff member’s own box, and another one on the server is a warning', async () => {
    expect(kindsOf(await openConversation(swapped, staffGrants, asAnna))).toEqual(['site-key-changed'])
  })

  test('is not the one a reporter was fooled with: staff see that it is another', async () => {
    const fooled = await sealReport({ ...place, siteKey: falseSiteKey.publicKey }, reportBody, reportKey, keys, [
      anna.grantee,
    ])
    const grants = fooled.grants.map((grant) => ({ epoch: 1, ...grant }))
    const messages = { ...fromServer, stored: [stored(1, fooled.sealed)] }
    // Whether or not the server admits to the other key, and with one warning for both.
    for (const serverSiteKey of [siteKey.publicKey, falseSiteKey.publicKey]) {
      const opened = await openConversation({ ...messages, serverSiteKey }, grants, asAnna)
      expect(kindsOf(opened)).toEqual(['site-key-changed'])
      expect(opened.siteKey).toBe(siteKey.publicKey)
    }
  })
})

describe('a second epoch', () => {
  test('is followed by reporter and staff', async () => {
    const { messages, reporterGrant, grant, recipient } = await secondEpoch()
    for (const [grants, reader] of [
      [[reporterGrant, ...reporterGrants], asReporter],
      [[grant, ...staffGrants], asAnna],
    ] as const) {
      const opened = await openConversation({ ...fromServer, stored: messages }, grants, reader)
      expect(opened.warnings).toEqual([])
      expect(opened.entries.map(nameOf)).toEqual(['reporter 1', 'anna 1'])
      expect(opened).toMatchObject({ epoch: 2, recipient, readers: [{ holder: anna.grantee.holder, name: 'Anna' }] })
    }
  })

  test('does not bring another site key with it', async () => {
    const { messages, reporterGrant } = await secondEpoch({ siteKey: falseSiteKey.publicKey })
    const grants = [...reporterGrants, reporterGrant]
    const opened = await openConversation({ ...fromServer, stored: messages }, grants, asReporter)
    expect(kindsOf(opened)).toEqual(['site-key-changed'])
    expect(opened.siteKey).toBe(siteKey.publicKey)
  })

  test('does not bring another reporter with it', async () => {
    const impostor = await reporterKeys()
    const { messages, grant } = await secondEpoch({ reporterKey: impostor.signing.publicKey })
    const opened = await openConversation({ ...fromServer, stored: messages }, [...staffGrants, grant], asAnna)
    expect(kindsOf(opened)).toEqual(['bad-grant'])
    expect(opened).toMatchObject({ reporterKey: keys.signing.publicKey, epoch: 2, recipient: null })
  })

  test('made up by the server, with a reporter of its own, is not followed', async () => {
    const impostor = await reporterKeys()
    const key = await newIdentity()
    const { holder, recipient } = anna.grantee
    const body: GrantBody = {
      ...{ identity: key.identity, holder, reporterKey: impostor.signing.publicKey, siteKey: siteKey.publicKey },
      ...{ reporterRecipient: impostor.recipient, readers: [] },
    }
    const maker = { site, report, epoch: 2, author: reporter, secret: impostor.signing.secret, on: day } as const
    const grant = { epoch: 2, holder, sealed: await makeGrant(maker, body, recipient) }
    const header = { ...headerOf({ author: 'reporter', number: 2, seen: {}, signature: '' }, 'message'), epoch: 2 }
    const forged = stored(2, await sealEnvelope(header, message, impostor.signing.secret, key.recipient), 2)
    const messages = { ...fromServer, stored: [...fromServer.stored, forged] }
    const opened = await openConversation(messages, [...staffGrants, grant], asAnna)
    expect(kindsOf(opened)).toEqual(['bad-grant', 'unopenable'])
    expect(opened.entries).toHaveLength(1)
    // Nor when the real first grant is kept back: then nothing at all is shown.
    const alone = await openConversation(messages, [grant], asAnna)
    expect(alone.entries).toEqual([])
    expect(alone.recipient).toBeNull()
  })
})

test('two grants of one epoch with different keys are a warning, and the first counts', async () => {
  const other = await sealReport(place, reportBody, await newIdentity(), keys, [anna.grantee])
  const both = asStaff([adviser.holder, functionKey.identity], [anna.grantee.holder, anna.identity])
  const second = other.grants.map((grant) => ({ epoch: 1, ...grant }))
  const opened = await openConversation(fromServer, [...staffGrants.slice(0, 1), ...second], both)
  expect(opened.warnings).toEqual([{ kind: 'bad-grant', epoch: 1 }])
  expect(opened.entries).toHaveLength(1)
})

test('a grant that was moved from another epoch is a warning, and the rest still opens', async () => {
  const [first] = reporterGrants
  if (!first) throw new Error('nothing granted')
  const opened = await openConversation(fromServer, [first, { ...first, epoch: 2 }], asReporter)
  expect(opened.warnings).toEqual([{ kind: 'bad-grant', epoch: 2 }])
  expect(opened.entries).toHaveLength(1)
})
