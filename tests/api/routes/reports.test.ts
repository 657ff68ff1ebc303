import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { openDraft } from '../../support/draft.ts'
import { newReporter, openByCode, sealSubmission, submit } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { countRows } from '../../support/table-counts.ts'
import { readyToSend, sendUnder } from '../../support/told.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const send = (draft: string, body: unknown, api: SchoolApi = school.api) => sendUnder(api, draft, body)

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
    const { draft, input } = await readyToSend(school, [randomBytes(10)])
    expect(await send(draft, input)).toEqual({ status: 201, body: receipt })
    const after = await countRows(school.deps.db)
    expect(await send(draft, input)).toEqual({ status: 200, body: receipt })
    expect(await countRows(school.deps.db)).toEqual(after)
  })

  test('sent again by another process of the school is the same report', async () => {
    const { draft, input } = await readyToSend(school)
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
    const { draft, input } = await readyToSend(school)
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
    // Half a minute of computing on a busy machine: the work of thirty phones is done here by one.
  }, 180_000)

  test('in a holiday says until when nobody reads', async () => {
    const { draft, input } = await readyToSend(school)
    school.standOn('2026-12-23' as const)
    const answer = await send(draft, input)
    school.standOn(ordinaryDay)
    expect(answer.body).toEqual({
      receivedOn: '2026-12-23',
      answerBy: '2027-01-06',
      closed: { name: 'kerstvakantie', until: '2027-01-03' },
    })
  })
})

describe('a draft', () => {
  test('that is not there takes nothing', async () => {
    const { input } = await readyToSend(school)
    expect(await send('A'.repeat(43), input)).toEqual(refused(401, 'draft-unknown'))
    expect(await sendJson(school.api, 'POST', '/api/reports', input)).toEqual(refused(401, 'draft-unknown'))
  })

  test('takes one report: another, or the same one changed, is refused', async () => {
    const { reporter, draft, input } = await readyToSend(school)
    await send(draft, input)
    const resealed = await sealSubmission(reporter, { to: ['confidentialAdviser'], story: 'Iets anders.' })
    const other = await readyToSend(school)
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
    const { input } = await readyToSend(school)
    await send(await school.openDraft('ede'), input)
    const other = await readyToSend(school)
    const overwriting = { ...other.input, report: input.report }
    const sameCode = { ...other.input, lookup: input.lookup }
    expect(await send(other.draft, overwriting)).toEqual(refused(409, 'report-taken'))
    expect(await send(other.draft, sameCode)).toEqual(refused(409, 'report-taken'))
  })

  test('raced for one report id by two drafts stores it once', async () => {
    const { draft, input } = await readyToSend(school)
    const other = await readyToSend(school)
    const answers = await Promise.all([send(draft, input), send(other.draft, { ...other.input, report: input.report })])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})
