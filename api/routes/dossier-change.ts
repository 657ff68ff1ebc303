import type { Context } from 'hono'
import type { Database } from '../../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { AuditAction } from '../domain/audit.ts'
import { timeInTheNetherlands } from '../domain/moments.ts'
import { refuse } from '../domain/outcome.ts'
import { type Refusal, refusalStatus } from '../http/refusals.ts'
import { writeAudit } from '../stores/audit.ts'
import { type DossierReader, findDossierReader } from '../stores/dossier-reader.ts'
import type { DossierKey } from '../stores/dossiers.ts'
import { transact } from '../stores/transact.ts'

/** What was done to a dossier, for the log of the site. */
export type DossierAct = Readonly<{ action: AuditAction; detail?: string | undefined }>

export const didToDossier = (account: string, { site, dossier }: DossierKey, { action, detail }: DossierAct) => ({
  ...{ site, account, action, detail },
  ...{ subject: 'dossier' as const, subjectId: dossier },
})

/** The present day and hour in the Netherlands. */
export const momentOf = ({ now, today }: Deps['clock']) => ({
  today: today(),
  hour: Number(timeInTheNetherlands(now()).slice(0, 2)),
})

type Done = Readonly<{ ok: true; value: Readonly<{ isNew: boolean }> }> | Readonly<{ ok: false; refusal: Refusal }>

/** One transaction: the right to read, the change, and what is written down about it. To others the dossier does not exist. */
export const changeDossier = <Outcome extends Done>(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: string,
  key: DossierKey,
  act: DossierAct | null,
  work: (tx: Database, reader: DossierReader) => Promise<Outcome>,
) =>
  transact(db, async (tx) => {
    const reader = await findDossierReader(tx, account, key, clock.today())
    if (!reader) return refuse('dossier-unknown')
    const outcome = await work(tx, reader)
    if (outcome.ok && outcome.value.isNew && act) {
      await writeAudit(tx, didToDossier(account, key, act), clock.now())
    }
    return outcome
  })

/** An entry that the rules say no to: by which rule, and what would have to be there first. */
type Judged = Readonly<{ refusal: 'entry-refused'; why: string; missing: readonly unknown[] }>

export const isJudged = (outcome: object): outcome is Judged => 'why' in outcome

export const refuseEntry = (c: Context, { refusal, why, missing }: Judged) =>
  c.json({ refusal, why, missing: [...missing] }, refusalStatus[refusal])
