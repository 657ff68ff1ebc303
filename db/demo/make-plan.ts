import { isSchoolDay } from '../../api/domain/calendar.ts'
import { addDays, type LocalDate } from '../../api/domain/local-date.ts'
import type { ProtocolName } from '../../api/domain/protocol/registry.ts'
import { schoolYearOf } from '../../api/domain/school-year.ts'
import { askedEachYear } from '../../api/domain/year-plan/asked.ts'
import { planFromProtocol } from '../../api/domain/year-plan/new-plan.ts'
import type { PlanItem } from '../../api/domain/year-plan/plan.ts'
import { calendarOf } from '../../api/stores/sites.ts'
import { staffOfPlan } from '../../api/stores/year-plan-staff.ts'
import { addMissing } from '../../api/stores/year-plans.ts'
import type { Database } from '../connect.ts'

/** What somebody who tries the program finds done; everything else of the plan is still to do. */
const evidence: Readonly<Record<string, string>> = {
  'y-names-in-guide': 'Schoolgids, bladzijde 14',
  'y-staff-informed': 'Studiemiddag in de eerste schoolweek; de presentatie staat op de schijf van het team',
}

/** The plan of a site for this school year, as it would stand some way into the year. */
export async function makePlan(
  db: Database,
  { site, today, protocol }: Readonly<{ site: string; today: LocalDate; protocol: ProtocolName }>,
): Promise<void> {
  const year = schoolYearOf(today)
  const calendar = await calendarOf(db, site)
  const plan = { year, calendar, staff: await staffOfPlan(db, site, today) }
  const items = planFromProtocol(askedEachYear(protocol), plan).map((item) => {
    const words = evidence[item.id]
    const doneOn = lastSchoolDay(item.dueOn < today ? item.dueOn : today)
    return words === undefined ? item : ({ ...item, doneOn, evidence: words } satisfies PlanItem)
  })
  await addMissing(db, { site, year }, items)

  function lastSchoolDay(day: LocalDate): LocalDate {
    let found = day
    while (!isSchoolDay(found, calendar)) found = addDays(found, -1)
    return found
  }
}
