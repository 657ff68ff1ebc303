import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { OpenedConversation } from '../../crypto/open-conversation.ts'
import type { ReporterKeys } from '../../crypto/reporter-keys.ts'
import { reportOf } from '../shared/conversation-view.ts'
import { shownToReporter } from '../shared/timeline.ts'
import { ApiError, publicApi, type ReporterApi, type StoredConversation } from './reporter-api.ts'

/** A conversation that was fetched and verified. What is shown comes from `conversation`, not from `stored`. */
export type Opened = Readonly<{ stored: StoredConversation; conversation: OpenedConversation; today: LocalDate }>

/** Why a conversation that was given is not shown. */
export type Distrust = 'siteKey' | 'unopenable' | 'noReport'

export type Reading = Readonly<{ ok: true; opened: Opened } | { ok: false; distrust: Distrust }>

/**
 * Fetches and verifies everything anew.
 * @throws ApiError when it cannot be fetched; the signal's reason.
 */
export async function readAll(
  api: ReporterApi,
  keys: ReporterKeys,
  onFetched: () => void,
  signal: AbortSignal,
): Promise<Reading> {
  const [stored, { today }] = await Promise.all([api.conversation(signal), publicApi.instance(signal)])
  onFetched()
  const { openWithAuthors } = await import('../shared/open-with-authors.ts')
  signal.throwIfAborted()
  try {
    const { site, report, certificates, messages } = stored
    const source = { site, report, certificates, stored: messages, serverSiteKey: stored.siteKey ?? '' }
    const findCertificates = (holders: readonly string[]) => publicApi.authors(site, holders)
    const reader = { kind: 'reporter', keys } as const
    const opened = await openWithAuthors(source, stored.grants, reader, findCertificates)
    const conversation = { ...opened, entries: shownToReporter(opened.entries, stored.timeline) }
    if (conversation.warnings.some(({ kind }) => kind === 'site-key-changed')) return distrust('siteKey')
    if (reportOf(conversation.entries) === null) return distrust('noReport')
    return { ok: true, opened: { stored, conversation, today } }
  } catch (error) {
    if (error instanceof ApiError) throw error
    // No key of ours opens it, or what came is no conversation at all.
    return distrust('unopenable')
  }
}

const distrust = (reason: Distrust): Reading => ({ ok: false, distrust: reason })
