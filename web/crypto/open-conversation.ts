import { fromBase64Url } from './bytes.ts'
import { type Conversation, type ConversationSource, readConversation } from './conversation.ts'
import { type ExpectedGrant, type GrantBody, openGrant, type Reader } from './grant.ts'
import type { ReporterKeys } from './reporter-keys.ts'
import type { Warning } from './warning.ts'

/** A grant as the server gives it. The reporter's have no holder. */
export type StoredGrant = Readonly<{ epoch: number; holder?: string; sealed: string | Uint8Array }>

export type ConversationReader =
  | Readonly<{ kind: 'reporter'; keys: ReporterKeys }>
  | Readonly<{
      kind: 'staff'
      /**
       * The site key pinned in the person's own box. For a report of another site the key that their own site vouches
       * for; null when it vouches for none: then the one in their first grant counts, and nobody has compared it.
       */
      siteKey: string | null
      /** By holder id: the person's own identity, and those that each function of theirs has had, newest first. */
      identities: ReadonlyMap<string, readonly string[]>
    }>

export type OpenedConversation = Conversation &
  Readonly<{
    grantIdentities: ReadonlyMap<number, string>
    reporterKey: string
    reporterRecipient: string
    /** The pinned site key. */
    siteKey: string
    /** Whom the newest epoch was granted to, as the maker of the grant says, and with whom staff shared it since. */
    readers: readonly Reader[]
  }>

/**
 * From what the server gives about a report to a verified conversation: opens the reader's own grants, pins in them
 * the reporter's key and the site key, and reads the messages by nothing but these.
 *
 * @throws 'no grant opens' when the reader has no usable grant of any epoch.
 */
export async function openConversation(
  source: Pick<ConversationSource, 'site' | 'report' | 'serverSiteKey' | 'certificates' | 'stored'>,
  grants: readonly StoredGrant[],
  reader: ConversationReader,
): Promise<OpenedConversation> {
  const { bodies, failed } = await openGrants(source, grants, reader)
  const first = bodies.values().next().value
  const newest = [...bodies.values()].at(-1)
  if (!first || !newest) throw new Error('no grant opens')
  const siteKey = (reader.kind === 'staff' && reader.siteKey) || first.siteKey
  const { reporterKey, reporterRecipient } = first
  const grantIdentities = new Map([...bodies].map(([epoch, { identity }]) => [epoch, identity]))
  const conversation = await readConversation({ ...source, reporterKey, siteKey, grantIdentities })
  const isPinned = [...bodies.values()].every((body) => body.siteKey === siteKey)
  const isWarned = conversation.warnings.some(({ kind }) => kind === 'site-key-changed')
  const swapped: Warning[] = isPinned || isWarned ? [] : [{ kind: 'site-key-changed' }]
  const warnings = [...swapped, ...failed, ...conversation.warnings]
  const readers = withShared(newest.readers, conversation)
  const pins = { grantIdentities, reporterKey, reporterRecipient, siteKey, readers }
  return { ...conversation, ...pins, warnings }
}

function withShared(granted: readonly Reader[], { entries, epoch }: Conversation): readonly Reader[] {
  const shared = entries.flatMap(({ purpose, header, body }) =>
    purpose === 'share' && header.epoch === epoch ? [{ holder: body.holder, name: body.name }] : [],
  )
  return [...new Map([...granted, ...shared].map((reader) => [reader.holder, reader])).values()]
}

/** By epoch, lowest first: what the first one says about the reporter, the later ones must say too. */
async function openGrants(
  source: Pick<ConversationSource, 'site' | 'report' | 'certificates'>,
  grants: readonly StoredGrant[],
  reader: ConversationReader,
): Promise<{ bodies: Map<number, GrantBody>; failed: Warning[] }> {
  const bodies = new Map<number, GrantBody>()
  const failed: Warning[] = []
  for (const grant of grants.toSorted((a, b) => a.epoch - b.epoch)) {
    const { epoch, sealed, holder = 'reporter' } = grant
    const identities = reader.kind === 'reporter' ? [reader.keys.identity] : (reader.identities.get(holder) ?? [])
    if (identities.length === 0) continue
    const pinned = bodies.values().next().value
    const { site, report, certificates } = source
    const siteKey = (reader.kind === 'staff' && reader.siteKey) || pinned?.siteKey
    const trustsFirst = reader.kind === 'staff' && reader.siteKey === null
    const reporterKey = reader.kind === 'reporter' ? reader.keys.signing.publicKey : pinned?.reporterKey
    try {
      const body = await openWithAny(typeof sealed === 'string' ? fromBase64Url(sealed) : sealed, identities, {
        ...{ site, report, epoch, holder, certificates, trustsFirst },
        ...(siteKey === undefined ? {} : { siteKey }),
        ...(reporterKey === undefined ? {} : { reporterKey }),
      })
      const twin = bodies.get(epoch)
      if (twin && twin.identity !== body.identity) throw new Error('grant forged')
      bodies.set(epoch, twin ?? body)
    } catch {
      failed.push({ kind: 'bad-grant', epoch })
    }
  }
  return { bodies, failed }
}

/** A grant to a function is sealed to the key it had then. @throws as openGrant, for the last that was tried. */
async function openWithAny(
  sealed: Uint8Array,
  [identity = '', ...older]: readonly string[],
  expect: ExpectedGrant,
): Promise<GrantBody> {
  const opening = openGrant(sealed, identity, expect)
  return older.length === 0 ? opening : opening.catch(() => openWithAny(sealed, older, expect))
}
