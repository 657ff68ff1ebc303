import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { newReporter, type SubmissionInput, sealSubmission } from '../../support/reporter.ts'
import { openSchool, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi } from '../../support/school-api.ts'
import { countRows } from '../../support/table-counts.ts'
import { readyToSend, sendUnder } from '../../support/told.ts'
import { uploadFile } from '../../support/upload.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const send = (draft: string, body: unknown, api: SchoolApi = school.api) => sendUnder(api, draft, body)

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
    const { draft, input } = await readyToSend(school)
    const before = await countRows(school.deps.db)
    expect(await send(draft, change(input))).toEqual(refused(status, refusal))
    expect(await countRows(school.deps.db)).toEqual(before)
    // The draft is as good as before: the reporter mends what was wrong and sends again.
    expect((await send(draft, input)).status).toBe(201)
  })

  test('JSON that breaks off', async () => {
    const { draft, input } = await readyToSend(school)
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
    const { reporter, draft } = await readyToSend(school)
    const stranger = await newReporter(school.api)
    const theirs = await uploadFile(stranger, await school.openDraft('ede'), randomBytes(10))
    const input = await sealSubmission(reporter, { to: ['contactPerson'], story: 'Gepikt.', manifests: [theirs] })
    const before = await countRows(school.deps.db)
    expect(await send(draft, input)).toEqual(refused(422, 'attachment-incomplete'))
    expect(await countRows(school.deps.db)).toEqual(before)
  })

  test('a full disk', async () => {
    const full = createApp({ ...school.deps, hasFreeSpace: async () => false })
    const { draft, input } = await readyToSend(school)
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
