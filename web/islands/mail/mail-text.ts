import type mail from '../../text/nl/team-mail.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type MailText = StaffAreaText & Readonly<{ mail: Words<typeof mail> }>
