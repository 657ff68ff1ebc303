import type sheet from '../../text/nl/team-sheet.ts'
import type { Words } from '../../text/words.ts'

export type SheetText = Words<typeof sheet>
