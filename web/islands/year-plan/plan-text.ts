import type plan from '../../text/nl/team-year-plan.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type PlanText = StaffAreaText & Readonly<{ plan: Words<typeof plan> }>
