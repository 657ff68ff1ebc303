import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grants, messages } from '../../../db/schema/index.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { answer, type Colleague, openReport, sealAnswer } from '../../support/colleague.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { countRows } from '../../support/table-counts.ts'
import { placeOf, told } from '../../support/told.ts'
import { codeHeaders, leaveOut, sealEpoch, writeBack } from '../../support/writing.ts'

let school: School
let [first, second, mentor]: Colleague[] = []
beforeAll(async () => {
  school = await openSchool()
  first = await colleague(school, 'vertrouwenspersoon')
  second = await colleague(school, 'vertrouwenspersoon2')
  mentor = await colleague(school, 'mentor')
})
afterAll(() => school.close())

const somebody = (one: Colleague | undefined): Colleague => {
  if (!one) throw new Error('not signed in')
  return one
}

describe('after the reporter left somebody out', () => {
  test('who stays reads on, and who is left out finds nothing there any more', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await leaveOut(reporter, [holderOf(school, 'vertrouwenspersoon')])
    await writeBack(reporter, 'Dit is niet voor Victor.')

    const { conversation } = await openReport(somebody(first), placeOf(reporter))
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(({ purpose }) => purpose)).toEqual(['report', 'epoch', 'message'])
    await expect(openReport(somebody(second), placeOf(reporter))).rejects.toThrow('report-unknown')
  })

  test('their keys open nothing that follows, with the whole database', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await leaveOut(reporter, [holderOf(school, 'vertrouwenspersoon')])
    await writeBack(reporter, 'Dit is niet voor Victor.')

    const victor = [...(somebody(second).places.get('ede')?.identities.values() ?? [])].flat()
    const rows = [
      ...(await school.deps.db.select().from(grants)).filter(
        ({ reportId, epoch }) => reportId === reporter.report && epoch === 2,
      ),
      ...(await school.deps.db.select().from(messages)).filter(
        ({ reportId, epoch }) => reportId === reporter.report && epoch === 2,
      ),
    ]
    expect(rows).toHaveLength(2)
    for (const { sealed } of rows) {
      for (const identity of victor) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
  })

  test('an answer that was written before it is refused under the old key', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { conversation } = await openReport(somebody(first), placeOf(reporter))
    const late = await sealAnswer(somebody(first), placeOf(reporter), conversation, {
      text: 'Te laat.',
      on: ordinaryDay,
    })
    await leaveOut(reporter, [holderOf(school, 'vertrouwenspersoon')])
    const path = `/api/team/reports/ede/${reporter.report}/messages`
    expect(await sendJson(somebody(first).api, 'POST', path, late)).toEqual(refused(409, 'epoch-old'))
    await answer(somebody(first), placeOf(reporter), { text: 'Onder de nieuwe sleutel.', on: ordinaryDay })
    expect((await openByCode(school.api, reporter.code)).conversation.entries.at(-1)).toMatchObject({
      body: { text: 'Onder de nieuwe sleutel.' },
    })
  })

  test('nothing can be written or read by who is left out, not even a chunk or a mark', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const before = await openReport(somebody(second), placeOf(reporter))
    const late = await sealAnswer(somebody(second), placeOf(reporter), before.conversation, {
      text: 'x',
      on: ordinaryDay,
    })
    await leaveOut(reporter, [holderOf(school, 'vertrouwenspersoon')])
    const path = `/api/team/reports/ede/${reporter.report}`
    const { api } = somebody(second)
    expect(await sendJson(api, 'POST', `${path}/messages`, late)).toEqual(refused(404, 'report-unknown'))
    expect(await sendJson(api, 'PUT', `${path}/read`, { sequence: 1 })).toEqual(refused(404, 'report-unknown'))
    const list = (await (await api.send('/api/team/reports')).json()) as { reports: { report: string }[] }
    expect(list.reports.map(({ report }) => report)).not.toContain(reporter.report)
  })

  test('the grant of a person left out is erased; what somebody who stays needs is kept', async () => {
    const mo = holderOf(school, 'mentor')
    const vera = holderOf(school, 'vertrouwenspersoon')
    const reporter = await told(school, ['confidentialAdviser', mo])
    await expect(openReport(somebody(mentor), placeOf(reporter))).resolves.toBeDefined()
    await leaveOut(reporter, [vera])
    const { stored } = await openByCode(school.api, reporter.code)
    expect(stored.readers).toEqual([
      { holder: 'confidentialAdviser', epoch: 1 },
      { holder: vera, epoch: 2 },
    ])
    expect((await openReport(somebody(first), placeOf(reporter))).conversation.entries[0]).toMatchObject({
      purpose: 'report',
    })
  })

  test('somebody who is let in again later reads under the newest key', async () => {
    const mo = holderOf(school, 'mentor')
    const reporter = await told(school, ['confidentialAdviser', mo])
    await leaveOut(reporter, ['confidentialAdviser'])
    await leaveOut(reporter, ['confidentialAdviser', mo])
    await writeBack(reporter, 'Toch ook voor Mo.')
    const { stored } = await openReport(somebody(mentor), placeOf(reporter)).catch(() => ({ stored: null }))
    expect(stored?.grants.map(({ epoch }) => epoch)).toEqual([3])
  })

  test('nothing becomes unread again for who stays', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const path = `/api/team/reports/ede/${reporter.report}/read`
    expect((await sendJson(somebody(first).api, 'PUT', path, { sequence: 1 })).status).toBe(204)
    await leaveOut(reporter, ['confidentialAdviser'])
    const list = (await (await somebody(first).api.send('/api/team/reports')).json()) as {
      reports: { report: string; unread: number }[]
    }
    expect(list.reports.find(({ report }) => report === reporter.report)?.unread).toBe(1)
  })
})

describe('a new key', () => {
  const post = (reporter: Reporter, body: unknown) =>
    sendJson(school.api, 'POST', '/api/conversation/epochs', body, codeHeaders(reporter.keys))

  test('sent again is the same one', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { conversation } = await openByCode(school.api, reporter.code)
    const next = await sealEpoch(reporter, conversation, ['contactPerson'])
    expect(await post(reporter, next)).toEqual({ status: 201, body: { sequence: 2 } })
    const after = await countRows(school.deps.db)
    expect(await post(reporter, next)).toEqual({ status: 200, body: { sequence: 2 } })
    expect(await countRows(school.deps.db)).toEqual(after)
  })

  test('of two made at the same moment counts once', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { conversation } = await openByCode(school.api, reporter.code)
    const both = await Promise.all([
      sealEpoch(reporter, conversation, ['contactPerson']),
      sealEpoch(reporter, conversation, ['bullyingCoordinator']),
    ])
    const answers = await Promise.all(both.map((next) => post(reporter, next)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await openByCode(school.api, reporter.code)).conversation.warnings).toEqual([])
  })

  test.each<[string, (next: Awaited<ReturnType<typeof sealEpoch>>) => unknown, number, string]>([
    ['for nobody', (next) => ({ ...next, grants: [] }), 400, 'input-malformed'],
    [
      'for a stranger',
      (next) => ({ ...next, grants: [{ ...next.grants[0], holder: 'director' }] }),
      422,
      'holder-unknown',
    ],
    ['twice for one', (next) => ({ ...next, grants: [next.grants[0], next.grants[0]] }), 422, 'grants-wrong'],
    ['that skips one', (next) => ({ ...next, epoch: 3 }), 409, 'epoch-old'],
    ['that is the old one', (next) => ({ ...next, epoch: 1 }), 409, 'epoch-old'],
    ['after something else came in', (next) => ({ ...next, after: 7 }), 409, 'conversation-moved'],
    ['in the open', (next) => ({ ...next, reporterGrant: toBase64Url(randomBytes(4_000)) }), 422, 'not-sealed'],
    [
      'with an older key for somebody who does not read along',
      (next) => ({ ...next, earlierGrants: [{ epoch: 1, holder: 'contactPerson', sealed: next.reporterGrant }] }),
      422,
      'grants-wrong',
    ],
  ])('%s is refused and leaves nothing behind', async (_, change, status, refusal) => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { conversation } = await openByCode(school.api, reporter.code)
    const next = await sealEpoch(reporter, conversation, ['bullyingCoordinator'])
    const before = await countRows(school.deps.db)
    expect(await post(reporter, change(next))).toEqual(refused(status, refusal))
    expect(await countRows(school.deps.db)).toEqual(before)
  })
})
