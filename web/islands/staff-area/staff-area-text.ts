import type team from '../../text/nl/team.ts'
import type signIn from '../../text/nl/team-sign-in.ts'
import type { Words } from '../../text/words.ts'

/** The words of signing in and of what every page for staff shares. */
export type StaffAreaText = Readonly<{ team: Words<typeof team>; signIn: Words<typeof signIn> }>
