import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import type { Manifest } from '../../../web/crypto/message.ts'
import { countQueries } from '../../support/counted-database.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { apiOf, refused, sendJson } from '../../support/school-api.ts'
import { countRows } from '../../support/table-counts.ts'
import { told } from '../../support/told.ts'
import { codeHeaders, sealReply } from '../../support/writing.ts'

let school: School
let reporter: Reporter
beforeAll(async () => {
  school = await openSchool()
  reporter = await told(school, ['confidentialAdviser'])
})
afterAll(() => school.close())

const post = (path: string, body: unknown, who: Reporter = reporter, api = school.api) =>
  sendJson(api, 'POST', `/api/conversation/${path}`, body, codeHeaders(who.keys))

async function reply(who: Reporter, text: string, manifests: readonly Manifest[] = []) {
  const { conversation } = await openByCode(school.api, who.code)
  return sealReply(who, conversation, { text, on: ordinaryDay, manifests })
}

describe('a code that opens nothing', () => {
  const wrong = () => {
    const [lookup, proof] = [toBase64Url(reporter.keys.lookup), toBase64Url(reporter.keys.proof)]
    return {
      unknown: `Code ${toBase64Url(randomBytes(16))}.${proof}`,
      'with a wrong proof': `Code ${lookup}.${toBase64Url(randomBytes(32))}`,
      'of which the two are swapped': `Code ${proof}.${lookup}`,
      'cut short': `Code ${lookup}.${proof.slice(1)}`,
      'with something after it': `Code ${lookup}.${proof}.`,
      'of another kind': `Draft ${lookup}.${proof}`,
      empty: '',
      'all zeros': `Code ${'A'.repeat(22)}.${'A'.repeat(43)}`,
      enormous: `Code ${'A'.repeat(5_000)}`,
    }
  }

  async function answerTo(authorization: string, path = '') {
    const counted = countQueries(school.deps.db)
    const app = createApp({ ...school.deps, db: counted.db })
    counted.since()
    const response = await apiOf((request) => app.fetch(request)).send(`/api/conversation${path}`, {
      headers: authorization === '' ? {} : { authorization },
    })
    const bytes = await response.text()
    return { status: response.status, headers: [...response.headers], bytes, queries: counted.since() }
  }

  test('gets one and the same answer, after the same work, whatever is wrong with it', async () => {
    const answers = []
    for (const authorization of Object.values(wrong())) answers.push(await answerTo(authorization))
    expect(answers[0]).toMatchObject({ status: 404, bytes: '{"refusal":"code-unknown"}', queries: 1 })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('gets it before anything else is said about the request', async () => {
    const { 'with a wrong proof': authorization } = wrong()
    const expected = refused(404, 'code-unknown')
    for (const path of ['messages', 'epochs']) {
      expect(await sendJson(school.api, 'POST', `/api/conversation/${path}`, 'nonsense', { authorization })).toEqual(
        expected,
      )
    }
    expect((await answerTo(authorization, '/attachments/not-a-uuid/chunks/x')).bytes).toBe('{"refusal":"code-unknown"}')
  })

  test('leaves the right one as it was', async () => {
    for (const authorization of Object.values(wrong())) await answerTo(authorization)
    const { stored } = await openByCode(school.api, reporter.code)
    expect(stored.report).toBe(reporter.report)
  })
})

describe('a reply', () => {
  test('comes after what was there, and is found with the code', async () => {
    const who = await told(school, ['confidentialAdviser'])
    expect(await post('messages', await reply(who, 'Nog iets.'), who)).toEqual({ status: 201, body: { sequence: 2 } })
    const { conversation } = await openByCode(school.api, who.code)
    expect(conversation.entries.at(-1)).toMatchObject({ purpose: 'message', body: { text: 'Nog iets.' } })
    expect(conversation.warnings).toEqual([])
  })

  test('sent again is the same reply; other words under its id are refused', async () => {
    const who = await told(school, ['confidentialAdviser'])
    const [written, other] = [await reply(who, 'Eén keer.'), await reply(who, 'Andere woorden.')]
    await post('messages', written, who)
    expect(await post('messages', written, who)).toEqual({ status: 200, body: { sequence: 2 } })
    expect(await post('messages', { ...other, id: written.id }, who)).toEqual(refused(409, 'message-different'))
    expect((await openByCode(school.api, who.code)).stored.messages).toHaveLength(2)
  })

  test('of which twenty come at the same moment leave no gap and no double', async () => {
    const who = await told(school, ['confidentialAdviser'])
    const written = await Promise.all(Array.from({ length: 20 }, (_, index) => reply(who, `Nummer ${index}`)))
    const answers = await Promise.all(written.map((body) => post('messages', body, who)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
    const { stored } = await openByCode(school.api, who.code)
    expect(stored.messages.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
  })

  test('that says what it answers is refused when something came in between', async () => {
    const who = await told(school, ['confidentialAdviser'])
    const [one, other] = [await reply(who, 'Op mijn telefoon.'), await reply(who, 'Op de schoolcomputer.')]
    expect((await post('messages', { ...one, after: 1 }, who)).status).toBe(201)
    expect(await post('messages', { ...other, after: 1 }, who)).toEqual(refused(409, 'conversation-moved'))
    expect((await post('messages', { ...one, after: 1 }, who)).status).toBe(200)
    expect((await post('messages', { ...(await reply(who, 'Opnieuw.')), after: 2 }, who)).status).toBe(201)
  })

  test.each([
    ['under an epoch that is not there', { epoch: 2 }, 409, 'epoch-old'],
    ['that is not sealed', { sealed: toBase64Url(randomBytes(4_000)) }, 422, 'not-sealed'],
    ['with a file and no draft', { attachments: [{ id: randomUUID(), chunks: 1 }] }, 401, 'draft-unknown'],
    [
      'with a file and nonsense for a draft',
      { attachments: [{ id: randomUUID(), chunks: 1 }], draft: 'x' },
      401,
      'draft-unknown',
    ],
    ['with a state, which is not the reporter’s to say', { state: 'closed' }, 400, 'input-malformed'],
    ['in the open', { text: 'Ze lachen me uit.' }, 400, 'input-malformed'],
    ['too large', { sealed: 'A'.repeat(1_200_000) }, 413, 'too-large'],
  ])('%s is refused and leaves nothing behind', async (_, change, status, refusal) => {
    const written = await reply(reporter, 'Goed geschreven.')
    const before = await countRows(school.deps.db)
    expect(await post('messages', { ...written, ...change })).toEqual(refused(status, refusal))
    expect(await countRows(school.deps.db)).toEqual(before)
  })

  test('is refused when the disk is nearly full', async () => {
    const app = createApp({ ...school.deps, hasFreeSpace: async () => false })
    const written = await reply(reporter, 'Past niet.')
    const full = apiOf((request) => app.fetch(request))
    expect(await post('messages', written, reporter, full)).toEqual(refused(507, 'storage-full'))
    expect(await post('drafts', {}, reporter, full)).toEqual(refused(507, 'storage-full'))
  })

  test('is refused after sixty in an hour, and welcome again later', async () => {
    const who = await told(school, ['confidentialAdviser'])
    let later = 0
    const { clock } = school.deps
    const app = createApp({ ...school.deps, clock: { ...clock, now: () => new Date(clock.now().getTime() + later) } })
    const api = apiOf((request) => app.fetch(request))
    const written = await reply(who, 'Steeds hetzelfde.')
    const statuses = []
    for (let sent = 0; sent < 61; sent += 1) statuses.push((await post('messages', written, who, api)).status)
    expect(statuses).toEqual([201, ...Array(59).fill(200), 429])
    expect(await post('drafts', {}, who, api)).toEqual(refused(429, 'too-many'))
    later = 120_000
    expect((await post('messages', written, who, api)).status).toBe(200)
  })
})

test('the promised day counts from what the reporter wrote last', async () => {
  const who = await told(school, ['confidentialAdviser'])
  school.standOn('2026-12-18' as const)
  await post('messages', await reply(who, 'Vlak voor de vakantie.'), who)
  const { stored } = await openByCode(school.api, who.code)
  school.standOn(ordinaryDay)
  expect(stored).toMatchObject({ receivedOn: ordinaryDay, answerBy: '2027-01-05', closed: null })
})
