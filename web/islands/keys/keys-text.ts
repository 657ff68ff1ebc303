import type keys from '../../text/nl/team-keys.ts'
import type sheet from '../../text/nl/team-sheet.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type KeysText = StaffAreaText & Readonly<{ keys: Words<typeof keys>; sheet: Words<typeof sheet> }>
