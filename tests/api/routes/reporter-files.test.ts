import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChunk } from '../../../web/crypto/attachment.ts'
import type { Manifest } from '../../../web/crypto/message.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { told } from '../../support/told.ts'
import { uploadFile } from '../../support/upload.ts'
import { codeHeaders, sealReply } from '../../support/writing.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const post = (path: string, body: unknown, who: Reporter) =>
  sendJson(school.api, 'POST', `/api/conversation/${path}`, body, codeHeaders(who.keys))

async function reply(who: Reporter, text: string, manifests: readonly Manifest[]) {
  const { conversation } = await openByCode(school.api, who.code)
  return sealReply(who, conversation, { text, on: ordinaryDay, manifests })
}

describe('files', () => {
  const bytes = randomBytes(300_000)

  async function download(who: Reporter, manifest: Manifest) {
    const parts: Uint8Array[] = []
    const { conversation } = await openByCode(school.api, who.code)
    const identity = conversation.grantIdentities.get(conversation.epoch) ?? ''
    for (const index of manifest.sha256.keys()) {
      const response = await school.api.send(`/api/conversation/attachments/${manifest.id}/chunks/${index}`, {
        headers: codeHeaders(who.keys),
      })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/octet-stream')
      const { site, report } = who
      const sealed = new Uint8Array(await response.arrayBuffer())
      parts.push(await openChunk(sealed, identity, { site, report, manifest, index }))
    }
    return Buffer.concat(parts)
  }

  test('of a report come back as they went', async () => {
    const who = await told(school, ['confidentialAdviser'], { files: [bytes] })
    const { conversation, stored } = await openByCode(school.api, who.code)
    const [entry] = conversation.entries
    const [manifest] = entry?.purpose === 'report' ? entry.body.attachments : []
    expect(stored.attachments).toEqual([{ id: manifest?.id, chunks: 2 }])
    if (manifest) expect((await download(who, manifest)).equals(bytes)).toBe(true)
  })

  test('go with a reply, under a draft that the code opens', async () => {
    const who = await told(school, ['confidentialAdviser'])
    const { status, body } = await post('drafts', {}, who)
    expect(status).toBe(201)
    const { draft } = body as { draft: string }
    const manifest = await uploadFile(who, draft, bytes)
    const written = { ...(await reply(who, 'Met een foto.', [manifest])), draft }
    expect((await post('messages', written, who)).status).toBe(201)
    expect((await download(who, manifest)).equals(bytes)).toBe(true)
    // The answer was lost, so the browser sends it again.
    expect((await post('messages', written, who)).status).toBe(200)
  })

  test('of a reply must all be there, and are used once', async () => {
    const who = await told(school, ['confidentialAdviser'])
    const { draft } = (await post('drafts', {}, who)).body as { draft: string }
    const manifest = await uploadFile(who, draft, randomBytes(10))
    const written = await reply(who, 'Met te veel.', [manifest])
    const tooMany = { ...written, draft, attachments: [{ id: manifest.id, chunks: 2 }] }
    expect(await post('messages', tooMany, who)).toEqual(refused(422, 'attachment-incomplete'))
    expect((await post('messages', { ...written, draft }, who)).status).toBe(201)
    const again = { ...(await reply(who, 'Nog eens.', [manifest])), draft }
    expect(await post('messages', again, who)).toEqual(refused(409, 'draft-used'))
  })

  test('of somebody else’s report are not there, and nor are chunks that were never sent', async () => {
    const who = await told(school, ['confidentialAdviser'], { files: [randomBytes(10)] })
    const { stored } = await openByCode(school.api, who.code)
    const attachment = stored.attachments[0]?.id
    const get = async (path: string, as: Reporter) =>
      (await school.api.send(`/api/conversation/attachments/${path}`, { headers: codeHeaders(as.keys) })).status
    expect(await get(`${attachment}/chunks/0`, who)).toBe(200)
    expect(await get(`${attachment}/chunks/1`, who)).toBe(404)
    const stranger = await told(school, ['confidentialAdviser'])
    expect(await get(`${attachment}/chunks/0`, stranger)).toBe(404)
    expect(await get(`${attachment}/chunks/one`, who)).toBe(400)
  })

  test('that lie under a draft are given to nobody yet', async () => {
    const who = await told(school, ['confidentialAdviser'])
    const { draft } = (await post('drafts', {}, who)).body as { draft: string }
    const { id } = await uploadFile(who, draft, randomBytes(10))
    const path = `/api/conversation/attachments/${id}/chunks/0`
    expect((await school.api.send(path, { headers: codeHeaders(who.keys) })).status).toBe(404)
  })
})
