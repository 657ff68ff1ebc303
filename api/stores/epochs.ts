import type { Database } from '../../db/connect.ts'
import { holdersToForget } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { canTake, type OwnedReport, type Ownership, readersAfter } from '../domain/ownership.ts'
import { acceptGrants, standInsOf } from '../domain/submission.ts'
import { forgetHolders, type Grant, insertEarlierGrants, insertGrants, listGrantedHolders } from './grants.ts'
import { knownHolders, membersOf } from './known-holders.ts'
import { appendMessage } from './messages.ts'
import { holdOwnership, loadOwnership } from './ownership.ts'
import { findEarlier, hasMoved, type Placed } from './replies.ts'
import { lockReport, type ReportKey, updateReport } from './reports.ts'
import { dropStandInsOf, noteStandIns } from './stand-ins.ts'

export type NewEpoch = Readonly<{
  epoch: number
  after?: number | undefined
  announcement: Readonly<{ id: string; sealed: Uint8Array }>
  reporterGrant: Uint8Array
  /** `standsInFor`: gets it for as long as that one is away; only a reporter says so. */
  grants: readonly Readonly<{ holder: string; sealed: Uint8Array; standsInFor?: string | undefined }>[]
  /** For whoever is new among `grants`: the keys of what was written before. */
  earlierGrants: readonly Grant[]
}>

/** The reporter chooses who goes on; a member of staff only renews a key that is due, for those who remain. */
export type EpochMaker = 'reporter' | 'staff'

/** A new report key for what follows, announced under the old one. Whoever got no grant reads nothing from here on. */
export async function startEpoch(tx: Database, key: ReportKey, next: NewEpoch, today: LocalDate, by: EpochMaker) {
  await holdOwnership(tx, key.site)
  const report = await lockReport(tx, key)
  if (!report) return refuse('report-unknown')
  const written = { epoch: next.epoch - 1, isFromReporter: by === 'reporter', sentOn: today }
  const announcement = { ...next.announcement, ...written }
  const earlier = await findEarlier(tx, key, announcement)
  if (earlier) return earlier
  if (next.epoch !== report.epoch + 1 || (by === 'staff' && !report.isKeyDue)) return refuse('epoch-old')
  if (hasMoved(report, next)) return refuse('conversation-moved')
  const after = next.grants.map(({ holder }) => holder)
  const accepted = acceptGrants(next.grants, await knownHolders(tx, key.site, after, today))
  if (!accepted.ok) return accepted
  const ownership = await loadOwnership(tx, key.site, today, key.report)
  if (!mayRead(ownership, after, by)) return refuse('reader-out')
  const isForReader = ({ holder, epoch }: Grant) => after.includes(holder) && epoch < next.epoch
  if (!next.earlierGrants.every(isForReader)) return refuse('grants-wrong')

  const former = (await listGrantedHolders(tx, key)).map(({ holder }) => holder)
  await insertGrants(tx, key, next.epoch, { reporter: next.reporterGrant, holders: next.grants })
  await insertEarlierGrants(tx, key, next.earlierGrants)
  await forgetHolders(tx, key, holdersToForget(former, after, await membersOf(tx, key.site, former)))
  await dropStandInsOf(
    tx,
    key,
    former.filter((holder) => !after.includes(holder)),
  )
  if (by === 'reporter') await noteStandIns(tx, key, standInsOf(next.grants))
  const sequence = await appendMessage(tx, report, announcement)
  await updateReport(tx, key, { epoch: next.epoch, isKeyDue: false })
  return accept<Placed>({ sequence, isNew: true })
}

/** Whether these may read on: nobody who is out, and from staff exactly those who remain. */
function mayRead(ownership: Ownership, after: readonly string[], by: EpochMaker): boolean {
  const [report] = ownership.reports
  if (!report || !after.every((holder) => canTake(ownership, report, holder))) return false
  return by === 'reporter' || isJustWhoRemains(ownership, report, after)
}

/** Whether these, and nobody else, read on under a key that a member of staff renews. */
export const mayStaffRenew = (ownership: Ownership, after: readonly string[]): boolean =>
  mayRead(ownership, after, 'staff')

function isJustWhoRemains(ownership: Ownership, report: OwnedReport, after: readonly string[]): boolean {
  const staying = readersAfter(ownership, report)
  const isForgotten = (holder: string) => staying.includes(holder) && !after.includes(holder)
  return after.every((holder) => staying.includes(holder)) && !report.holders.some(isForgotten)
}
