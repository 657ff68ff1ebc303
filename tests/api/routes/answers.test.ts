import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../../web/client.ts'
import { openChunk } from '../../../web/crypto/attachment.ts'
import { answer, type Colleague, openReport, sealAnswer } from '../../support/colleague.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted, refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

let school: School
const staff = new Map<string, Colleague>()
beforeAll(async () => {
  school = await openSchool()
  for (const who of ['vertrouwenspersoon', 'vertrouwenspersoon2']) staff.set(who, await colleague(school, who))
})
afterAll(() => school.close())

const as = (who: string): Colleague => staff.get(who) ?? expect.fail(`${who} did not sign in`)
const pathOf = ({ report }: Pick<Reporter, 'report'>) => `/api/team/reports/ede/${report}`
const rowOf = async ({ api }: Colleague, { report }: Reporter) =>
  (await accepted(ask(api.client.team.reports.$get({ query: {} })))).reports.find((row) => row.report === report)

describe('an answer', () => {
  test('may set the state, in the list and signed for the reporter', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await answer(as('vertrouwenspersoon'), placeOf(reporter), { text: '', state: 'inProgress', on: ordinaryDay })
    expect(await rowOf(as('vertrouwenspersoon'), reporter)).toMatchObject({ state: 'inProgress' })
    expect((await openByCode(school.api, reporter.code)).conversation.state).toBe('inProgress')
  })

  test('is not put back to read by somebody who reads later', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await answer(as('vertrouwenspersoon'), placeOf(reporter), { text: '', state: 'closed', on: ordinaryDay })
    await sendJson(as('vertrouwenspersoon2').api, 'PUT', `${pathOf(reporter)}/read`, { sequence: 1 })
    expect(await rowOf(as('vertrouwenspersoon'), reporter)).toMatchObject({ state: 'closed' })
  })

  test('sent again is one answer; under an id of the reporter it is refused', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = as('vertrouwenspersoon')
    const { conversation } = await openReport(vera, placeOf(reporter))
    const written = await sealAnswer(vera, placeOf(reporter), conversation, { text: 'Eén keer.', on: ordinaryDay })
    const post = (body: unknown) => sendJson(vera.api, 'POST', `${pathOf(reporter)}/messages`, body)
    expect(await post(written)).toEqual({ status: 201, body: { sequence: 2 } })
    expect(await post(written)).toEqual({ status: 200, body: { sequence: 2 } })
    expect(await post({ ...written, id: reporter.message })).toEqual(refused(409, 'message-different'))
  })

  test('of two colleagues at the same moment gets its own place; the one who was not first may be told', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
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
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = as('vertrouwenspersoon')
    const { conversation } = await openReport(vera, placeOf(reporter))
    const written = await sealAnswer(vera, placeOf(reporter), conversation, { text: 'Goed.', on: ordinaryDay })
    const body = { ...written, ...change }
    expect(await sendJson(vera.api, 'POST', `${pathOf(reporter)}/messages`, body)).toEqual(refused(status, refusal))
  })
})

test('files of a report open for its readers', async () => {
  const bytes = randomBytes(300_000)
  const reporter = await told(school, ['confidentialAdviser'], { files: [bytes] })
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
