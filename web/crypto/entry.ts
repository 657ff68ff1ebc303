import type { LocalDate } from '../../api/domain/local-date.ts'
import { fromBase64Url } from './bytes.ts'
import { type OpenedEnvelope, openEnvelope, verifyEnvelope } from './envelope.ts'
import type { Author, Header } from './header.ts'
import { type Bodies, type ConversationPurpose, isBody, mayWrite } from './message.ts'
import type { NameOfStaff } from './staff-names.ts'

/** A message as the server keeps it. Nothing in it is believed but the place of the ciphertext. */
export type StoredMessage = Readonly<{
  sequence: number
  id: string
  epoch: number
  isFromReporter: boolean
  sentOn: LocalDate
  /** The age file, or its base64url. */
  sealed: string | Uint8Array
}>

/** A verified message. `purpose` says which body it has. */
export type Entry = { [P in ConversationPurpose]: EntryOf<P> }[ConversationPurpose]

export type EntryOf<P extends ConversationPurpose> = Readonly<{
  sequence: number
  id: string
  purpose: P
  header: Header
  body: Bodies[P]
  /** From the certificate; null for the reporter, whom each screen calls what fits its reader. */
  authorName: string | null
  isFromReporter: boolean
}>

/** What a stored message is held against. */
export type Trusted = Readonly<{
  site: string
  report: string
  reporterKey: string
  grantIdentities: ReadonlyMap<number, string>
  nameOf: NameOfStaff
}>

export type Verified = Readonly<{ ok: true; entry: Entry; signature: string }>
export type Refused = Readonly<{ ok: false; kind: 'unopenable' | 'moved' | 'forged' }>

/** Opens one message and checks whose it is and that it stands where it was written. */
export async function verifyStored(stored: StoredMessage, trusted: Trusted): Promise<Verified | Refused> {
  const opened = await tryOpen(stored, trusted.grantIdentities.get(stored.epoch))
  if (!opened) return { ok: false, kind: 'unopenable' }
  const { header, signature } = opened
  const isHere = header.site === trusted.site && header.report === trusted.report && header.epoch === stored.epoch
  if (!isHere) return { ok: false, kind: 'moved' }
  const authorName = header.author.kind === 'staff' ? trusted.nameOf(header.author) : null
  const isCertified = header.author.kind === 'reporter' || authorName !== null
  const isSigned = isCertified && verifyEnvelope(opened, keyOf(header.author, trusted.reporterKey))
  if (!isSigned || !mayWrite(header)) return { ok: false, kind: 'forged' }
  const entry = toEntry(stored, opened, authorName)
  return entry ? { ok: true, entry, signature } : { ok: false, kind: 'unopenable' }
}

async function tryOpen(stored: StoredMessage, identity: string | undefined): Promise<OpenedEnvelope | null> {
  if (identity === undefined) return null
  try {
    const { sealed } = stored
    return await openEnvelope(typeof sealed === 'string' ? fromBase64Url(sealed) : sealed, identity)
  } catch {
    return null
  }
}

const keyOf = (author: Author, reporterKey: string) => (author.kind === 'reporter' ? reporterKey : author.key)

function toEntry(stored: StoredMessage, { header, body }: OpenedEnvelope, authorName: string | null): Entry | null {
  const common = { sequence: stored.sequence, id: stored.id, header, authorName }
  const isFromReporter = header.author.kind === 'reporter'
  const as = <P extends ConversationPurpose>(purpose: P): EntryOf<P> | null =>
    isBody(purpose, body) ? { ...common, purpose, body, isFromReporter } : null
  switch (header.purpose) {
    case 'report':
      return as('report')
    case 'message':
      return as('message')
    case 'checkIn':
      return as('checkIn')
    case 'status':
      return as('status')
    case 'share':
      return as('share')
    case 'leave':
      return as('leave')
    case 'epoch':
      return as('epoch')
    case 'grant':
      return null
  }
}
