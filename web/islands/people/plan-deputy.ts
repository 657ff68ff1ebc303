import { mayLetIn } from '../../../api/domain/function-key.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import { rolesMay } from '../../../api/domain/permissions.ts'
import { receivingFunctions } from '../../../api/domain/roles.ts'
import { keyedFunction } from '../../../api/domain/roster.ts'
import type { ClientRefusal } from '../../client.ts'
import { letIn } from '../keys/function-work.ts'
import type { KeysApi } from '../keys/keys-api.ts'
import { type Office, rosterOf } from '../keys/office.ts'
import { newIds, shareReport } from '../team/hand-on.ts'
import { ReportDesk } from '../team/report-desk.svelte.ts'
import type { OpenWorkplace } from '../team/staff-keys.ts'
import type { AtWork, StaffSession } from '../team/staff-session.svelte.ts'
import { teamApi, type WorkListRow } from '../team/team-api.ts'
import { unwantedBy } from '../team/who-can-read.ts'

export type StandIn = Readonly<{ holder: string; name: string; recipient: string }>
export type Period = Readonly<{ firstDay: LocalDate; lastDay: LocalDate }>
type At = Readonly<{ session: StaffSession; atWork: AtWork; workplace: OpenWorkplace }>

/** What became of the open reports: how many could not be shared, and how many the deputy may not see. */
export type HandedOver = Readonly<{ left: number; kept: number }>

export type Planned = Readonly<{ ok: false; refusal: ClientRefusal }> | (Readonly<{ ok: true }> & HandedOver)

/**
 * Lets a colleague stand in on these days: the school notes who, and this browser seals the keys of functions and of
 * the open reports that came in for the absent person. Before the first day the server gives none of it out.
 */
export async function planDeputy(api: KeysApi, at: At, to: StandIn, period: Period): Promise<Planned> {
  const noted = await api.planDeputy(at.workplace.site, { deputy: to.holder, ...period })
  if (!noted.ok) return noted
  const refusal = await shareFunctions(api, at.atWork, at.workplace, to.holder)
  if (refusal !== null) return { ok: false, refusal }
  return { ok: true, ...(await shareOpenReports(at, to)) }
}

async function shareFunctions(
  api: KeysApi,
  { keys, identity, today }: AtWork,
  { site, siteKey, holder, roles }: OpenWorkplace,
  to: string,
): Promise<ClientRefusal | null> {
  if (!rolesMay(roles, 'keep-keys')) return null
  const [instance, view] = await Promise.all([api.instance(), api.keys(site)])
  if (!instance.ok) return instance.refusal
  if (!view.ok) return view.refusal
  const own = { holder, identity, recipient: keys.recipient, signing: keys.signing }
  const office: Office = { site, siteKey, today, instance: instance.value.salt, ...own, view: view.value }
  for (const role of receivingFunctions) {
    const keyed = keyedFunction(rosterOf(office.view), role)
    if (!mayLetIn(keyed, holder, to).ok) continue
    const shared = await api.letIn(site, role, await letIn(office, role, to))
    if (!shared.ok) return shared.refusal
  }
  return null
}

/** Reports the reporter keeps from this colleague, or which they stay out of, are not shared. */
export async function shareOpenReports({ session, atWork, workplace }: At, to: StandIn): Promise<HandedOver> {
  let left = 0
  let kept = 0
  for (const { site, report } of await notHandedOver(workplace, to.holder)) {
    // What is signed says which report and nothing more of a row.
    const desk = new ReportDesk({ site, report }, atWork, () => session.expire())
    const { opened, stored } = (await desk.load()) ? desk : { opened: null, stored: null }
    if (!opened || !stored || !desk.canWrite) left += 1
    else if (unwantedBy(opened.entries, opened.readers).has(to.holder) || stored.out.includes(to.holder)) kept += 1
    else if ((await shareReport(desk, to, newIds(), { standsIn: true })) !== null) left += 1
  }
  return { left, kept }
}

/** Open reports addressed in person to whoever works here, without a key for this colleague. */
export async function notHandedOver({ site, holder }: OpenWorkplace, deputy: string): Promise<readonly WorkListRow[]> {
  const rows: WorkListRow[] = []
  let after: string | null = null
  do {
    const page = await teamApi.list(after)
    if (!page.ok) return rows
    rows.push(...page.value.reports)
    after = page.value.next
  } while (after !== null)
  return rows.filter(
    ({ addressedTo, ...row }) =>
      row.site === site && row.state !== 'closed' && addressedTo.includes(holder) && !addressedTo.includes(deputy),
  )
}
