import type ownKeys from '../../text/nl/team-own-keys.ts'
import type sheet from '../../text/nl/team-sheet.ts'
import type { Words } from '../../text/words.ts'

export type OwnKeysText = Words<typeof ownKeys>

/** What the pages need that make keys, with the words of the sheet and of trouble that is not theirs. */
export type KeyPageText = Readonly<{
  ownKeys: OwnKeysText
  sheet: Words<typeof sheet>
  trouble: Readonly<Record<'offline' | 'busy' | 'service' | 'full' | 'slowDown', string>>
}>
