import type { SchoolCalendar } from '../../../api/domain/calendar.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Api, Asked, Told } from '../../client.ts'
import { toBase64Url } from '../../crypto/bytes.ts'
import type { StoredMessage } from '../../crypto/conversation.ts'
import type { ReporterKeys } from '../../crypto/reporter-keys.ts'

type Days<Answer, Named extends keyof Answer> = Omit<Answer, Named> & Readonly<Record<Named, LocalDate>>
type Conversation = Told<Api['conversation']['$get']>

/** What the server says about a conversation. Only what needs no trust is used as it is. */
export type StoredConversation = Omit<
  Days<Conversation, 'receivedOn' | 'answerBy'>,
  'messages' | 'closed' | 'holidays'
> &
  Readonly<{
    messages: readonly StoredMessage[]
    closed: Readonly<{ name: string; until: LocalDate }> | null
    holidays: SchoolCalendar
  }>
export type Instance = Days<Told<Api['instance']['$get']>, 'today'>
type Readers = Told<Api['sites'][':site']['readers']['$get']>
type Found = Told<Api['sites'][':site']['staff-search']['$post']>
type Draft = Told<Api['conversation']['drafts']['$post']>

export type NewMessage = Asked<Api['conversation']['messages']['$post']>
export type NewEpoch = Asked<Api['conversation']['epochs']['$post']>

/**
 * `offline`: nobody knows whether it arrived. `old`: the key has changed. `moved`: somebody else wrote first.
 * `refused`: will never be taken like this.
 */
export type Trouble = 'offline' | 'unknown' | 'erased' | 'old' | 'moved' | 'busy' | 'full' | 'refused'
export class ApiError extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(`the server did not answer as hoped: ${trouble}`)
    this.trouble = trouble
  }
}

export type ReporterApi = ReturnType<typeof reporterApi>

/** What the holder of an access code can ask. The code stays here; what goes out is derived from it. */
export function reporterApi({ lookup, proof }: Pick<ReporterKeys, 'lookup' | 'proof'>) {
  const headers = { authorization: `Code ${toBase64Url(lookup)}.${toBase64Url(proof)}` }
  const own = (path: string) => `/api/conversation${path}`
  return {
    conversation: (signal?: AbortSignal) =>
      request(own(''), { headers, ...(signal && { signal }) }, json<StoredConversation>),
    write: (message: NewMessage) => request(own('/messages'), posted(message, headers), json),
    startEpoch: (epoch: NewEpoch) => request(own('/epochs'), posted(epoch, headers), json),
    openDraft: async () => {
      const { draft } = await request(own('/drafts'), { method: 'POST', headers }, json<Draft>)
      return draft
    },
    chunk: (attachment: string, index: number, signal: AbortSignal) =>
      request(own(`/attachments/${attachment}/chunks/${index}`), { headers, signal }, bytes),
  }
}

/** What a writer has read up to: the server takes nothing from somebody who missed what another device wrote. */
export const readUpTo = ({ messages }: StoredConversation): number =>
  Math.max(1, ...messages.map(({ sequence }) => sequence))

/** What anybody can ask. */
export const publicApi = {
  instance: (signal?: AbortSignal) => request('/api/instance', signal ? { signal } : {}, json<Instance>),
  functions: async (site: string) => (await request(`/api/sites/${site}/readers`, {}, json<Readers>)).functions,
  /** Of people who can be written to. */
  certificates: (site: string, holders: readonly string[]) => search(site, { holders: [...holders] }),
  /** Of people who wrote something, also of those who left. */
  authors: (site: string, authors: readonly string[]) => search(site, { authors: [...authors] }),
} as const

async function search(site: string, asked: Asked<Api['sites'][':site']['staff-search']['$post']>) {
  const found = await request(`/api/sites/${site}/staff-search`, posted(asked), json<Found>)
  return found.map(({ certificate }) => certificate)
}

const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const json = <Answer>(response: Response): Promise<Answer> => response.json()

const posted = (body: object, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { ...headers, 'content-type': 'application/json' },
})

const patienceMs = 60_000

/** @throws ApiError, or the reason of the caller's own signal. */
async function request<Answer>(
  address: string,
  init: RequestInit,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  const { signal } = init
  const patience = AbortSignal.timeout(patienceMs)
  const stop = signal ? AbortSignal.any([signal, patience]) : patience
  try {
    const response = await fetch(address, { ...init, signal: stop, credentials: 'omit', cache: 'no-store' })
    if (response.ok) return await read(response)
    throw new ApiError(await troubleOf(response))
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof ApiError ? error : new ApiError('offline')
  }
}

async function troubleOf(response: Response): Promise<Trouble> {
  if (response.status === 404) return 'unknown'
  if (response.status === 410) return 'erased'
  if (response.status === 429) return 'busy'
  if (response.status === 507) return 'full'
  // Whether a request that broke down inside was stored is as unknown as after a cut connection.
  if (response.status >= 500) return 'offline'
  const { refusal } = await response.json().catch(() => ({ refusal: null }))
  if (refusal === 'conversation-moved') return 'moved'
  return refusal === 'epoch-old' || refusal === 'key-due' ? 'old' : 'refused'
}
