import type { Database } from '../../db/connect.ts'
import { holdersToForget } from '../domain/access.ts'
import { isElsewhere } from '../domain/holder-id.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { canTake, type Ownership } from '../domain/ownership.ts'
import { mayDo } from '../domain/ownership-changes.ts'
import { dropGrants, forgetHolders, insertEarlierGrants, listGrantedHolders } from './grants.ts'
import { knownHolders, membersOf } from './known-holders.ts'
import { appendMessage } from './messages.ts'
import { lockOwnership } from './ownership.ts'
import { recuse } from './recusals.ts'
import { openPlace, type Placed } from './replies.ts'
import type { ReportReader } from './report-reader.ts'
import { type ReportKey, type StoredReport, updateReport } from './reports.ts'
import { dropStandInsOf, noteStandIns } from './stand-ins.ts'

type SealedMessage = Readonly<{ id: string; sealed: Uint8Array }>
type Under = Readonly<{ epoch: number; after?: number | undefined }>

/** Somebody new gets the keys of every epoch, and the conversation says so. */
export type Share = Readonly<{
  holder: string
  /** Reads along for as long as this one is away. */
  standsInFor?: string | undefined
  grants: readonly Readonly<{ epoch: number; sealed: Uint8Array }>[]
  message: SealedMessage
}>

/**
 * Somebody stops reading: in person, or a function for all its members. `isInvolved`: the person stays out for good,
 * through whatever function. With `share` somebody else takes over in the same step.
 */
export type Leave = Readonly<{ holder: string; isInvolved: boolean; message: SealedMessage; share?: Share | undefined }>

export async function share(
  tx: Database,
  key: ReportKey,
  { epoch, after, ...sharing }: Share & Under,
  today: LocalDate,
) {
  const ownership = await lockOwnership(tx, key.site, today, key.report, sharing.holder)
  const open = await openPlace(tx, key, asMessage(sharing.message, { epoch, after }, today))
  if (!open.ok) return open
  if (open.value.placed) return accept(open.value.placed)
  return give(tx, open.value.report, ownership, sharing, today)
}

export async function leave(
  tx: Database,
  key: ReportKey,
  { staff, holders, also }: ReportReader,
  { epoch, after, ...leaving }: Leave & Under,
  today: LocalDate,
) {
  const { holder, isInvolved, message, share: sharing } = leaving
  if (isInvolved ? holder !== staff.holder : !holders.includes(holder)) return refuse('grants-wrong')
  const ownership = await lockOwnership(tx, key.site, today, key.report, sharing?.holder)
  const open = await openPlace(tx, key, asMessage(message, { epoch, after }, today))
  if (!open.ok) return open
  if (open.value.placed) return accept(open.value.placed)
  const { report } = open.value
  if (!isInvolved && !ownership.reports.some((owned) => owned.holders.includes(holder))) return refuse('grants-wrong')
  const handing = { report: key.report, from: holder, to: sharing?.holder }
  const change = mayDo(ownership, isInvolved ? { ...handing, kind: 'recuse', also } : { ...handing, kind: 'forward' })
  if (!change.ok) return refuse('owner-needed')

  const given = sharing ? await give(tx, report, ownership, sharing, today) : null
  if (given && !given.ok) return given
  const before = { ...report, lastSequence: given?.value.sequence ?? report.lastSequence }
  const sequence = await appendMessage(tx, before, asMessage(message, { epoch }, today))
  if (isInvolved) await recuse(tx, key, holder)
  await takeAway(tx, report, holder)
  await updateReport(tx, key, { isKeyDue: true })
  return accept<Placed>({ sequence, isNew: true })
}

const asMessage = (message: SealedMessage, under: Under, today: LocalDate) => ({
  ...message,
  ...under,
  ...{ isFromReporter: false, sentOn: today },
})

/** The report must be locked by this transaction. */
async function give(tx: Database, report: StoredReport, ownership: Ownership, given: Share, today: LocalDate) {
  const { holder, standsInFor, grants, message } = given
  // Absences are of one site, and a report that another one shared has readers of its own there.
  if (standsInFor !== undefined && (isElsewhere(standsInFor) || isElsewhere(holder))) return refuse('grants-wrong')
  if (!(await knownHolders(tx, report.site, [holder], today)).includes(holder)) return refuse('holder-unknown')
  const [owned] = ownership.reports
  if (!owned || !canTake(ownership, owned, holder)) return refuse('reader-out')
  const epochs = new Set(grants.map(({ epoch }) => epoch))
  const isWhole = epochs.size === grants.length && epochs.size === report.epoch
  if (!isWhole || grants.some(({ epoch }) => epoch > report.epoch)) return refuse('grants-wrong')
  if (owned.holders.includes(holder)) return refuse('grants-wrong')
  await insertEarlierGrants(
    tx,
    report,
    grants.map((grant) => ({ holder, ...grant })),
  )
  if (standsInFor !== undefined) await noteStandIns(tx, report, [{ absent: standsInFor, deputy: holder }])
  const { epoch } = report
  const sequence = await appendMessage(tx, report, asMessage(message, { epoch }, today))
  return accept<Placed>({ sequence, isNew: true })
}

/** Members of the function who read in person keep its earlier keys, because with those they read what came before. */
async function takeAway(tx: Database, report: StoredReport, holder: string): Promise<void> {
  const staying = (await listGrantedHolders(tx, report))
    .filter((grant) => grant.epoch === report.epoch && grant.holder !== holder)
    .map((grant) => grant.holder)
  const forgotten = holdersToForget([holder], staying, await membersOf(tx, report.site, [holder]))
  await forgetHolders(tx, report, forgotten)
  await dropGrants(tx, report, holder, report.epoch)
  await dropStandInsOf(tx, report, [holder])
}
