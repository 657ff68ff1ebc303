import type staffList from '../../text/nl/team-staff-list.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type StaffListText = StaffAreaText & Readonly<{ list: Words<typeof staffList> }>
