import type invite from '../../text/nl/team-invite.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type InviteText = StaffAreaText & Readonly<{ invite: Words<typeof invite> }>
export type School = Readonly<{ portalName: string; schoolName: string }>
