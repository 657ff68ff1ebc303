import type { SchoolCalendar } from '../../../api/domain/calendar.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { ReportState } from '../../../api/domain/report.ts'
import type { ReceivingFunction, Role } from '../../../api/domain/roles.ts'
import type { TimelinePart } from '../../../api/domain/timeline.ts'
import { ask, type Answer as ClientAnswer, type ClientRefusal, makeClient } from '../../client.ts'
import type { StoredMessage } from '../../crypto/conversation.ts'

export type Instance = Readonly<{ salt: string; today: LocalDate }>

type HeldKey = Readonly<{ certificate: string; functionKey: string }>
/** `former`: the keys the function had before, newest first. */
export type HeldFunction = HeldKey &
  Readonly<{
    role: ReceivingFunction
    former: readonly HeldKey[]
    /** Where members confirm each other: certificates of the function and its members, those in force first. */
    evidence: readonly string[]
  }>

export type Workplace = Readonly<{
  site: string
  siteName: string
  siteKey: string | null
  roles: readonly Role[]
  holder: string
  /** Null until the site key has signed who this is. */
  certificate: string | null
  /** The site key this person compared and trusts, as they signed it. */
  pin: string | null
  functions: readonly HeldFunction[]
  /** What the site key says of the keys of other sites. */
  neighbours: readonly string[]
}>
export type Me = Readonly<{
  name: string
  email: string
  recipient: string
  signingKey: string
  box: string
  sites: readonly Workplace[]
}>

/** `schoolDays` that are left, or that it is late once the day is past. */
export type AnswerDue = Readonly<{ by: LocalDate; schoolDays: number }>

export type WorkListRow = Readonly<{
  site: string
  siteName: string
  report: string
  isUrgent: boolean
  state: ReportState
  receivedOn: LocalDate
  lastOn: LocalDate
  unread: number
  addressedTo: readonly string[]
  /** Null when the school wrote after the reporter did. */
  due: AnswerDue | null
}>
export type WorkListPage = Readonly<{ reports: readonly WorkListRow[]; next: string | null; unread: number }>
/** With whom something lies that nobody opened. */
export type StalledRow = Readonly<{ site: string; siteName: string; holder: string; name: string }>

export type ReportPlace = Readonly<{ site: string; report: string }>
/** What is needed to open messages, and those messages. */
export type SealedMessages = ReportPlace &
  Readonly<{
    siteKey: string | null
    certificates: readonly string[]
    grants: readonly Readonly<{ epoch: number; holder: string; sealed: string }>[]
    messages: readonly StoredMessage[]
  }>
export type StoredReport = SealedMessages &
  Readonly<{
    siteName: string
    epoch: number
    isUrgent: boolean
    receivedOn: LocalDate
    due: AnswerDue
    closed: Readonly<{ name: string; until: LocalDate }> | null
    timeline: readonly TimelinePart[]
    holidays: SchoolCalendar
    readers: readonly Readonly<{ holder: string; epoch: number }>[]
    /** Nothing is taken before there is a new key, for those who are not out. */
    isKeyDue: boolean
    out: readonly string[]
    functionDeputies: readonly Readonly<{ role: string; holder: string; hasBegun: boolean }>[]
  }>

export type NewMessage = Readonly<{
  id: string
  epoch: number
  /** The last message its writer had seen: when another came after it, the server refuses. */
  after: number
  state?: ReportState
  sealed: string
}>

/** Why a request did not do what was asked; each has its sentence in the catalogue. */
export type Trouble =
  | 'offline'
  | 'signedOut'
  | 'wrong'
  | 'notAllowed'
  | 'slowDown'
  | 'unknown'
  | 'moved'
  | 'busy'
  | 'full'
  | 'service'
  | 'ownerNeeded'
  | 'readerOut'
export type Answer<Value> =
  | Readonly<{ ok: true; value: Value }>
  /** `seconds`: how long to wait, where the server says so. */
  | Readonly<{ ok: false; trouble: Trouble; seconds?: number }>

const troubles: Partial<Record<ClientRefusal, Trouble>> = {
  offline: 'offline',
  'not-signed-in': 'signedOut',
  'sign-in-refused': 'wrong',
  'sign-in-later': 'slowDown',
  'not-allowed': 'notAllowed',
  'report-unknown': 'unknown',
  'owner-needed': 'ownerNeeded',
  'holder-unknown': 'readerOut',
  'reader-out': 'readerOut',
  'epoch-old': 'moved',
  'key-due': 'moved',
  'conversation-moved': 'moved',
  'message-different': 'moved',
  'too-many': 'busy',
  'storage-full': 'full',
}

/** The kind of trouble that a refusal is to whoever reads the screen. */
export const troubleOf = (refusal: ClientRefusal): Trouble => troubles[refusal] ?? 'service'

const client = makeClient()
const report = client.team.reports[':site'][':report']

/** What the staff area asks of the server. */
export const teamApi = {
  instance: () => answerOf<Instance>(ask(client.instance.$get())),
  /** `isCodeNeeded`: the password was right, and a code is asked before there is a session. */
  async signIn(email: string, authentication: string): Promise<Answer<{ isCodeNeeded?: true }>> {
    const json = { email, password: authentication, rememberMe: false as const }
    const answer = await ask(client.auth['sign-in'].email.$post({ json }))
    // An address the server cannot even read belongs to nobody.
    if (!answer.ok && answer.refusal === 'input-malformed') return { ok: false, trouble: 'wrong' }
    return answerOf(Promise.resolve(answer))
  },
  signOut: () => answerOf<null>(ask(client.auth['sign-out'].$post())),
  me: () => answerOf<Me>(ask(client.team.me.$get())),

  list: (after: string | null) =>
    answerOf<WorkListPage>(ask(client.team.reports.$get({ query: after === null ? {} : { after } }))),
  stalled: () => answerOf<{ stalled: readonly StalledRow[] }>(ask(client.team.stalled.$get())),
  report: (place: ReportPlace) => answerOf<StoredReport>(ask(report.$get({ param: paramOf(place) }))),
  /** The report alone, without the conversation. */
  line: (place: ReportPlace, signal: AbortSignal) =>
    answerOf<SealedMessages>(ask(report.line.$get({ param: paramOf(place) }, stoppedBy(signal)), signal)),
  write: (place: ReportPlace, json: NewMessage) =>
    answerOf<{ sequence: number }>(ask(report.messages.$post({ param: paramOf(place), json }))),
  markRead: (place: ReportPlace, sequence: number) =>
    answerOf<null>(ask(report.read.$put({ param: paramOf(place), json: { sequence } }))),
  /** For the log of the site: a report leaves the screen, on paper or in a file. */
  exported: (place: ReportPlace) => answerOf<null>(ask(report.exports.$post({ param: paramOf(place) }))),
  /** For the log of the site: somebody looked what has to be done now; which card it was stays here. */
  usedDuty: (place: ReportPlace) => answerOf<null>(ask(report.duties.$post({ param: paramOf(place) }))),

  /** Of authors whom the server did not send along with a report. Without an answer their messages stay in doubt. */
  async certificates(site: string, holders: readonly string[]): Promise<readonly string[]> {
    const json = { authors: [...holders] }
    const found = await ask(client.sites[':site']['staff-search'].$post({ param: { site }, json }))
    return found.ok ? found.value.map(({ certificate }) => certificate) : []
  },

  /** One sealed piece of a file. @throws when it does not come. */
  async chunk(place: ReportPlace, attachment: string, index: number, signal: AbortSignal): Promise<Uint8Array> {
    const address = `/api/team/reports/${place.site}/${place.report}/attachments/${attachment}/chunks/${index}`
    const response = await fetch(address, { signal })
    if (!response.ok) throw new Error(`no chunk: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  },
} as const

const paramOf = ({ site, report: id }: ReportPlace) => ({ site, report: id })
const stoppedBy = (signal: AbortSignal) => ({ init: { signal } })

/** The answers are described to the client with plain strings; here days and codes get their own types. */
async function answerOf<Value>(asked: Promise<ClientAnswer<unknown>>): Promise<Answer<Value>> {
  const answer = await asked
  if (answer.ok) return { ok: true, value: answer.value as Value }
  const trouble = troubleOf(answer.refusal)
  return answer.seconds === undefined ? { ok: false, trouble } : { ok: false, trouble, seconds: answer.seconds }
}
