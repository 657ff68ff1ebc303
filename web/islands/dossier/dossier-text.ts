import type dossiers from '../../text/nl/team-dossiers.ts'
import type pseudonyms from '../../text/nl/team-pseudonyms.ts'
import type report from '../../text/nl/team-report.ts'
import type { Words } from '../../text/words.ts'
import type { DutiesText } from '../duties/duties-text.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'

export type DossierText = StaffAreaText &
  DutiesText &
  Readonly<{ dossiers: Words<typeof dossiers>; report: Words<typeof report>; pseudonyms: Words<typeof pseudonyms> }>
