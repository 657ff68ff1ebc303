import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachmentChunks, grants, messages } from '../../../db/schema/index.ts'
import { openChunk } from '../../../web/crypto/attachment.ts'
import { type Author, sealEnvelope } from '../../../web/crypto/envelope.ts'
import { newSigningKey } from '../../../web/crypto/signing.ts'
import { type Colleague, openReport } from '../../support/colleague.ts'
import { headerOf, honest, honestTalk, whatTheySee } from '../../support/honest-talk.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf } from '../../support/told.ts'
import { codeHeaders, leaveOut, writeBack } from '../../support/writing.ts'

let school: School
let vera: Colleague
beforeAll(async () => {
  school = await openSchool()
  vera = await colleague(school, 'vertrouwenspersoon')
})
afterAll(() => school.close())

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const conversation = (files?: readonly Uint8Array[]) => honestTalk(school, vera, files)
const seenBy = (reporter: Reporter) => whatTheySee(school, vera, reporter)
const at = ({ report }: Reporter, sequence: number) =>
  and(eq(messages.siteId, 'ede'), eq(messages.reportId, report), eq(messages.sequence, sequence))

async function rowAt(reporter: Reporter, sequence: number) {
  const [row] = await school.deps.db.select().from(messages).where(at(reporter, sequence))
  return row ?? expect.fail('no such message')
}

test('an honest server gives no warning', async () => {
  for (const seen of await seenBy(await conversation())) expect(seen).toEqual({ texts: honest, warnings: [] })
})

describe('a server that is seen by both sides', () => {
  test('drops a message', async () => {
    const reporter = await conversation()
    await school.deps.db.delete(messages).where(at(reporter, 2))
    for (const seen of await seenBy(reporter)) {
      expect(seen).toEqual({ texts: honest.toSpliced(1, 1), warnings: ['missing'] })
    }
  })

  test('repeats a message', async () => {
    const reporter = await conversation()
    await school.deps.db.insert(messages).values({ ...(await rowAt(reporter, 3)), sequence: 5, id: randomUUID() })
    for (const seen of await seenBy(reporter)) expect(seen).toEqual({ texts: honest, warnings: ['repeated'] })
  })

  test('puts a message in another place', async () => {
    const reporter = await conversation()
    await school.deps.db.update(messages).set({ sequence: 9 }).where(at(reporter, 2))
    for (const { warnings } of await seenBy(reporter)) expect(warnings).toContain('out-of-order')
  })

  test('puts in a message of another report', async () => {
    const [reporter, other] = [await conversation(), await conversation()]
    const { sealed } = await rowAt(other, 3)
    await school.deps.db.update(messages).set({ sealed }).where(at(reporter, 3))
    for (const { texts, warnings } of await seenBy(reporter)) {
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
    for (const seen of await seenBy(reporter)) {
      expect(seen).toEqual({ texts: honest, warnings: ['forged', 'forged'] })
    }
  })

  test('changes a byte', async () => {
    const reporter = await conversation()
    const { sealed } = await rowAt(reporter, 4)
    const changed = sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1)
    await school.deps.db.update(messages).set({ sealed: changed }).where(at(reporter, 4))
    for (const { texts, warnings } of await seenBy(reporter)) {
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
    for (const { texts, warnings } of await seenBy(reporter)) {
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
