import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { reportLimits } from '../../../api/domain/report.ts'
import { attachmentChunks } from '../../../db/schema/index.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { seal } from '../../../web/crypto/sealing.ts'
import { openSchool, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi } from '../../support/school-api.ts'

let school: School
let chunk: Uint8Array
let otherChunk: Uint8Array
beforeAll(async () => {
  school = await openSchool()
  const { recipient } = await newIdentity()
  chunk = await seal(randomBytes(100), recipient)
  otherChunk = await seal(randomBytes(100), recipient)
})
afterAll(() => school.close())

async function put(
  draft: string | null,
  attachment: string,
  index: number | string,
  bytes: Uint8Array,
  api: SchoolApi = school.api,
) {
  const response = await api.send(`/api/draft/attachments/${attachment}/chunks/${index}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      ...(draft !== null && { authorization: `Draft ${draft}` }),
    },
    body: new Uint8Array(bytes),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

const drop = async (draft: string, attachment: string) =>
  school.api.send(`/api/draft/attachments/${attachment}`, {
    method: 'DELETE',
    headers: { authorization: `Draft ${draft}` },
  })

const stored = async (attachment: string) => {
  const rows = await school.deps.db.select().from(attachmentChunks).where(eq(attachmentChunks.attachmentId, attachment))
  return rows.map(({ index, sealed }) => [index, sealed] as const).sort(([a], [b]) => a - b)
}

const done = { status: 204, body: null }

describe('a sealed chunk', () => {
  test('is kept byte for byte, in its place', async () => {
    const [draft, attachment] = [await school.openDraft('ede'), randomUUID()]
    expect(await put(draft, attachment, 1, otherChunk)).toEqual(done)
    expect(await put(draft, attachment, 0, chunk)).toEqual(done)
    expect(await stored(attachment)).toEqual([
      [0, chunk],
      [1, otherChunk],
    ])
  })

  test('sent twice is one chunk, and sent anew takes the place of the one before', async () => {
    const [draft, attachment] = [await school.openDraft('ede'), randomUUID()]
    await put(draft, attachment, 0, chunk)
    expect(await put(draft, attachment, 0, chunk)).toEqual(done)
    expect(await put(draft, attachment, 0, otherChunk)).toEqual(done)
    expect(await stored(attachment)).toEqual([[0, otherChunk]])
  })

  test('of another draft cannot be replaced or taken back', async () => {
    const [draft, stranger, attachment] = [await school.openDraft('ede'), await school.openDraft('ede'), randomUUID()]
    await put(draft, attachment, 0, chunk)
    expect(await put(stranger, attachment, 0, otherChunk)).toEqual(refused(409, 'draft-used'))
    expect((await drop(stranger, attachment)).status).toBe(204)
    expect(await stored(attachment)).toEqual([[0, chunk]])
  })

  test('is gone with its file when the upload is cancelled', async () => {
    const [draft, attachment, kept] = [await school.openDraft('ede'), randomUUID(), randomUUID()]
    for (const index of [0, 1, 2]) await put(draft, attachment, index, chunk)
    await put(draft, kept, 0, chunk)
    expect((await drop(draft, attachment)).status).toBe(204)
    expect((await drop(draft, attachment)).status).toBe(204)
    expect(await stored(attachment)).toEqual([])
    expect(await stored(kept)).toHaveLength(1)
  })

  test('may be the fifth file under a draft, not the sixth, until one is taken back', async () => {
    const draft = await school.openDraft('ede')
    const files = Array.from({ length: reportLimits.attachments + 1 }, () => randomUUID())
    const answers = []
    for (const file of files) answers.push(await put(draft, file, 0, chunk))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 413])
    await drop(draft, files[0] ?? '')
    expect(await put(draft, files[5] ?? '', 0, chunk)).toEqual(done)
  })

  test('may be the last of a file of twenty megabytes, not one further', async () => {
    const [draft, attachment] = [await school.openDraft('ede'), randomUUID()]
    expect(await put(draft, attachment, reportLimits.attachmentChunks - 1, chunk)).toEqual(done)
    expect(await put(draft, attachment, reportLimits.attachmentChunks, chunk)).toEqual(refused(400, 'input-malformed'))
  })
})

describe('what is refused', () => {
  test('bytes that are not sealed, whatever their size', async () => {
    const draft = await school.openDraft('ede')
    const changed = chunk.slice()
    changed.set(new TextEncoder().encode('-> X25519'), 22)
    for (const bytes of [randomBytes(10), randomBytes(chunk.length), chunk.slice(1), changed, new Uint8Array()]) {
      expect(await put(draft, randomUUID(), 0, bytes)).toEqual(refused(422, 'not-sealed'))
    }
  })

  test('more bytes than any chunk has, also when their number is not told', async () => {
    const draft = await school.openDraft('ede')
    expect(await put(draft, randomUUID(), 0, new Uint8Array(600_000))).toEqual(refused(413, 'too-large'))
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) })
    const request = { method: 'PUT', body: endless, duplex: 'half' as const }
    const response = await school.api.send(`/api/draft/attachments/${randomUUID()}/chunks/0`, {
      ...request,
      headers: { 'content-type': 'application/octet-stream', authorization: `Draft ${draft}` },
    })
    expect(response.status).toBe(413)
  })

  test.each([null, '', 'A', 'A'.repeat(43), `${'A'.repeat(43)}=`, 'é'.repeat(43).normalize()])(
    'the draft %j',
    async (draft) => {
      const header = draft === null ? null : encodeURIComponent(draft)
      expect(await put(header, randomUUID(), 0, chunk)).toEqual(refused(401, 'draft-unknown'))
    },
  )

  test.each([
    ['not-a-uuid', '0'],
    [randomUUID(), '-1'],
    [randomUUID(), '1.5'],
    [randomUUID(), '0x1'],
    [randomUUID(), '01'],
    [randomUUID(), 'NaN'],
    [randomUUID(), '99999999999999999999'],
  ])('the place %s / %s', async (attachment, index) => {
    const draft = await school.openDraft('ede')
    expect(await put(draft, attachment, index, chunk)).toEqual(refused(400, 'input-malformed'))
  })

  test('everything, when the disk is nearly full', async () => {
    const app = createApp({ ...school.deps, hasFreeSpace: async () => false })
    const full = apiOf((request) => app.fetch(request))
    const attachment = randomUUID()
    expect(await put(await school.openDraft('ede'), attachment, 0, chunk, full)).toEqual(refused(507, 'storage-full'))
    expect(await stored(attachment)).toEqual([])
  })
})
