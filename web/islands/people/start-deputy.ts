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

export type StandIn = Readonly<{ holder: string; name: string; recipient: string }>

export type Started =
  | Readonly<{ ok: false; refusal: ClientRefusal }>
  /** `left`: how many open reports could not be shared. */
  | Readonly<{ ok: true; left: number }>

/**
 * Lets a colleague stand in until a day: the school notes who, and this browser hands over the keys of functions and the
 * open reports that came in for the absent person.
 */
export async function startDeputy(
  api: KeysApi,
  { session, atWork, workplace }: { session: StaffSession; atWork: AtWork; workplace: OpenWorkplace },
  to: StandIn,
  lastDay: LocalDate,
): Promise<Started> {
  const noted = await api.startDeputy(workplace.site, to.holder, lastDay)
  if (!noted.ok) return noted
  const refusal = await shareFunctions(api, atWork, workplace, to.holder)
  if (refusal !== null) return { ok: false, refusal }
  return { ok: true, left: await shareOpenReports(session, atWork, workplace, to) }
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

async function shareOpenReports(
  session: StaffSession,
  atWork: AtWork,
  { site, holder }: OpenWorkplace,
  to: StandIn,
): Promise<number> {
  let left = 0
  for (const row of await openRows(site, holder)) {
    const desk = new ReportDesk(row, atWork, () => session.expire())
    const isLoaded = await desk.load()
    if (isLoaded && desk.opened?.readers.some((reader) => reader.holder === to.holder)) continue
    const trouble = isLoaded && desk.canWrite ? await shareReport(desk, to, newIds()) : 'service'
    if (trouble !== null) left += 1
  }
  return left
}

async function openRows(site: string, holder: string): Promise<readonly WorkListRow[]> {
  const rows: WorkListRow[] = []
  let after: string | null = null
  do {
    const page = await teamApi.list(after)
    if (!page.ok) return rows
    rows.push(...page.value.reports)
    after = page.value.next
  } while (after !== null)
  return rows.filter((row) => row.site === site && row.state !== 'closed' && row.addressedTo.includes(holder))
}
