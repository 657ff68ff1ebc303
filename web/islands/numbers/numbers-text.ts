import type numbers from '../../text/nl/team-numbers.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type NumbersText = StaffAreaText & Readonly<{ numbers: Words<typeof numbers> }>
