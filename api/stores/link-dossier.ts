import type { Database } from '../../db/connect.ts'
import { accept, refuse } from '../domain/outcome.ts'
import type { Ownership } from '../domain/ownership.ts'
import { mayDo } from '../domain/ownership-changes.ts'
import type { OwnPeriods } from '../domain/retention/periods.ts'
import { recuseFromDossier } from './dossier-grants.ts'
import { linkEarlier, linkReport, listLinkedReports } from './dossier-links.ts'
import { findDossierReader } from './dossier-reader.ts'
import { type DossierKey, lockDossier, updateDossier } from './dossiers.ts'
import type { Moment } from './judge-entry.ts'
import { lockOwnership } from './ownership.ts'
import { recordEntry, type Under, type WrittenEntry } from './record-entry.ts'
import { listRecused } from './recusals.ts'
import { findReader } from './report-reader.ts'

type Linking = Readonly<{ account: string; now: Moment }>

/**
 * One more report that the dossier is about. Whoever stays out of the report stays out of the dossier from now on, unless
 * nobody would be left to handle it.
 */
export async function addReport(tx: Database, key: DossierKey, report: string, { account, now: { today } }: Linking) {
  const ownership = await lockOwnership(tx, key.site, today, key.dossier)
  if (!(await lockDossier(tx, key))) return refuse('dossier-unknown')
  if (!(await findReader(tx, account, { site: key.site, report }, today))) return refuse('report-unknown')
  const out = await stayOut(tx, key, ownership, await listRecused(tx, { site: key.site, report }))
  if (!out) return refuse('owner-needed')
  return accept({ isNew: await linkReport(tx, key, report) })
}

/** An earlier dossier about the same people. Only who reads both can say so. */
export async function addEarlier(tx: Database, key: DossierKey, earlier: string, { account, now: { today } }: Linking) {
  const other = { site: key.site, dossier: earlier }
  if (earlier === key.dossier || !(await findDossierReader(tx, account, other, today))) return refuse('dossier-unknown')
  return accept({ isNew: await linkEarlier(tx, key, earlier) })
}

/** Ends this dossier because another about the same goes on: its reports go along, what is written stays where it is. */
export async function joinDossier(
  tx: Database,
  key: DossierKey,
  { to, ...written }: WrittenEntry & Readonly<{ to: string }>,
  acting: Under & Linking & Readonly<{ by: string; school?: OwnPeriods | undefined }>,
) {
  const other = { site: key.site, dossier: to }
  const { account } = acting
  const { today } = acting.now
  const ownership = await lockOwnership(tx, key.site, today, to)
  if (to === key.dossier || !(await findDossierReader(tx, account, other, today))) return refuse('dossier-unknown')
  if (written.entry.kind !== 'closed') return refuse('grants-wrong')
  const reports = await listLinkedReports(tx, key)
  const involved: string[] = []
  for (const report of reports) involved.push(...(await listRecused(tx, { site: key.site, report })))
  // Looked at before anything is written, because a refusal must leave nothing behind.
  if (!mayAllStayOut(ownership, to, involved)) return refuse('owner-needed')
  const recorded = await recordEntry(tx, key, written, { ...acting, hasLink: true })
  if (!recorded.ok || !recorded.value.isNew) return recorded
  await stayOut(tx, other, ownership, involved)
  for (const report of reports) await linkReport(tx, other, report)
  await updateDossier(tx, key, { joinedTo: to })
  return recorded
}

const mayAllStayOut = (ownership: Ownership, dossier: string, involved: readonly string[]) =>
  afterStayingOut(ownership, dossier, involved) !== null

/** @returns whether it could be done. */
async function stayOut(tx: Database, key: DossierKey, ownership: Ownership, involved: readonly string[]) {
  const after = afterStayingOut(ownership, key.dossier, involved)
  if (after === null) return false
  if (after.length === 0) return true
  await recuseFromDossier(tx, key, after)
  await updateDossier(tx, key, { isKeyDue: true })
  return true
}

/** Who is out from now on and was not yet; null when the dossier would be left with nobody. */
function afterStayingOut(ownership: Ownership, dossier: string, involved: readonly string[]): string[] | null {
  const known = ownership.reports.find(({ report }) => report === dossier)?.recused ?? []
  const added = [...new Set(involved)].filter((holder) => !known.includes(holder))
  let state = ownership
  for (const from of added) {
    const change = mayDo(state, { kind: 'recuse', report: dossier, from })
    if (!change.ok) return null
    state = change.value
  }
  return added
}
