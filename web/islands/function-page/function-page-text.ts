import type page from '../../text/nl/team-who-helps.ts'
import type whoHelps from '../../text/nl/who-helps.ts'
import type { Words } from '../../text/words.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

/** `shown`: the words of the public page, so that a preview says what pupils will read. */
export type FunctionPageText = StaffAreaText &
  Readonly<{ page: Words<typeof page>; shown: Words<(typeof whoHelps)['site']> }>
