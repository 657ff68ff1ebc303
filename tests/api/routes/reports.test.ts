import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { openDraft } from '../../support/draft.ts'
import { newReporter, openByCode, type SubmissionInput, sealSubmission, submit } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { countRows } from '../../support/table-counts.ts'
import { uploadFile } from '../../support/upload.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const send = (draft: string, body: unknown, api: SchoolApi = school.api) =>
  sendJson(api, 'POST', '/api/reports', body, { authorization: `Draft ${draft}` })

/** Somebody with a sealed report in hand and a draft to send it under. */
async function readyToSend(files: readonly Uint8Array[] = []) {
  const reporter = await newReporter(school.api)
  const draft = await school.openDraft('ede')
  const manifests = []
  for (const bytes of files) manifests.push(await uploadFile(reporter, draft, bytes))
  const input = await sealSubmission(reporter, { to: ['confidentialAdviser'], story: 'Dit is er.', manifests })
  return { reporter, draft, input }
}

const receipt = { receivedOn: ordinaryDay, answerBy: '2026-11-26', closed: null }

describe('a report', () => {
  test('is stored whole: two readers, the reporter, the message and the files', async () => {
    const before = await countRows(school.deps.db)
    const reporter = await newReporter(school.api)
    const mentor = school.site.staff.find(({ name }) => name === 'Mo Meijer')?.holder ?? ''
    const files = [randomBytes(300_000), randomBytes(10)]
    await submit(reporter, {
      ...{ to: ['confidentialAdviser', mentor], story: 'Met foto.', files, urgent: true },
      draft: await school.openDraft('ede'),
    })
    const after = await countRows(school.deps.db)
    const added = Object.fromEntries(Object.entries(after).map(([table, rows]) => [table, rows - (before[table] ?? 0)]))
    expect(added).toMatchObject({
      ...{ reports: 1, report_access: 1, reporter_grants: 1, grants: 2, messages: 1, drafts: 1 },
      ...{ attachments: 2, attachment_chunks: 3 },
    })
    const { conversation, stored } = await openByCode(school.api, reporter.code)
    expect(conversation.entries).toMatchObject([{ body: { story: 'Met foto.' } }])
    expect(conversation.warnings).toEqual([])
    expect(stored).toMatchObject({ isUrgent: true, epoch: 1, site: 'ede', siteName: 'Ede' })
    expect(stored.readers.map(({ holder }) => holder).sort()).toEqual([mentor, 'confidentialAdviser'].sort())
  })

  test('sent again after the answer was lost is the same report with the same answer', async () => {
    const { draft, input } = await readyToSend([randomBytes(10)])
    expect(await send(draft, input)).toEqual({ status: 201, body: receipt })
    const after = await countRows(school.deps.db)
    expect(await send(draft, input)).toEqual({ status: 200, body: receipt })
    expect(await countRows(school.deps.db)).toEqual(after)
  })

  test('sent again by another process of the school is the same report', async () => {
    const { draft, input } = await readyToSend()
    const restarted = createApp(school.deps)
    await send(draft, input)
    expect(
      (
        await send(
          draft,
          input,
          apiOf((request) => restarted.fetch(request)),
        )
      ).status,
    ).toBe(200)
  })

  test('sent five times at the same moment is one report', async () => {
    const { draft, input } = await readyToSend()
    const before = await countRows(school.deps.db)
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(draft, input)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    expect((await countRows(school.deps.db))['reports']).toBe((before['reports'] ?? 0) + 1)
  })

  test('of each of thirty pupils at the same moment, with all the work, is thirty reports', async () => {
    const class1a = await Promise.all(Array.from({ length: 30 }, () => newReporter(school.api)))
    const before = await countRows(school.deps.db)
    await Promise.all(
      class1a.map(async (reporter, seat) => {
        const draft = await openDraft(school.api, 'ede')
        return submit(reporter, { to: ['contactPerson'], story: `Vanaf plek ${seat}.`, draft })
      }),
    )
    expect((await countRows(school.deps.db))['reports']).toBe((before['reports'] ?? 0) + 30)
    for (const [seat, { code }] of class1a.entries()) {
      const { conversation } = await openByCode(school.api, code)
      expect(conversation.entries).toMatchObject([{ body: { story: `Vanaf plek ${seat}.` } }])
    }
  })

  test('in a holiday says until when nobody reads', async () => {
    const { draft, input } = await readyToSend()
    school.standOn('2026-12-23' as const)
    const answer = await send(draft, input)
    school.standOn(ordinaryDay)
    expect(answer.body).toEqual({
      receivedOn: '2026-12-23',
      answerBy: '2027-01-06',
      closed: { name: 'Kerstvakantie', until: '2027-01-03' },
    })
  })
})

describe('a refusal leaves nothing behind:', () => {
  const spoil = (input: SubmissionInput, change: object) => ({ ...input, ...change })
  const sealedTo = (input: SubmissionInput, holder: string) => ({ holder, sealed: input.grants[0]?.sealed ?? '' })

  test.each<[string, (input: SubmissionInput) => unknown, number, string]>([
    [
      'a holder the site does not have',
      (i) => spoil(i, { grants: [sealedTo(i, randomUUID())] }),
      422,
      'holder-unknown',
    ],
    [
      'a function the site does not have',
      (i) => spoil(i, { grants: [sealedTo(i, 'director')] }),
      422,
      'holder-unknown',
    ],
    ['one holder twice', (i) => spoil(i, { grants: [i.grants[0], i.grants[0]] }), 422, 'grants-wrong'],
    ['no readers', (i) => spoil(i, { grants: [] }), 400, 'input-malformed'],
    ['another site than the draft', (i) => spoil(i, { site: 'almere' }), 404, 'site-unknown'],
    ['a site that is not there', (i) => spoil(i, { site: 'parijs' }), 404, 'site-unknown'],
    [
      'a grant that is not sealed',
      (i) => spoil(i, { grants: [{ ...i.grants[0], sealed: toBase64Url(randomBytes(3_000)) }] }),
      422,
      'not-sealed',
    ],
    [
      'a message that is not sealed',
      (i) => spoil(i, { message: { ...i.message, sealed: toBase64Url(randomBytes(3_000)) } }),
      422,
      'not-sealed',
    ],
    ['a story in the open', (i) => spoil(i, { story: 'Ze lachen me uit.' }), 400, 'input-malformed'],
    [
      'a file that never came',
      (i) => spoil(i, { attachments: [{ id: randomUUID(), chunks: 1 }] }),
      422,
      'attachment-incomplete',
    ],
    [
      'six files',
      (i) => spoil(i, { attachments: Array.from({ length: 6 }, () => ({ id: randomUUID(), chunks: 1 })) }),
      400,
      'input-malformed',
    ],
    [
      'twenty-five readers',
      (i) => spoil(i, { grants: Array.from({ length: 25 }, () => sealedTo(i, randomUUID())) }),
      400,
      'input-malformed',
    ],
    ['urgent as a word', (i) => spoil(i, { urgent: 'yes' }), 400, 'input-malformed'],
    ['a look-up id that is too short', (i) => spoil(i, { lookup: 'AAAA' }), 400, 'input-malformed'],
    ['a report id that is no uuid', (i) => spoil(i, { report: '../../etc' }), 400, 'input-malformed'],
    ['nothing', () => null, 400, 'input-malformed'],
    ['a list', (i) => [i], 400, 'input-malformed'],
    ['more than a megabyte', (i) => spoil(i, { story: 'a'.repeat(1_200_000) }), 413, 'too-large'],
  ])('%s', async (_, change, status, refusal) => {
    const { draft, input } = await readyToSend()
    const before = await countRows(school.deps.db)
    expect(await send(draft, change(input))).toEqual(refused(status, refusal))
    expect(await countRows(school.deps.db)).toEqual(before)
    // The draft is as good as before: the reporter mends what was wrong and sends again.
    expect((await send(draft, input)).status).toBe(201)
  })

  test('JSON that breaks off', async () => {
    const { draft, input } = await readyToSend()
    const before = await countRows(school.deps.db)
    const response = await school.api.send('/api/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Draft ${draft}` },
      body: JSON.stringify(input).slice(0, -100),
    })
    expect({ status: response.status, body: await response.json() }).toEqual(refused(400, 'not-json'))
    expect(await countRows(school.deps.db)).toEqual(before)
  })

  test('a connection that is cut while a file goes up; sending the rest makes it whole', async () => {
    const reporter = await newReporter(school.api)
    const draft = await school.openDraft('ede')
    const manifest = await uploadFile(reporter, draft, randomBytes(600_000))
    const input = await sealSubmission(reporter, { to: ['contactPerson'], story: 'Kort.', manifests: [manifest] })
    const before = await countRows(school.deps.db)

    const tooFew = { ...input, attachments: [{ id: manifest.id, chunks: manifest.sha256.length + 1 }] }
    expect(await send(draft, tooFew)).toEqual(refused(422, 'attachment-incomplete'))
    expect(await countRows(school.deps.db)).toEqual(before)
    expect((await send(draft, input)).status).toBe(201)
  })

  test('a file that lies under the draft of somebody else', async () => {
    const { reporter, draft } = await readyToSend()
    const stranger = await newReporter(school.api)
    const theirs = await uploadFile(stranger, await school.openDraft('ede'), randomBytes(10))
    const input = await sealSubmission(reporter, { to: ['contactPerson'], story: 'Gepikt.', manifests: [theirs] })
    const before = await countRows(school.deps.db)
    expect(await send(draft, input)).toEqual(refused(422, 'attachment-incomplete'))
    expect(await countRows(school.deps.db)).toEqual(before)
  })

  test('a full disk', async () => {
    const full = createApp({ ...school.deps, hasFreeSpace: async () => false })
    const { draft, input } = await readyToSend()
    const before = await countRows(school.deps.db)
    expect(
      await send(
        draft,
        input,
        apiOf((request) => full.fetch(request)),
      ),
    ).toEqual(refused(507, 'storage-full'))
    expect(await countRows(school.deps.db)).toEqual(before)
  })
})

describe('a draft', () => {
  test('that is not there takes nothing', async () => {
    const { input } = await readyToSend()
    expect(await send('A'.repeat(43), input)).toEqual(refused(401, 'draft-unknown'))
    expect(await sendJson(school.api, 'POST', '/api/reports', input)).toEqual(refused(401, 'draft-unknown'))
  })

  test('takes one report: another, or the same one changed, is refused', async () => {
    const { reporter, draft, input } = await readyToSend()
    await send(draft, input)
    const resealed = await sealSubmission(reporter, { to: ['confidentialAdviser'], story: 'Iets anders.' })
    const other = await readyToSend()
    const spoiled = [
      resealed,
      other.input,
      { ...input, urgent: true },
      { ...input, proof: other.input.proof },
      { ...input, message: { ...input.message, sealed: other.input.message.sealed } },
      { ...input, reporterGrant: other.input.reporterGrant },
      { ...input, grants: [...input.grants, { ...other.input.grants[0], holder: 'contactPerson' }] },
    ]
    const before = await countRows(school.deps.db)
    for (const changed of spoiled) expect(await send(draft, changed)).toEqual(refused(409, 'draft-used'))
    expect(await countRows(school.deps.db)).toEqual(before)
  })

  test('cannot be used to replace a report that is there', async () => {
    const { input } = await readyToSend()
    await send(await school.openDraft('ede'), input)
    const other = await readyToSend()
    const overwriting = { ...other.input, report: input.report }
    const sameCode = { ...other.input, lookup: input.lookup }
    expect(await send(other.draft, overwriting)).toEqual(refused(409, 'report-taken'))
    expect(await send(other.draft, sameCode)).toEqual(refused(409, 'report-taken'))
  })

  test('raced for one report id by two drafts stores it once', async () => {
    const { draft, input } = await readyToSend()
    const other = await readyToSend()
    const answers = await Promise.all([send(draft, input), send(other.draft, { ...other.input, report: input.report })])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})
