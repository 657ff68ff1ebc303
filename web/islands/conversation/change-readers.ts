import { toBase64Url } from '../../crypto/bytes.ts'
import type { Grantee } from '../../crypto/grant.ts'
import type { Opened } from './read.ts'
import { ApiError, type NewEpoch, readUpTo } from './reporter-api.ts'
import type { ReporterSession } from './session.svelte.ts'

export type Changing = 'changed' | 'old' | 'offline' | 'busy' | 'full' | 'refused' | 'untrusted'

/**
 * Gives the conversation a new key for what follows, and hands it to these readers only. Keeps what it sealed while
 * nobody answered for it, so that pressing the button again repeats the same change.
 */
export class ReaderChange {
  readonly #session: ReporterSession
  #uncertain: { epoch: NewEpoch; about: string } | null = null

  constructor(session: ReporterSession) {
    this.#session = session
  }

  async make(readers: readonly Grantee[]): Promise<Changing> {
    // What somebody writes at this very moment is read first; three times running is no chance.
    for (let tries = 0; tries < 3; tries += 1) {
      const outcome = await this.#try(readers)
      if (outcome !== 'moved') return outcome
    }
    return 'busy'
  }

  async #try(readers: readonly Grantee[]): Promise<Changing | 'moved'> {
    const { opened } = this.#session
    if (!opened || readers.length === 0) return 'untrusted'
    const about = JSON.stringify(readers.map(({ holder }) => holder))
    try {
      if (this.#uncertain?.about !== about) {
        // Whatever happened to an earlier try, the change starts from what the school has now.
        const reading = await this.#session.readAgain()
        if (!reading.ok) return 'untrusted'
        if (reading.opened.conversation.epoch !== opened.conversation.epoch) return await this.#isOld()
        this.#uncertain = { epoch: await sealEpoch(this.#session, reading.opened, readers), about }
      }
      await this.#session.api.startEpoch(this.#uncertain.epoch)
      this.#uncertain = null
      await this.#session.refresh()
      return 'changed'
    } catch (error) {
      if (!(error instanceof ApiError)) return 'untrusted'
      if (error.trouble === 'old') return await this.#isOld()
      if (error.trouble !== 'offline') this.#uncertain = null
      return error.trouble === 'unknown' ? 'offline' : error.trouble
    }
  }

  /** Somebody changed the readers meanwhile; what was chosen may not fit any more. */
  async #isOld(): Promise<'old'> {
    this.#uncertain = null
    await this.#session.refresh()
    return 'old'
  }
}

async function sealEpoch(session: ReporterSession, opened: Opened, readers: readonly Grantee[]): Promise<NewEpoch> {
  const [{ nextEpoch }, { makeGrant }] = await Promise.all([
    import('../../crypto/epoch.ts'),
    import('../../crypto/grant.ts'),
  ])
  const { conversation, stored, today } = opened
  const { reporterKey, reporterRecipient, siteKey, recipient } = conversation
  if (recipient === null) throw new Error('nothing to announce under')
  const place = { site: stored.site, report: stored.report }
  const maker = { ...place, author: { kind: 'reporter' }, secret: session.keys.signing.secret, on: today } as const
  const pins = { reporterKey, reporterRecipient, siteKey }
  const { reporter: _, ...seen } = session.opened?.conversation.seen ?? {}
  const number = conversation.nextNumber('reporter')
  const next = await nextEpoch({ ...maker, ...pins, epoch: conversation.epoch, recipient, number, seen, readers })

  // Somebody who is new must be able to follow how the key came to be, so gets the earlier keys as well.
  const before = new Set(conversation.readers.map(({ holder }) => holder))
  const earlierGrants: NonNullable<NewEpoch['earlierGrants']> = []
  for (const [epoch, identity] of conversation.grantIdentities) {
    for (const { holder, recipient: to } of readers.filter((reader) => !before.has(reader.holder))) {
      const body = {
        ...pins,
        identity,
        holder,
        readers: readers.map((reader) => ({ holder: reader.holder, name: reader.name })),
      }
      earlierGrants.push({ epoch, holder, sealed: toBase64Url(await makeGrant({ ...maker, epoch }, body, to)) })
    }
  }
  return {
    epoch: next.epoch,
    after: readUpTo(stored),
    announcement: { id: crypto.randomUUID(), sealed: toBase64Url(next.announcement) },
    reporterGrant: toBase64Url(next.reporterGrant),
    grants: next.grants.map(({ holder, sealed }) => ({ holder, sealed: toBase64Url(sealed) })),
    earlierGrants,
  }
}
