import type { Database } from '../../db/connect.ts'
import { theProgram } from '../domain/audit.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { writeAudit } from '../stores/audit.ts'
import { endDeputy, lockOverAbsences } from '../stores/deputies.ts'
import { endStandIns, listStrayStandIns } from '../stores/stand-ins.ts'
import { transact } from '../stores/transact.ts'

/**
 * The day after the last: what a deputy held for the time is taken back, and nothing new is sealed to keys they had.
 * Any number of processes may do it at the same time, and again: an absence that was ended is not there any more.
 */
export const endDeputies = (db: Database, { today, now }: Readonly<{ today: LocalDate; now: Date }>): Promise<number> =>
  transact(db, async (tx) => {
    const over = await lockOverAbsences(tx, today)
    for (const absence of over) {
      await endDeputy(tx, absence, today)
      const event = { site: absence.site, account: theProgram, action: 'removed', subject: 'staff' } as const
      await writeAudit(tx, { ...event, subjectId: absence.deputy }, now)
    }
    for (const { site, ...pair } of await listStrayStandIns(tx)) await endStandIns(tx, site, pair)
    return over.length
  })
