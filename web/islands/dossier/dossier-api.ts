import type { SchoolCalendar } from '../../../api/domain/calendar.ts'
import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import type { PaperKind } from '../../../api/domain/dossier/paper.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Numbers } from '../../../api/domain/protocol/term.ts'
import type { Keeping } from '../../../api/domain/retention/keeping.ts'
import type { RetentionPeriods } from '../../../api/domain/retention/periods.ts'
import type { Role } from '../../../api/domain/roles.ts'
import { type Asked, ask, type Answer as ClientAnswer, type ClientRefusal, makeClient } from '../../client.ts'
import type { StoredCard } from '../../crypto/dossier-card.ts'
import type { StoredAnnouncement, StoredDossierGrant, StoredEntry, StoredRecordKey } from '../../crypto/dossier-open.ts'

export type DossierPlace = Readonly<{ site: string; dossier: string }>

/** Somebody who can open a dossier now, in person or through a function, with their roles. */
export type Worker = Readonly<{ holder: string; name: string; roles: readonly Role[]; isAble: boolean }>

type DossierFacts = DossierPlace &
  Readonly<{
    siteName: string
    protocol: Readonly<{ id: string; version: string }>
    epoch: number
    openedOn: LocalDate
    isOpen: boolean
    isKeyDue: boolean
    joinedTo: string | null
    workers: readonly Worker[]
  }>

/** One dossier of the work list: the protocol works out from these plain facts what is next. */
export type ListedDossier = DossierFacts & Readonly<{ entries: readonly DossierEntry[]; unread: number }>
export type DossierList = Readonly<{
  today: LocalDate
  /** Under which a dossier is opened now. */
  protocol: Readonly<{ id: string; version: string }>
  /** The school's own numbers, by the key of the setting. */
  terms: Numbers
  calendars: readonly Readonly<{ site: string; days: SchoolCalendar }>[]
  dossiers: readonly ListedDossier[]
}>

/** What is needed to open a dossier, or a part of it. */
export type SealedDossierParts = DossierPlace &
  Readonly<{
    siteKey: string | null
    certificates: readonly string[]
    grants: readonly StoredDossierGrant[]
    records: readonly StoredRecordKey[]
    entries: readonly StoredEntry[]
    announcements: readonly (StoredAnnouncement & Readonly<{ by: string }>)[]
  }>

export type StoredDossier = DossierFacts &
  SealedDossierParts &
  Readonly<{
    today: LocalDate
    terms: Numbers
    /** Bewaartermijnen of the site, in months. */
    periods: RetentionPeriods
    /** How it stands with the erasing; null while it is open. */
    keeping: Keeping | null
    calendar: SchoolCalendar
    readers: readonly Readonly<{ holder: string; epoch: number }>[]
    out: readonly string[]
    reports: readonly string[]
    earlier: readonly string[]
    later: readonly string[]
  }>

export type CardPage = Readonly<{
  siteKey: string | null
  certificates: readonly string[]
  cards: readonly StoredCard[]
  next: string | null
}>

/** Why a request did not do what was asked. */
export type DossierTrouble =
  | 'offline'
  | 'signedOut'
  | 'notAllowed'
  | 'unknown'
  /** Somebody else was first, or there is a new key: fetch, and try again with the same words. */
  | 'moved'
  | 'full'
  | 'service'
  | 'ownerNeeded'
  | 'readerOut'
  /** The protocol says no: `why` and `missing` say what lacks. */
  | 'notNow'

export type DossierAnswer<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; trouble: DossierTrouble; why?: string; missing?: readonly unknown[] }>

const troubles: Partial<Record<ClientRefusal, DossierTrouble>> = {
  offline: 'offline',
  'not-signed-in': 'signedOut',
  'not-allowed': 'notAllowed',
  'dossier-unknown': 'unknown',
  'report-unknown': 'unknown',
  'owner-needed': 'ownerNeeded',
  'holder-unknown': 'readerOut',
  'reader-out': 'readerOut',
  'epoch-old': 'moved',
  'key-due': 'moved',
  'dossier-moved': 'moved',
  'day-moved': 'moved',
  'entry-different': 'moved',
  'entry-refused': 'notNow',
  'storage-full': 'full',
}

export const dossierTroubleOf = (refusal: ClientRefusal): DossierTrouble => troubles[refusal] ?? 'service'

const client = makeClient()
const dossier = client.team.dossiers[':site'][':dossier']
const atSite = client.team.sites[':site']

export type NewDossierInput = Asked<typeof atSite.dossiers.$post>
export type NewEntryInput = Asked<typeof dossier.entries.$post>
export type NewRecordInput = Asked<typeof dossier.records.$post>
export type NewJoiningInput = Asked<typeof dossier.joinings.$post>
export type NewShareInput = Asked<typeof dossier.shares.$post>
export type NewLeaveInput = Asked<typeof dossier.leavings.$post>
export type NewEpochInput = Asked<typeof dossier.epochs.$post>
export type NewCardsInput = Asked<(typeof dossier.records)[':record']['cards']['$put']>

/** Something that will be erased soon. */
export type NearErasure = Readonly<{
  kind: 'report' | 'dossier'
  site: string
  siteName: string
  id: string
  eraseOn: LocalDate
  isUnread: boolean
}>

/** That something of a dossier was asked to be erased, or was erased a short while ago. */
export type ToldErasure = DossierPlace & Readonly<{ siteName: string; state: 'open' | 'erased'; on: LocalDate }>

type Sequence = Readonly<{ sequence: number }>

/** What the staff area asks of the server about dossiers. */
export const dossierApi = {
  list: (state: 'open' | 'closed' = 'open') =>
    answerOf<DossierList>(ask(client.team.dossiers.$get({ query: { state } }))),
  /** What I can read and will be erased soon, dossiers and reports. */
  erasures: () =>
    answerOf<{ erasures: readonly NearErasure[]; requests: readonly ToldErasure[] }>(ask(client.team.erasures.$get())),
  dossier: (place: DossierPlace) => answerOf<StoredDossier>(ask(dossier.$get({ param: paramOf(place) }))),
  /** Who it is about, for a list. */
  line: (place: DossierPlace) => answerOf<SealedDossierParts>(ask(dossier.line.$get({ param: paramOf(place) }))),
  open: (site: string, json: NewDossierInput) =>
    answerOf<{ dossier: string }>(ask(atSite.dossiers.$post({ param: { site }, json }))),
  write: (place: DossierPlace, json: NewEntryInput) =>
    answerOf<Sequence>(ask(dossier.entries.$post({ param: paramOf(place), json }))),
  addRecord: (place: DossierPlace, json: NewRecordInput) =>
    answerOf<Sequence>(ask(dossier.records.$post({ param: paramOf(place), json }))),
  join: (place: DossierPlace, json: NewJoiningInput) =>
    answerOf<Sequence>(ask(dossier.joinings.$post({ param: paramOf(place), json }))),
  linkReport: (place: DossierPlace, report: string) =>
    answerOf<null>(ask(dossier.reports[':report'].$put({ param: { ...paramOf(place), report } }))),
  linkEarlier: (place: DossierPlace, earlier: string) =>
    answerOf<null>(ask(dossier.earlier[':earlier'].$put({ param: { ...paramOf(place), earlier } }))),
  share: (place: DossierPlace, json: NewShareInput) =>
    answerOf<Sequence>(ask(dossier.shares.$post({ param: paramOf(place), json }))),
  leave: (place: DossierPlace, json: NewLeaveInput) =>
    answerOf<Sequence>(ask(dossier.leavings.$post({ param: paramOf(place), json }))),
  renew: (place: DossierPlace, json: NewEpochInput) =>
    answerOf<Sequence>(ask(dossier.epochs.$post({ param: paramOf(place), json }))),
  markRead: (place: DossierPlace, sequence: number) =>
    answerOf<null>(ask(dossier.read.$put({ param: paramOf(place), json: { sequence } }))),
  usedDuty: (place: DossierPlace) => answerOf<null>(ask(dossier.duties.$post({ param: paramOf(place) }))),
  /** For the log of the site: it leaves the screen, on paper or in a file. */
  exported: (place: DossierPlace, paper: PaperKind) =>
    answerOf<null>(ask(dossier.exports.$post({ param: paramOf(place), json: { paper } }))),
  cards: (site: string, after: string | null) =>
    answerOf<CardPage>(ask(atSite['dossier-cards'].$get({ param: { site }, query: after === null ? {} : { after } }))),
  putCards: (place: DossierPlace, record: string, json: NewCardsInput) =>
    answerOf<null>(ask(dossier.records[':record'].cards.$put({ param: { ...paramOf(place), record }, json }))),
} as const

const paramOf = ({ site, dossier: id }: DossierPlace) => ({ site, dossier: id })

/** The answers are described to the client with plain strings; here days and codes get their own types. */
async function answerOf<Value>(asked: Promise<ClientAnswer<unknown>>): Promise<DossierAnswer<Value>> {
  const answer = await asked
  if (answer.ok) return { ok: true, value: answer.value as Value }
  const { why, missing = [] } = answer
  return { ok: false, trouble: dossierTroubleOf(answer.refusal), ...(why !== undefined && { why, missing }) }
}
