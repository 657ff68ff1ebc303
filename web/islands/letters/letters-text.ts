import type law from '../../text/nl/team-law.ts'
import type letterWords from '../../text/nl/team-letter-words.ts'
import type letters from '../../text/nl/team-letters.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type LettersText = StaffAreaText &
  Readonly<{ letters: Words<typeof letters>; letterWords: Words<typeof letterWords>; law: Words<typeof law> }>
