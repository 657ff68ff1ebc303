import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../../web/client.ts'
import { openChunk } from '../../../web/crypto/attachment.ts'
import { answer, type Colleague, openReport, sealAnswer } from '../../support/colleague.ts'
import { newReporter, openByCode, type Reporter, submit, type Telling } from '../../support/reporter.ts'
import { mailOf, openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted, refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
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

async function told(to: readonly string[], more: Partial<Telling> = {}): Promise<Reporter> {
  const reporter = await newReporter(school.api)
  await submit(reporter, { to, story: 'Het begin.', draft: await school.openDraft('ede'), ...more })
  return reporter
}

const placeOf = ({ report }: Pick<Reporter, 'report'>) => ({ site: 'ede', report })
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
    const reporter = await told(['confidentialAdviser'])
    for (const who of ['vertrouwenspersoon', 'vertrouwenspersoon2']) {
      const { conversation } = await openReport(as(who), placeOf(reporter))
      expect(conversation.entries).toMatchObject([{ body: { story: 'Het begin.' } }])
    }
  })

  test('does not exist for the coordinator, a mentor or the systeembeheerder, whatever they ask', async () => {
    const reporter = await told(['confidentialAdviser'], { files: [randomBytes(10)] })
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
    const reporter = await told(['confidentialAdviser'])
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
    const reporter = await told([holderOf(school, 'mentor')])
    expect((await openReport(as('mentor'), placeOf(reporter))).conversation.entries).toHaveLength(1)
    for (const who of ['vertrouwenspersoon', 'coordinator']) {
      await expect(openReport(as(who), placeOf(reporter))).rejects.toThrow('report-unknown')
    }
  })
})

describe('the work list', () => {
  test('says of a report what is known without opening it, and nothing more', async () => {
    const reporter = await told(['bullyingCoordinator', holderOf(school, 'mentor')], { urgent: true })
    expect(await rowOf(as('coordinator'), reporter)).toEqual({
      ...{ site: 'ede', siteName: 'Ede', report: reporter.report, isUrgent: true, state: 'received' },
      ...{ receivedOn: ordinaryDay, lastOn: ordinaryDay, unread: 1 },
      addressedTo: ['bullyingCoordinator', holderOf(school, 'mentor')].sort(),
    })
  })

  test('counts what the reporter wrote until it is read, and not what colleagues wrote', async () => {
    const reporter = await told(['confidentialAdviser'])
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
    const reporter = await told(['confidentialAdviser'])
    await sendJson(as('vertrouwenspersoon').api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1 })
    expect(await rowOf(as('vertrouwenspersoon2'), reporter)).toMatchObject({ unread: 0 })
  })

  test('is not marked beyond what is there, nor back', async () => {
    const reporter = await told(['confidentialAdviser'])
    const { api } = as('vertrouwenspersoon')
    await sendJson(api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1_000_000 })
    await writeBack(reporter, 'Dit is nieuw.')
    await sendJson(api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1 })
    expect(await rowOf(as('vertrouwenspersoon'), reporter)).toMatchObject({ unread: 1 })
  })

  test('comes in pages that together hold every report once, unread and urgent first', async () => {
    const who = await colleague(school, 'aanspreekpunt')
    const reporters = await Promise.all(
      Array.from({ length: 53 }, (_, index) => told(['contactPerson'], { urgent: index % 10 === 0 })),
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

describe('an answer', () => {
  test('may set the state, in the list and signed for the reporter', async () => {
    const reporter = await told(['confidentialAdviser'])
    await answer(as('vertrouwenspersoon'), placeOf(reporter), { text: '', state: 'inProgress', on: ordinaryDay })
    expect(await rowOf(as('vertrouwenspersoon'), reporter)).toMatchObject({ state: 'inProgress' })
    expect((await openByCode(school.api, reporter.code)).conversation.state).toBe('inProgress')
  })

  test('is not put back to read by somebody who reads later', async () => {
    const reporter = await told(['confidentialAdviser'])
    await answer(as('vertrouwenspersoon'), placeOf(reporter), { text: '', state: 'closed', on: ordinaryDay })
    await sendJson(as('vertrouwenspersoon2').api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1 })
    expect(await rowOf(as('vertrouwenspersoon'), reporter)).toMatchObject({ state: 'closed' })
  })

  test('sent again is one answer; under an id of the reporter it is refused', async () => {
    const reporter = await told(['confidentialAdviser'])
    const vera = as('vertrouwenspersoon')
    const { conversation } = await openReport(vera, placeOf(reporter))
    const written = await sealAnswer(vera, placeOf(reporter), conversation, { text: 'Eén keer.', on: ordinaryDay })
    const post = (body: unknown) => sendJson(vera.api, 'POST', `${pathOf(reporter)}/messages`, body)
    expect(await post(written)).toEqual({ status: 201, body: { sequence: 2 } })
    expect(await post(written)).toEqual({ status: 200, body: { sequence: 2 } })
    expect(await post({ ...written, id: reporter.message })).toEqual(refused(409, 'message-different'))
  })

  test('of two colleagues at the same moment gets its own place; the one who was not first may be told', async () => {
    const reporter = await told(['confidentialAdviser'])
    const [vera, victor] = [as('vertrouwenspersoon'), as('vertrouwenspersoon2')]
    const written = await Promise.all(
      [vera, victor].map(async (who) => {
        const { conversation } = await openReport(who, placeOf(reporter))
        return sealAnswer(who, placeOf(reporter), conversation, { text: 'Tegelijk.', on: ordinaryDay })
      }),
    )
    const post = (who: Colleague, body: unknown) => sendJson(who.api, 'POST', `${pathOf(reporter)}/messages`, body)
    const answers = await Promise.all([
      post(vera, { ...written[0], after: 1 }),
      post(victor, { ...written[1], after: 1 }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers).toContainEqual(refused(409, 'conversation-moved'))
  })

  test.each([
    ['without an id', { id: undefined }, 400, 'input-malformed'],
    ['with a state that is none', { state: 'solved' }, 400, 'input-malformed'],
    ['that is not sealed', { sealed: randomBytes(4_000).toString('base64url') }, 422, 'not-sealed'],
    ['under a key that is not there yet', { epoch: 2 }, 409, 'epoch-old'],
    ['with files, which come later', { attachments: [] }, 400, 'input-malformed'],
  ])('%s is refused', async (_, change, status, refusal) => {
    const reporter = await told(['confidentialAdviser'])
    const vera = as('vertrouwenspersoon')
    const { conversation } = await openReport(vera, placeOf(reporter))
    const written = await sealAnswer(vera, placeOf(reporter), conversation, { text: 'Goed.', on: ordinaryDay })
    const body = { ...written, ...change }
    expect(await sendJson(vera.api, 'POST', `${pathOf(reporter)}/messages`, body)).toEqual(refused(status, refusal))
  })
})

test('files of a report open for its readers', async () => {
  const bytes = randomBytes(300_000)
  const reporter = await told(['confidentialAdviser'], { files: [bytes] })
  const vera = as('vertrouwenspersoon')
  const { conversation } = await openReport(vera, placeOf(reporter))
  const [entry] = conversation.entries
  const [manifest] = entry?.purpose === 'report' ? entry.body.attachments : []
  const parts: Uint8Array[] = []
  for (const index of manifest?.sha256.keys() ?? []) {
    const response = await vera.api.send(`${pathOf(reporter)}/attachments/${manifest?.id}/chunks/${index}`)
    const expected = { ...placeOf(reporter), manifest: manifest ?? expect.fail('no file'), index }
    const sealed = new Uint8Array(await response.arrayBuffer())
    parts.push(await openChunk(sealed, conversation.grantIdentities.get(1) ?? '', expected))
  }
  expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  expect((await vera.api.send(`${pathOf(reporter)}/attachments/${manifest?.id}/chunks/7`)).status).toBe(404)
})
