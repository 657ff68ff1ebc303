import type papers from '../../text/nl/team-dossier-papers.ts'
import type { Words } from '../../text/words.ts'

export type PapersText = Words<typeof papers>
