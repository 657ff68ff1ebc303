import type { Grantee } from '../../crypto/grant.ts'
import type { Opened } from './read.ts'
import { ApiError, type NewEpoch, readUpTo } from './reporter-api.ts'
import type { ReporterSession } from './session.svelte.ts'

export type Changing = 'changed' | 'old' | 'offline' | 'busy' | 'full' | 'refused' | 'untrusted'

/** By holder: for whom, who is away, somebody reads. */
export type StandIns = Readonly<Record<string, string>>

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

  /**
   * @param leftOut - who the reporter does not want any more; staff will not share it with them.
   * @param standIns - of readers who are new, and read until somebody is back.
   */
  async make(readers: readonly Grantee[], leftOut: readonly string[] = [], standIns: StandIns = {}): Promise<Changing> {
    // What somebody writes at this very moment is read first; three times running is no chance.
    for (let tries = 0; tries < 3; tries += 1) {
      const outcome = await this.#try(readers, leftOut, standIns)
      if (outcome !== 'moved') return outcome
    }
    return 'busy'
  }

  async #try(readers: readonly Grantee[], leftOut: readonly string[], standIns: StandIns): Promise<Changing | 'moved'> {
    const { opened } = this.#session
    if (!opened || readers.length === 0) return 'untrusted'
    const about = JSON.stringify(readers.map(({ holder }) => holder))
    try {
      if (this.#uncertain?.about !== about) {
        // Whatever happened to an earlier try, the change starts from what the school has now.
        const reading = await this.#session.readAgain()
        if (!reading.ok) return 'untrusted'
        if (reading.opened.conversation.epoch !== opened.conversation.epoch) return await this.#isOld()
        const epoch = await sealEpoch(this.#session, reading.opened, readers, leftOut)
        this.#uncertain = { epoch: withStandIns(epoch, standIns), about }
      }
      await this.#session.api.startEpoch(this.#uncertain.epoch)
      this.#uncertain = null
      await this.#session.refresh()
      return 'changed'
    } catch (error) {
      if (!(error instanceof ApiError)) return 'untrusted'
      if (error.trouble === 'old') return await this.#isOld()
      if (error.trouble !== 'offline') this.#uncertain = null
      return error.trouble === 'unknown' || error.trouble === 'erased' ? 'offline' : error.trouble
    }
  }

  /** Somebody changed the readers meanwhile; what was chosen may not fit any more. */
  async #isOld(): Promise<'old'> {
    this.#uncertain = null
    await this.#session.refresh()
    return 'old'
  }
}

const withStandIns = (epoch: NewEpoch, standIns: StandIns): NewEpoch => ({
  ...epoch,
  grants: epoch.grants.map((grant) => {
    const standsInFor = standIns[grant.holder]
    return standsInFor ? { ...grant, standsInFor } : grant
  }),
})

async function sealEpoch(
  session: ReporterSession,
  { conversation, stored, today: on }: Opened,
  readers: readonly Grantee[],
  leftOut: readonly string[],
): Promise<NewEpoch> {
  const { sealRenewal } = await import('../../crypto/renewal.ts')
  const { site, report } = stored
  const writer = { site, report, author: { kind: 'reporter' }, secret: session.keys.signing.secret, on } as const
  // Seen is what stood on the screen, or an answer that came meanwhile would not be marked as new.
  const opened = { ...conversation, seen: session.opened?.conversation.seen ?? {} }
  const renewal = await sealRenewal(opened, writer, conversation.nextNumber('reporter'), readers, leftOut)
  const announcement = { id: crypto.randomUUID(), sealed: renewal.announcement }
  return { ...renewal, announcement, after: readUpTo(stored) }
}
