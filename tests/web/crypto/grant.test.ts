import { beforeAll, describe, expect, test } from 'vitest'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import { type ExpectedGrant, type GrantBody, type GrantMaker, makeGrant, openGrant } from '../../../web/crypto/grant.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import {
  day,
  falseSiteKey,
  otherReport,
  person,
  report,
  reporter,
  reporterKeys,
  sealAnything,
  site,
  siteKey,
} from './cast.ts'

const anna = await person('Anna')
const stranger = await person('Vreemde', falseSiteKey)
const keys = await reporterKeys()
const reportKey = await newIdentity()

const { holder, recipient } = anna.grantee
const body: GrantBody = {
  ...{ identity: reportKey.identity, holder, reporterKey: keys.signing.publicKey, reporterRecipient: keys.recipient },
  ...{ siteKey: siteKey.publicKey, readers: [{ holder, name: 'Anna' }] },
}
const byReporter: GrantMaker = { site, report, epoch: 1, author: reporter, secret: keys.signing.secret, on: day }
const byAnna: GrantMaker = { ...byReporter, author: anna.author, secret: anna.signing.secret }
const expected: ExpectedGrant = { site, report, epoch: 1, holder }
const pinned = { ...expected, siteKey: siteKey.publicKey, certificates: [anna.certificate, stranger.certificate] }

describe('a grant by the reporter', () => {
  let grant: Uint8Array
  beforeAll(async () => {
    grant = await makeGrant(byReporter, body, recipient)
  })

  test('gives its holder the report key', async () => {
    expect(await openGrant(grant, anna.identity, expected)).toEqual(body)
    expect(await openGrant(grant, anna.identity, { ...expected, reporterKey: keys.signing.publicKey })).toEqual(body)
  })

  test('does not open for another', async () => {
    await expect(openGrant(grant, stranger.identity, expected)).rejects.toThrow('cannot open')
  })

  test.each<[string, Partial<ExpectedGrant>]>([
    ['site', { site: 'almere' }],
    ['report', { report: otherReport }],
    ['epoch', { epoch: 2 }],
    ['holder', { holder: 'confidentialAdviser' }],
  ])('moved to another %s is refused', async (_, elsewhere) => {
    await expect(openGrant(grant, anna.identity, { ...expected, ...elsewhere })).rejects.toThrow('grant moved')
  })

  test('that names another reporter than is known is refused', async () => {
    const other = { ...expected, reporterKey: (await reporterKeys()).signing.publicKey }
    await expect(openGrant(grant, anna.identity, other)).rejects.toThrow('grant forged')
  })
})

describe('a grant by staff', () => {
  test('counts when the pinned site key certifies its maker', async () => {
    expect(await openGrant(await makeGrant(byAnna, body, recipient), anna.identity, pinned)).toEqual(body)
  })

  test('does not count without a pinned site key, or without the certificate', async () => {
    const grant = await makeGrant(byAnna, body, recipient)
    await expect(openGrant(grant, anna.identity, expected)).rejects.toThrow('grant forged')
    await expect(openGrant(grant, anna.identity, { ...pinned, certificates: [] })).rejects.toThrow('grant forged')
  })

  test('does not count when another site key certifies its maker', async () => {
    const byStranger = { ...byAnna, author: stranger.author, secret: stranger.signing.secret }
    const grant = await makeGrant(byStranger, body, recipient)
    await expect(openGrant(grant, anna.identity, pinned)).rejects.toThrow('grant forged')
  })

  test('does not count in the name of a colleague', async () => {
    const author = { ...anna.author, key: stranger.author.key }
    const grant = await makeGrant({ ...byAnna, author, secret: stranger.signing.secret }, body, recipient)
    await expect(openGrant(grant, anna.identity, pinned)).rejects.toThrow('grant forged')
    const unsigned = await makeGrant({ ...byAnna, secret: stranger.signing.secret }, body, recipient)
    await expect(openGrant(unsigned, anna.identity, pinned)).rejects.toThrow('grant forged')
  })
})

describe('what is no grant', () => {
  test('a message with the body of a grant', async () => {
    const header = { v: 1, site, report, epoch: 1, number: 1, author: reporter, on: day, seen: {} } as const
    const message = await sealAnything({ ...header, purpose: 'message' }, body, keys.signing.secret, recipient)
    await expect(openGrant(message, anna.identity, expected)).rejects.toThrow('malformed grant')
  })

  test('a grant with another body', async () => {
    const header = { v: 1, site, report, epoch: 1, number: 0, author: reporter, on: day, seen: {} } as const
    for (const wrong of [
      {},
      { ...body, more: 1 },
      { ...body, identity: 'AGE-SECRET-KEY-1' },
      { ...body, readers: {} },
    ]) {
      const grant = await sealEnvelope({ ...header, purpose: 'grant' }, wrong, keys.signing.secret, recipient)
      await expect(openGrant(grant, anna.identity, expected)).rejects.toThrow('malformed grant')
    }
  })

  test('is not made either', async () => {
    await expect(makeGrant(byReporter, { ...body, siteKey: 'AA' }, recipient)).rejects.toThrow('malformed grant')
  })
})
