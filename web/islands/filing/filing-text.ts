import type codeCard from '../../text/nl/code-card.ts'
import type answers from '../../text/nl/report-answers.ts'
import type filing from '../../text/nl/team-filing.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type FilingText = StaffAreaText &
  Readonly<{ filing: Words<typeof filing>; answers: Words<typeof answers>; codeCard: Words<typeof codeCard> }>
