import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import { localDate } from '../../../api/domain/local-date.ts'
import { ask } from '../../../web/client.ts'
import { openChunk } from '../../../web/crypto/attachment.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { nextEpoch } from '../../../web/crypto/epoch.ts'
import { nextHeader } from '../../../web/crypto/next-header.ts'
import { granteesAt } from '../../support/grantees.ts'
import { codeHeader, openByCode, type Reporter } from '../../support/reporter.ts'
import { accepted, type SchoolApi } from '../../support/school-api.ts'

export const codeField = (page: Page) => page.getByLabel('Je code')
export const openButton = (page: Page) => page.getByRole('button', { name: 'Open mijn gesprek' })
export const writeField = (page: Page) => page.getByRole('textbox', { name: 'Schrijf terug' })
export const sendButton = (page: Page) => page.getByRole('button', { name: 'Verstuur mijn bericht' })
export const messages = (page: Page) => page.getByRole('article')

/** What a signed header says of where it belongs, and nothing more. */
export const placeOf = ({ site, report }: Readonly<{ site: string; report: string }>) => ({ site, report })

/** What the reporter wrote back, as anybody with the code and the keys reads it from the server. */
export async function writtenBack(api: SchoolApi, { code }: Reporter) {
  const { conversation } = await openByCode(api, code)
  expect(conversation.warnings).toEqual([])
  return conversation.entries.filter(({ isFromReporter, purpose }) => isFromReporter && purpose !== 'report')
}

/** The bytes of the first file of the last message, fetched and opened by the reporter's keys. */
export async function lastFile(
  api: SchoolApi,
  { code }: Pick<Reporter, 'code'>,
): Promise<{ type: string; bytes: Buffer }> {
  const { keys, stored, conversation } = await openByCode(api, code)
  const entry = conversation.entries.at(-1)
  const manifest = entry && 'attachments' in entry.body ? entry.body.attachments[0] : undefined
  if (!entry || !manifest) throw new Error('the last message has no file')
  const identity = conversation.grantIdentities.get(entry.header.epoch) ?? ''
  const parts: Uint8Array[] = []
  for (const index of manifest.sha256.keys()) {
    const path = `/api/conversation/attachments/${manifest.id}/chunks/${index}`
    const response = await api.send(path, codeHeader(keys))
    const sealed = new Uint8Array(await response.arrayBuffer())
    parts.push(await openChunk(sealed, identity, { site: stored.site, report: stored.report, manifest, index }))
  }
  return { type: manifest.type, bytes: Buffer.concat(parts) }
}

/** The reporter changes who reads along on another device, so that the key on this one is old. */
export async function changeReadersElsewhere(api: SchoolApi, { code }: Reporter, to: readonly string[]): Promise<void> {
  const { keys, stored, conversation } = await openByCode(api, code)
  const { site, report } = stored
  const author = { kind: 'reporter' } as const
  const header = nextHeader(conversation, { site, report, author, purpose: 'epoch', on: localDate(stored.receivedOn) })
  const next = await nextEpoch({
    ...{ site, report, author, epoch: conversation.epoch, secret: keys.signing.secret, on: header.on },
    ...{ number: header.number, seen: header.seen, recipient: conversation.recipient ?? '' },
    ...{ reporterKey: conversation.reporterKey, reporterRecipient: keys.recipient, siteKey: conversation.siteKey },
    readers: (await granteesAt(api, site, to)).grantees,
  })
  const json = {
    epoch: next.epoch,
    announcement: { id: randomUUID(), sealed: toBase64Url(next.announcement) },
    reporterGrant: toBase64Url(next.reporterGrant),
    grants: next.grants.map(({ holder, sealed }) => ({ holder, sealed: toBase64Url(sealed) })),
  }
  await accepted(ask(api.client.conversation.epochs.$post({ json }, codeHeader(keys))))
}

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never came to ${String(target)}`)
}
