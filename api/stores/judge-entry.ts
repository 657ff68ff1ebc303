import type { Database } from '../../db/connect.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import type { Protocol } from '../domain/protocol/definition.ts'
import { historyOf } from '../domain/protocol/history.ts'
import { mayRecord } from '../domain/protocol/may-record.ts'
import { findProtocol, type ProtocolName } from '../domain/protocol/registry.ts'
import type { OwnPeriods } from '../domain/retention/periods.ts'
import type { Worker } from './dossier-workers.ts'
import { periodsAt } from './retention-periods.ts'
import { calendarOf } from './sites.ts'

/** The present day and hour in the Netherlands: some terms count in hours. */
export type Moment = Readonly<{ today: LocalDate; hour: number }>

/** `hasWords`: the writer says that there is more in it than the facts; `hasLink`: another dossier is named with it. */
export type Written = Readonly<{ hasWords: boolean; hasLink?: boolean | undefined }>

/** Whether an entry may follow on these, by the protocol the dossier was opened under. THE ONE PLACE where that is asked. */
export type Judge = Readonly<{
  protocol: Protocol
  judge(entries: readonly DossierEntry[], entry: DossierEntry, written: Written): ReturnType<typeof judged>
}>

/**
 * @param readers - who can open the dossier, with their roles. @param school - retention periods of the whole school.
 * @returns null for a protocol this program does not have.
 */
export async function judgeOf(
  db: Database,
  { site, protocol: name }: Readonly<{ site: string; protocol: ProtocolName }>,
  readers: readonly Worker[],
  now: Moment,
  school?: OwnPeriods,
): Promise<Judge | null> {
  const protocol = findProtocol(name)
  if (!protocol) return null
  const [calendar, periods] = await Promise.all([calendarOf(db, site), periodsAt(db, site, school)])
  const situation = { calendar, periods, readers, ...now }
  return {
    protocol,
    judge: (entries, entry, written) => judged(protocol, entries, entry, { ...situation, ...written }),
  }
}

function judged(
  protocol: Protocol,
  entries: readonly DossierEntry[],
  { by, recordedOn, ...draft }: DossierEntry,
  { hasLink = false, ...context }: Written & Omit<Parameters<typeof mayRecord>[4], 'hasLink'>,
) {
  const { today } = context
  // Around midnight a browser may still have the day before.
  if (recordedOn !== today && recordedOn !== addDays(today, -1)) return refuse('day-moved')
  const outcome = mayRecord(protocol, entries, draft, by, { ...context, hasLink })
  if (outcome.ok) return accept(true)
  return { ...refuse('entry-refused'), why: outcome.refusal, missing: outcome.missing }
}

export const isClosedBy = (protocol: Protocol, entries: readonly DossierEntry[]): boolean =>
  historyOf(protocol, entries).isClosed
