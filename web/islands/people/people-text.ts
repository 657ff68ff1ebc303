import type invite from '../../text/nl/team-invite.ts'
import type keys from '../../text/nl/team-keys.ts'
import type people from '../../text/nl/team-people.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type PeopleText = StaffAreaText &
  Readonly<{ people: Words<typeof people>; keys: Words<typeof keys>; invite: Words<typeof invite> }>
