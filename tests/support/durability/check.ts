import { expect } from 'vitest'
import { ask } from '../../../web/client.ts'
import { openChunk } from '../../../web/crypto/attachment.ts'
import { codeHeader, readAsReporter } from '../reporter.ts'
import { accepted, type SchoolApi } from '../school-api.ts'
import type { Told } from './teller.ts'

/** Everything that was acknowledged is there, once, in order, and opens with the keys of the access code. */
export async function expectAllThere(api: SchoolApi, { keys, story, messages, files }: Told): Promise<void> {
  const stored = await accepted(ask(api.client.conversation.$get({}, codeHeader(keys))))
  const conversation = await readAsReporter(stored, keys)
  expect(conversation.warnings).toEqual([])
  const said = conversation.entries.map(({ body }) =>
    'story' in body ? body.story : 'text' in body ? body.text : body,
  )
  expect(said).toEqual([story, ...messages])

  const identity = conversation.grantIdentities.get(1) ?? ''
  for (const { manifest, bytes } of files) {
    const parts: Uint8Array[] = []
    for (const index of manifest.sha256.keys()) {
      const path = `/api/conversation/attachments/${manifest.id}/chunks/${index}`
      const sealed = new Uint8Array(await (await api.send(path, codeHeader(keys))).arrayBuffer())
      parts.push(await openChunk(sealed, identity, { site: stored.site, report: stored.report, manifest, index }))
    }
    expect(Buffer.concat(parts).equals(bytes), `the file of "${story}"`).toBe(true)
  }
}
