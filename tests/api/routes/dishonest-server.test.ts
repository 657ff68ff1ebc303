import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { certifyMember } from '../../../db/demo/make-functions.ts'
import { attachmentChunks, grants, holders, messages, sites } from '../../../db/schema/index.ts'
import { openChunk } from '../../../web/crypto/attachment.ts'
import { type Author, type Header, sealEnvelope } from '../../../web/crypto/envelope.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { newSigningKey, type SigningKeyPair } from '../../../web/crypto/signing.ts'
import { answer, type Colleague, openReport } from '../../support/colleague.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { codeHeaders, leaveOut, writeBack } from '../../support/writing.ts'

let school: School
let vera: Colleague
beforeAll(async () => {
  school = await openSchool()
  vera = await colleague(school, 'vertrouwenspersoon')
})
afterAll(() => school.close())

/** 1 the report, 2 Vera, 3 the reporter, 4 Vera: told and read by honest people, before the server turns. */
async function conversation(files: readonly Uint8Array[] = []): Promise<Reporter> {
  const reporter = await told(school, ['confidentialAdviser'], { files })
  await answer(vera, placeOf(reporter), { text: 'Vertel verder.', on: ordinaryDay })
  await writeBack(reporter, 'Het vervolg.')
  await answer(vera, placeOf(reporter), { text: 'Dank je.', on: ordinaryDay })
  return reporter
}

const at = ({ report }: Reporter, sequence: number) =>
  and(eq(messages.siteId, 'ede'), eq(messages.reportId, report), eq(messages.sequence, sequence))
const random = (bytes: number) => new Uint8Array(randomBytes(bytes))

const headerOf = (reporter: Reporter, author: Author, number: number): Header => {
  const place = placeOf(reporter)
  return { v: 1, ...place, epoch: 1, number, author, purpose: 'message', on: ordinaryDay, seen: {} }
}

async function rowAt(reporter: Reporter, sequence: number) {
  const [row] = await school.deps.db.select().from(messages).where(at(reporter, sequence))
  return row ?? expect.fail('no such message')
}

/** What both of them see when they come back. */
async function whatTheySee(reporter: Reporter) {
  const mine = (await openByCode(school.api, reporter.code)).conversation
  const hers = (await openReport(vera, placeOf(reporter))).conversation
  const texts = ({ entries }: typeof mine) =>
    entries.map(({ body }) => ('text' in body ? body.text : 'story' in body ? body.story : ''))
  return [mine, hers].map((seen) => ({ texts: texts(seen), warnings: seen.warnings.map(({ kind }) => kind) }))
}

const honest = ['Het begin.', 'Vertel verder.', 'Het vervolg.', 'Dank je.']

test('an honest server gives no warning', async () => {
  for (const seen of await whatTheySee(await conversation())) expect(seen).toEqual({ texts: honest, warnings: [] })
})

describe('a server that is seen by both sides', () => {
  test('drops a message', async () => {
    const reporter = await conversation()
    await school.deps.db.delete(messages).where(at(reporter, 2))
    for (const seen of await whatTheySee(reporter)) {
      expect(seen).toEqual({ texts: honest.toSpliced(1, 1), warnings: ['missing'] })
    }
  })

  test('repeats a message', async () => {
    const reporter = await conversation()
    await school.deps.db.insert(messages).values({ ...(await rowAt(reporter, 3)), sequence: 5, id: randomUUID() })
    for (const seen of await whatTheySee(reporter)) expect(seen).toEqual({ texts: honest, warnings: ['repeated'] })
  })

  test('puts a message in another place', async () => {
    const reporter = await conversation()
    await school.deps.db.update(messages).set({ sequence: 9 }).where(at(reporter, 2))
    for (const { warnings } of await whatTheySee(reporter)) expect(warnings).toContain('out-of-order')
  })

  test('puts in a message of another report', async () => {
    const [reporter, other] = [await conversation(), await conversation()]
    const { sealed } = await rowAt(other, 3)
    await school.deps.db.update(messages).set({ sealed }).where(at(reporter, 3))
    for (const { texts, warnings } of await whatTheySee(reporter)) {
      expect(texts).toEqual(honest.toSpliced(2, 1))
      expect(warnings).toEqual(['unopenable', 'missing'])
    }
  })

  test('makes up a message, even with the public key of the report', async () => {
    const reporter = await conversation()
    const forger = newSigningKey(random)
    const inNameOf = async (author: 'reporter' | 'Vera', number: number) => {
      const holder = holderOf(school, 'vertrouwenspersoon')
      const as: Author = author === 'Vera' ? { kind: 'staff', holder, key: forger.publicKey } : { kind: 'reporter' }
      return sealEnvelope(
        headerOf(reporter, as, number),
        { text: 'Verzonnen.', attachments: [] },
        forger.secret,
        reporter.reportKey.recipient,
      )
    }
    const made = { siteId: 'ede', reportId: reporter.report, epoch: 1, sentOn: ordinaryDay }
    await school.deps.db.insert(messages).values([
      { ...made, sequence: 5, id: randomUUID(), isFromReporter: true, sealed: await inNameOf('reporter', 3) },
      { ...made, sequence: 6, id: randomUUID(), isFromReporter: false, sealed: await inNameOf('Vera', 3) },
    ])
    for (const seen of await whatTheySee(reporter)) {
      expect(seen).toEqual({ texts: honest, warnings: ['forged', 'forged'] })
    }
  })

  test('changes a byte', async () => {
    const reporter = await conversation()
    const { sealed } = await rowAt(reporter, 4)
    const changed = sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1)
    await school.deps.db.update(messages).set({ sealed: changed }).where(at(reporter, 4))
    for (const { texts, warnings } of await whatTheySee(reporter)) {
      expect(texts).toEqual(honest.slice(0, 3))
      expect(warnings).toContain('unopenable')
    }
  })

  test('gives the old key out as the one in force', async () => {
    const reporter = await conversation()
    await leaveOut(reporter, [holderOf(school, 'vertrouwenspersoon')])
    await school.deps.db.update(messages).set({ epoch: 1 }).where(at(reporter, 5))
    await writeBack(reporter, 'Onder de nieuwe sleutel.')
    await school.deps.db.update(messages).set({ epoch: 1 }).where(at(reporter, 6))
    for (const { texts, warnings } of await whatTheySee(reporter)) {
      expect(texts).not.toContain('Onder de nieuwe sleutel.')
      expect(warnings).toContain('unopenable')
    }
  })

  test('gives the grant of another report', async () => {
    const [reporter, other] = [await conversation(), await conversation()]
    const grantOf = ({ report }: Reporter) => and(eq(grants.siteId, 'ede'), eq(grants.reportId, report))
    const [theirs] = await school.deps.db.select().from(grants).where(grantOf(other))
    await school.deps.db
      .update(grants)
      .set({ sealed: theirs?.sealed ?? expect.fail('no grant') })
      .where(grantOf(reporter))
    await expect(openReport(vera, placeOf(reporter))).rejects.toThrow('no grant opens')
    expect((await openByCode(school.api, reporter.code)).conversation.warnings).toEqual([])
  })

  test('changes a piece of a file, or gives a piece of another one', async () => {
    const reporter = await conversation([randomBytes(300_000)])
    const [row] = await school.deps.db.select().from(attachmentChunks).where(eq(attachmentChunks.index, 1))
    await school.deps.db
      .update(attachmentChunks)
      .set({ sealed: row?.sealed ?? expect.fail('no chunk') })
      .where(eq(attachmentChunks.index, 0))
    const { conversation: seen } = await openByCode(school.api, reporter.code)
    const [entry] = seen.entries
    const [manifest] = entry?.purpose === 'report' ? entry.body.attachments : []
    const response = await school.api.send(`/api/conversation/attachments/${manifest?.id}/chunks/0`, {
      headers: codeHeaders(reporter.keys),
    })
    const expected = { ...placeOf(reporter), manifest: manifest ?? expect.fail('no file'), index: 0 }
    const sealed = new Uint8Array(await response.arrayBuffer())
    await expect(openChunk(sealed, seen.grantIdentities.get(1) ?? '', expected)).rejects.toThrow('chunk changed')
  })
})

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
    for (const { warnings } of await whatTheySee(reporter)) expect(warnings).toContain('site-key-changed')
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
    for (const { texts, warnings } of await whatTheySee(reporter)) {
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
