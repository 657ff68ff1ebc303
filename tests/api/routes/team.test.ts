import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../../web/client.ts'
import { answer, type Colleague, openReport, sealAnswer } from '../../support/colleague.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { mailOf, openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted, refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { writeBack } from '../../support/writing.ts'

let school: School
const staff = new Map<string, Colleague>()
beforeAll(async () => {
  school = await openSchool()
  for (const who of ['vertrouwenspersoon', 'vertrouwenspersoon2', 'coordinator', 'mentor', 'beheerder']) {
    staff.set(who, await colleague(school, who))
  }
})
afterAll(() => school.close())

const as = (who: string): Colleague => {
  const found = staff.get(who)
  if (!found) throw new Error(`${who} did not sign in`)
  return found
}

const pathOf = ({ report }: Pick<Reporter, 'report'>) => `/api/team/reports/ede/${report}`
const listOf = async ({ api }: Colleague, after?: string) =>
  accepted(ask(api.client.team.reports.$get({ query: after === undefined ? {} : { after } })))
const rowOf = async (who: Colleague, { report }: Reporter) =>
  (await listOf(who)).reports.find((row) => row.report === report)

describe('me', () => {
  test('are my keys, my roles and the functions whose key I hold', async () => {
    const me = await accepted(ask(as('vertrouwenspersoon2').api.client.team.me.$get()))
    expect(me).toMatchObject({ name: 'Victor Vos', email: mailOf('vertrouwenspersoon2') })
    expect(me.sites).toMatchObject([
      {
        ...{ site: 'ede', siteName: 'Ede', siteKey: school.site.siteKey },
        ...{ holder: holderOf(school, 'vertrouwenspersoon2'), roles: ['teamLeader', 'confidentialAdviser'] },
        functions: [{ role: 'confidentialAdviser' }],
      },
    ])
  })

  test('am nobody without a session', async () => {
    for (const path of ['me', 'reports', `reports/ede/${randomUUID()}`]) {
      const response = await school.api.send(`/api/team/${path}`)
      expect({ status: response.status, body: await response.json() }).toEqual(refused(401, 'not-signed-in'))
    }
    const nonsense = await sendJson(school.api, 'PUT', '/api/team/reports/x/y/read', 'nonsense')
    expect(nonsense).toEqual(refused(401, 'not-signed-in'))
  })
})

describe('a report to the vertrouwenspersoon', () => {
  test('is read by both of that function', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    for (const who of ['vertrouwenspersoon', 'vertrouwenspersoon2']) {
      const { conversation } = await openReport(as(who), placeOf(reporter))
      expect(conversation.entries).toMatchObject([{ body: { story: 'Het begin.' } }])
    }
  })

  test('does not exist for the coordinator, a mentor or the systeembeheerder, whatever they ask', async () => {
    const reporter = await told(school, ['confidentialAdviser'], { files: [randomBytes(10)] })
    const { stored } = await openByCode(school.api, reporter.code)
    const chunk = `attachments/${stored.attachments[0]?.id}/chunks/0`
    const { conversation } = await openReport(as('vertrouwenspersoon'), placeOf(reporter))
    const message = await sealAnswer(as('coordinator'), placeOf(reporter), conversation, { text: 'x', on: ordinaryDay })

    const answers = async (api: SchoolApi, path: string) => ({
      read: await plain(await api.send(path)),
      file: await plain(await api.send(`${path}/${chunk}`)),
      mark: await sendJson(api, 'PUT', `${path}/read`, { sequence: 1 }),
      write: await sendJson(api, 'POST', `${path}/messages`, message),
    })
    for (const who of ['coordinator', 'mentor', 'beheerder']) {
      const { api } = as(who)
      const there = await answers(api, pathOf(reporter))
      expect(there).toEqual(await answers(api, pathOf({ report: randomUUID() })))
      expect(there.read).toMatchObject({ status: 404, body: '{"refusal":"report-unknown"}' })
      expect((await listOf(as(who))).reports.map(({ report }) => report)).not.toContain(reporter.report)
    }
    expect((await openByCode(school.api, reporter.code)).stored.messages).toHaveLength(1)
  })

  test('does not exist for a vertrouwenspersoon of another site, under its own or that one’s name', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const alma = await colleague(school, 'vertrouwenspersoon', 'almere')
    for (const site of ['ede', 'almere']) {
      const response = await alma.api.send(`/api/team/reports/${site}/${reporter.report}`)
      expect(response.status).toBe(404)
    }
  })

  async function plain(response: Response) {
    return { status: response.status, body: await response.text(), headers: [...response.headers] }
  }
})

describe('a report to a person', () => {
  test('is read by that person, and by nobody else of the same role', async () => {
    const reporter = await told(school, [holderOf(school, 'mentor')])
    expect((await openReport(as('mentor'), placeOf(reporter))).conversation.entries).toHaveLength(1)
    for (const who of ['vertrouwenspersoon', 'coordinator']) {
      await expect(openReport(as(who), placeOf(reporter))).rejects.toThrow('report-unknown')
    }
  })
})

describe('the work list', () => {
  test('says of a report what is known without opening it, and nothing more', async () => {
    const reporter = await told(school, ['bullyingCoordinator', holderOf(school, 'mentor')], { urgent: true })
    expect(await rowOf(as('coordinator'), reporter)).toEqual({
      ...{ site: 'ede', siteName: 'Ede', report: reporter.report, isUrgent: true, state: 'received' },
      ...{ receivedOn: ordinaryDay, lastOn: ordinaryDay, unread: 1 },
      addressedTo: ['bullyingCoordinator', holderOf(school, 'mentor')].sort(),
      due: { by: '2026-11-26', schoolDays: 2 },
    })
  })

  test('counts what the reporter wrote until it is read, and not what colleagues wrote', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = as('vertrouwenspersoon')
    await answer(vera, placeOf(reporter), { text: 'Ik lees het.', on: ordinaryDay })
    expect(await rowOf(vera, reporter)).toMatchObject({ unread: 1 })
    expect((await sendJson(vera.api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 2 })).status).toBe(204)
    expect(await rowOf(vera, reporter)).toMatchObject({ unread: 0, state: 'read' })
    await writeBack(reporter, 'En toen.')
    await writeBack(reporter, 'En nog iets.')
    expect(await rowOf(vera, reporter)).toMatchObject({ unread: 2 })
  })

  test('shows to the second of a function what the first has read', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await sendJson(as('vertrouwenspersoon').api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1 })
    expect(await rowOf(as('vertrouwenspersoon2'), reporter)).toMatchObject({ unread: 0 })
  })

  test('is not marked beyond what is there, nor back', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { api } = as('vertrouwenspersoon')
    await sendJson(api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1_000_000 })
    await writeBack(reporter, 'Dit is nieuw.')
    await sendJson(api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1 })
    expect(await rowOf(as('vertrouwenspersoon'), reporter)).toMatchObject({ unread: 1 })
  })

  test('comes in pages that together hold every report once, unread and urgent first', async () => {
    const who = await colleague(school, 'aanspreekpunt')
    const reporters = await Promise.all(
      Array.from({ length: 53 }, (_, index) => told(school, ['contactPerson'], { urgent: index % 10 === 0 })),
    )
    const [opened] = reporters
    if (opened) await sendJson(who.api, 'PUT', `${pathOf(opened)}/read`, { sequence: 1 })
    const first = await listOf(who)
    expect(first.reports).toHaveLength(50)
    expect(first.unread).toBe(52)
    expect(first.reports.slice(0, 6).map(({ isUrgent }) => isUrgent)).toEqual([true, true, true, true, true, false])
    const second = await listOf(who, first.next ?? '')
    expect(second.next).toBeNull()
    const ids = [...first.reports, ...second.reports].map(({ report }) => report)
    expect(ids.toSorted()).toEqual(reporters.map(({ report }) => report).toSorted())
    expect(ids.at(-1)).toBe(opened?.report)
  })

  test.each([
    'x',
    'W10',
    Buffer.from('["0"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
    'A'.repeat(500),
  ])('after %s is refused', async (after) => {
    const response = await as('mentor').api.send(`/api/team/reports?after=${after}`)
    expect({ status: response.status, body: await response.json() }).toEqual(refused(400, 'input-malformed'))
  })

  test('of somebody without reports is empty', async () => {
    expect(await listOf(as('beheerder'))).toEqual({ reports: [], next: null, unread: 0 })
  })
})
