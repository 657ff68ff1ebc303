import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { certifyMember } from '../../../db/demo/make-functions.ts'
import { holders, messages, sites } from '../../../db/schema/index.ts'
import { type Author, sealEnvelope } from '../../../web/crypto/envelope.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { newSigningKey, type SigningKeyPair } from '../../../web/crypto/signing.ts'
import type { Colleague } from '../../support/colleague.ts'
import { headerOf, honestTalk, whatTheySee } from '../../support/honest-talk.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { colleague } from '../../support/staff.ts'

let school: School
let vera: Colleague
beforeAll(async () => {
  school = await openSchool()
  vera = await colleague(school, 'vertrouwenspersoon')
})
afterAll(() => school.close())

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const conversation = () => honestTalk(school, vera)
const seenBy = (reporter: Reporter) => whatTheySee(school, vera, reporter)

describe('a server that puts its own keys in the place of the school’s', () => {
  const member = () => school.site.staff.find(({ name }) => name === 'Vera Visser') ?? expect.fail('no Vera')
  const isVera = () => and(eq(holders.siteId, 'ede'), eq(holders.id, member().holder))

  afterEach(async () => {
    await school.deps.db.update(sites).set({ siteKey: school.site.siteKey }).where(eq(sites.id, 'ede'))
    await school.deps.db.update(holders).set({ certificate: member().certificate }).where(isVera())
  })

  /** Another key for Vera, signed by another site key, and that one published: nothing contradicts it on the server. */
  async function swapKeys(): Promise<{ siteKey: SigningKeyPair; vera: SigningKeyPair }> {
    const [siteKey, signing] = [newSigningKey(random), newSigningKey(random)]
    const keys = { ...member().keys, identity: await newIdentity(), signing }
    const maker = { instance: school.deps.instance, random, today: ordinaryDay }
    const certificate = certifyMember(maker, siteKey, { ...member(), keys })
    await school.deps.db.update(sites).set({ siteKey: siteKey.publicKey }).where(eq(sites.id, 'ede'))
    await school.deps.db.update(holders).set({ certificate }).where(isVera())
    return { siteKey, vera: signing }
  }

  test('is noticed by whoever comes back, pupil or staff', async () => {
    const reporter = await conversation()
    await swapKeys()
    for (const { warnings } of await seenBy(reporter)) expect(warnings).toContain('site-key-changed')
  })

  test('cannot speak for Vera with the key it gave her', async () => {
    const reporter = await conversation()
    const made = await swapKeys()
    const author: Author = { kind: 'staff', holder: member().holder, key: made.vera.publicKey }
    const header = headerOf(reporter, author, 3)
    const body = { text: 'Kom morgen alleen langs.', attachments: [] }
    const sealed = await sealEnvelope(header, body, made.vera.secret, reporter.reportKey.recipient)
    await school.deps.db.insert(messages).values({
      ...{ siteId: 'ede', reportId: reporter.report, sequence: 5, id: randomUUID(), epoch: 1 },
      ...{ isFromReporter: false, sentOn: ordinaryDay, sealed },
    })
    for (const { texts, warnings } of await seenBy(reporter)) {
      expect(texts).not.toContain('Kom morgen alleen langs.')
      expect(warnings).toEqual(expect.arrayContaining(['site-key-changed', 'forged']))
    }
  })

  test('gets no new reader in: the pupil who writes on uses the keys that were pinned', async () => {
    const reporter = await conversation()
    await swapKeys()
    const { conversation: seen } = await openByCode(school.api, reporter.code)
    expect(seen.siteKey).toBe(school.site.siteKey)
    expect(seen.recipient).toBe(reporter.reportKey.recipient)
  })
})
