import type { LocalDate } from '../../api/domain/local-date.ts'
import { type ReportState, reportStates } from '../../api/domain/report.ts'
import type { Header } from './header.ts'
import { isHybridRecipient } from './identity.ts'
import { areManifests, type Manifest } from './manifest.ts'
import { type Fields, isAnswerCode, isCount, isDay, isListOf, isReaderId, isRecord, isText } from './shape.ts'

export type { Manifest } from './manifest.ts'

/**
 * What the reporter chose, in codes: web/flow/codes.ts has the lists. Here they are plain strings, because a report
 * must stay readable after a code was retired.
 */
export type ReportAnswers = Readonly<{
  reporterKind: string
  forWhom: string
  forms: readonly string[]
  goingRound?: string
  places: readonly string[]
  howLong: string
  howOften: string
}>

/** Who a reporter who wants to be known says to be. */
export type ReporterName = Readonly<{ name: string; classGroup?: string; reach?: string }>

export type ReportBody = Readonly<{
  answers: ReportAnswers
  story: string
  attachments: readonly Manifest[]
  /** Absent for an anonymous report. */
  name?: ReporterName
  /** Who the reporter does not want to read it: holder ids, so that nobody shares it with them later. */
  leftOut?: readonly string[]
  /** The member of staff who wrote it down for somebody who told it by word of mouth. */
  filedBy?: NamedHolder
}>
export type MessageBody = Readonly<{ text: string; attachments: readonly Manifest[] }>
export type CheckInBody = Readonly<{ going: 'well' | 'notWell'; text: string; attachments: readonly Manifest[] }>
/** What the school does next, on a day it names. The kind is a code, readable after it was retired. */
export type NextMoment = Readonly<{ on: LocalDate; kind: string }>
/** Without `next` nothing is planned, whatever an earlier status said. */
export type StatusBody = Readonly<{ state: ReportState; next?: NextMoment }>
/** A person or a function, under the name of its certificate. */
export type NamedHolder = Readonly<{ holder: string; name: string }>
/** From here on `next` is the epoch, and its report key belongs to this recipient. */
export type EpochBody = Readonly<{ next: number; recipient: string; leftOut?: readonly string[] }>

/** What may stand in a conversation, by purpose. */
export type Bodies = {
  report: ReportBody
  message: MessageBody
  checkIn: CheckInBody
  status: StatusBody
  /** The key in force, and those before it, were given to this holder. */
  share: NamedHolder
  /** This holder stops reading: the author, or a function of theirs. */
  leave: NamedHolder
  epoch: EpochBody
}
export type ConversationPurpose = keyof Bodies

/**
 * Whether this author may write this here at all: a status from a reporter is as false as a broken signature. The
 * report is the first thing its reporter writes, and nothing else is.
 */
export function mayWrite({ author, purpose, number }: Header): boolean {
  const isFirst = author.kind === 'reporter' && number === 1
  if (purpose === 'report' || isFirst) return purpose === 'report' && isFirst
  if (purpose === 'checkIn') return author.kind === 'reporter'
  if (purpose === 'status' || purpose === 'share' || purpose === 'leave') return author.kind === 'staff'
  return purpose === 'message' || purpose === 'epoch'
}

/**
 * Whether the body is what its purpose promises. Extra fields, of a newer version, are let through. How long a text is
 * does not matter here: it fitted in what was sealed, and whoever reads must not lose it over a limit of a form.
 */
export function isBody<P extends ConversationPurpose>(purpose: P, body: unknown): body is Bodies[P] {
  return isRecord(body) && checks[purpose](body)
}

const checks: Record<ConversationPurpose, (body: Fields) => boolean> = {
  report: (body) =>
    isAnswers(body['answers']) &&
    isText(body['story']) &&
    areManifests(body['attachments']) &&
    (body['name'] === undefined || isReporterName(body['name'])) &&
    (body['filedBy'] === undefined || isNamedHolder(body['filedBy'])) &&
    areLeftOut(body['leftOut']),
  message: (body) => isMessage(body),
  checkIn: (body) => (body['going'] === 'well' || body['going'] === 'notWell') && isMessage(body),
  status: (body) =>
    reportStates.some((state) => state === body['state']) && (body['next'] === undefined || isNextMoment(body['next'])),
  share: (body) => isNamedHolder(body),
  leave: (body) => isNamedHolder(body),
  epoch: (body) => isCount(body['next'], 2) && isHybridRecipient(body['recipient']) && areLeftOut(body['leftOut']),
}

const isNextMoment = (value: unknown): value is NextMoment =>
  isRecord(value) && isDay(value['on']) && isAnswerCode(value['kind'])

const isNamedHolder = (value: unknown): value is NamedHolder =>
  isRecord(value) && isReaderId(value['holder']) && isText(value['name'], 200)

const areLeftOut = (value: unknown) => value === undefined || isListOf(value, isReaderId, 200)

const isMessage = (body: Fields) => isText(body['text']) && areManifests(body['attachments'])

const isAnswers = (value: unknown): value is ReportAnswers =>
  isRecord(value) &&
  ['reporterKind', 'forWhom', 'howLong', 'howOften'].every((question) => isAnswerCode(value[question])) &&
  ['forms', 'places'].every((question) => isListOf(value[question], isAnswerCode, 40)) &&
  (value['goingRound'] === undefined || isAnswerCode(value['goingRound']))

const isReporterName = (value: unknown): value is ReporterName =>
  isRecord(value) &&
  isText(value['name']) &&
  (value['classGroup'] === undefined || isText(value['classGroup'])) &&
  (value['reach'] === undefined || isText(value['reach']))
