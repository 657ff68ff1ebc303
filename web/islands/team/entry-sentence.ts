import { fill } from '../../text/fill.ts'
import type { EntryRefusal } from './open-account.ts'
import type { TeamText } from './team-text.ts'

/** What to tell somebody who was not let in. `wrong` differs: at the lock screen the address is not in doubt. */
export function entrySentence({ kind, seconds }: EntryRefusal, text: TeamText, wrong: string): string {
  const { errors } = text.signIn
  if (kind === 'wrong') return wrong
  if (kind === 'slowDown') return seconds === undefined ? errors.slowDown : fill(errors.slowDownFor, { seconds })
  if (kind === 'keysClosed' || kind === 'cannotEncrypt' || kind === 'notStaff') return errors[kind]
  return text.team.trouble[kind]
}
