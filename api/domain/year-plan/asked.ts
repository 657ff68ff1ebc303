import { yearlyDays } from '../protocol/aeres-1-1/yearly-days.ts'
import { yearlyPlan } from '../protocol/aeres-1-1/yearly-plan.ts'

/** What the protocol in force wants done each year, and when a site may plan that: the one place that knows which it is. */
export const askedEachYear = { items: yearlyPlan, days: yearlyDays } as const
