import type account from '../../text/nl/team-account.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type OwnAccountText = StaffAreaText & Readonly<{ account: Words<typeof account> }>
