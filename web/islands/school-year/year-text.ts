import type schoolYear from '../../text/nl/team-school-year.ts'
import type { Words } from '../../text/words.ts'
import type { AdministrationText } from '../administration/administration-text.ts'

export type YearText = AdministrationText & Readonly<{ year: Words<typeof schoolYear> }>
