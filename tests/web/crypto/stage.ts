import {
  type ConversationSource,
  type Entry,
  readConversation,
  type StoredMessage,
} from '../../../web/crypto/conversation.ts'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import type { Header } from '../../../web/crypto/header.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import type { Numbered } from '../../../web/crypto/order.ts'
import { day, type Person, person, report, reportBody, reporter, reporterKeys, site, siteKey } from './cast.ts'

export const anna = await person('Anna')
export const bram = await person('Bram')
export const keys = await reporterKeys()
export const reportKey = await newIdentity()
export const staff: Readonly<Record<string, Person>> = { anna, bram }

/** What the reader of an honest server is given: everything but the messages. */
export const source: Omit<ConversationSource, 'stored'> = {
  ...{ site, report, reporterKey: keys.signing.publicKey },
  ...{ siteKey: siteKey.publicKey, serverSiteKey: siteKey.publicKey },
  certificates: [anna.certificate, bram.certificate],
  grantIdentities: new Map([[1, reportKey.identity]]),
}

const idOf = (author: string) => staff[author]?.grantee.holder ?? author

export function headerOf({ author, number, seen }: Numbered, purpose: Header['purpose']): Header {
  const known = Object.entries(seen).map(([other, read]) => [idOf(other), read] as const)
  const by = staff[author]?.author ?? reporter
  const place = { v: 1, site, report, epoch: 1 } as const
  return { ...place, number, author: by, purpose, on: day, seen: Object.fromEntries(known) }
}

/** What an honest browser sends: the report first, then messages, every third of staff a status. */
export async function write(said: Numbered): Promise<Uint8Array> {
  const { author, number } = said
  const secret = (staff[author]?.signing ?? keys.signing).secret
  const send = (purpose: Header['purpose'], body: unknown) =>
    sealEnvelope(headerOf(said, purpose), body, secret, reportKey.recipient)
  if (author === 'reporter' && number === 1) return send('report', reportBody)
  if (author !== 'reporter' && number % 3 === 0) return send('status', { state: 'inProgress' })
  return send('message', { text: `${author} ${number}`, attachments: [] })
}

/** As the server stores it. */
export const stored = (sequence: number, sealed: Uint8Array, epoch = 1): StoredMessage => ({
  ...{ sequence, epoch, sealed, sentOn: day, isFromReporter: false },
  id: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
})

export const storeAll = (sealed: readonly Uint8Array[]) => sealed.map((one, index) => stored(index + 1, one))

export const writeAll = (said: readonly Numbered[]) => Promise.all(said.map(write))

/** As the reader of that report, who may be told something else than the truth by the server. */
export const read = (messages: readonly StoredMessage[], change: Partial<typeof source> = {}) =>
  readConversation({ ...source, ...change, stored: messages })

export const told: Numbered = { author: 'reporter', number: 1, seen: {}, signature: '' }
export const answer: Numbered = { author: 'anna', number: 1, seen: { reporter: 1 }, signature: '' }
export const thanks: Numbered = { author: 'reporter', number: 2, seen: { anna: 1 }, signature: '' }
export const message = { text: 'Kom morgen even langs.', attachments: [] }

/** 'anna 2' for the second thing that Anna wrote. */
export const nameOf = ({ header, authorName }: Entry) => `${authorName?.toLowerCase() ?? 'reporter'} ${header.number}`
export const kindsOf = ({ warnings }: { warnings: readonly { kind: string }[] }) => warnings.map(({ kind }) => kind)
