import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { StaffBox } from '../../crypto/staff-box.ts'
import type { Drafts } from './drafts.ts'
import type { ReportOpener } from './report-opener.ts'
import type { StaffKeys } from './staff-keys.ts'
import type { Me } from './team-api.ts'

/** All that exists only while somebody is signed in and not locked. */
export type AtWork = Readonly<{
  me: Me
  keys: StaffKeys
  /** The keys themselves, for sealing them anew when they change. */
  box: StaffBox
  /** The person's own age identity. */
  identity: string
  opener: ReportOpener
  drafts: Drafts
  today: LocalDate
}>
