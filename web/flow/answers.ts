import type { LocalDate } from '../../api/domain/local-date.ts'
import type { ReceivingFunction } from '../../api/domain/roles.ts'
import type { Duration, Form, Frequency, GoingRound, Place, ReporterKind, Subject } from './codes.ts'

/** Who may read the report: a function of the site, or somebody in person. In the order they are offered. */
export const readerChoices = [
  'confidentialAdviser',
  'contactPerson',
  'bullyingCoordinator',
  'supportCoordinator',
  'mentor',
  'trustedStaff',
] as const satisfies readonly (ReceivingFunction | 'mentor' | 'trustedStaff')[]
export type ReaderChoice = (typeof readerChoices)[number]

/** The choice that says "everybody may read it" at "is there somebody who may not?". */
export const nobody = 'nobody'

/** A staff member, known by the id under which reports can be granted to them. */
export type Person = Readonly<{
  holder: string
  name: string
  /** Is not there today; the deputy reads for them until then. */
  away?: Readonly<{ until: LocalDate; deputy: Readonly<{ holder: string; name: string }> }>
}>

/** Everything a reporter has filled in. It lives in the memory of one page and nowhere else. */
export type Answers = {
  site?: string
  reporterKind?: ReporterKind
  forWhom?: Subject
  readers?: readonly ReaderChoice[]
  mentorClass?: string
  trusted?: Person
  standIn?: 'yes' | 'no'
  excluded?: readonly string[]
  forms?: readonly Form[]
  goingRound?: GoingRound
  places?: readonly Place[]
  howLong?: Duration
  howOften?: Frequency
  story?: string
  cannotTell?: boolean
  named?: 'anonymous' | 'named'
  name?: string
  classGroup?: string
  reach?: string
}

/** What the chosen site offers. Empty lists until it is known. */
export type FlowContext = Readonly<{
  sites: readonly { id: string; name: string }[]
  /** `deputies`: have the key of the function for a while. */
  functions: readonly { role: ReceivingFunction; members: readonly Person[]; deputies?: readonly Person[] }[]
  classGroups: readonly { name: string; mentors: readonly Person[] }[]
}>
