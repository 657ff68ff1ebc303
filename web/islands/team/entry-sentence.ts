import { fill } from '../../text/fill.ts'
import { secondsInWords } from '../shared/seconds.ts'
import type { StaffAreaText } from '../staff-area/staff-area-text.ts'
import type { EntryRefusal } from './open-account.ts'
import type { Trouble } from './team-api.ts'

/** What to tell somebody who was not let in. `wrong` differs: at the lock screen the address is not in doubt. */
export function entrySentence({ kind, seconds }: EntryRefusal, text: StaffAreaText, wrong: string): string {
  const { errors } = text.signIn
  if (kind === 'wrong') return wrong
  if (kind === 'slowDown')
    return seconds === undefined ? errors.slowDown : fill(errors.slowDownFor, { wait: secondsInWords(seconds) })
  return kind in errors ? errors[kind as keyof typeof errors] : text.team.trouble[kind as Trouble]
}
