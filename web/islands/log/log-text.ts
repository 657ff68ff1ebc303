import type log from '../../text/nl/team-log.ts'
import type pseudonyms from '../../text/nl/team-pseudonyms.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type LogText = StaffAreaText & Readonly<{ log: Words<typeof log>; pseudonyms: Words<typeof pseudonyms> }>
