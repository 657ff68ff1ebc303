import { addDays, type LocalDate } from '../../api/domain/local-date.ts'
import { eraseWhatIsDue } from '../../api/jobs/erase.ts'
import type { Database } from '../../db/connect.ts'

/** One day of the job. */
export const eraseOn = (db: Database, today: LocalDate) =>
  eraseWhatIsDue(db, { today, now: new Date(`${today}T03:00:00Z`) })

/** Every day from the one up to and with the other, as a server that is never off. */
export async function eraseDaily(db: Database, from: LocalDate, until: LocalDate): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1)) await eraseOn(db, day)
}
