import type administration from '../../text/nl/team-administration.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type AdministrationText = StaffAreaText & Readonly<{ administration: Words<typeof administration> }>
