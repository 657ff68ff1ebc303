import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossiers } from '../../db/schema/index.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import { findProtocol } from '../domain/protocol/registry.ts'
import type { Kept } from '../domain/retention/keeping.ts'
import { keptDossier } from '../domain/retention/kept-dossier.ts'
import type { RetentionPeriods } from '../domain/retention/periods.ts'
import { listFacts } from './dossier-list.ts'
import { type DossierKey, type StoredDossier, toDossier } from './dossiers.ts'

/** A closed dossier as far as its erasing is concerned. */
export type KeptDossier = Readonly<{ dossier: StoredDossier; entries: readonly DossierEntry[]; kept: Kept }>

const isRead = sql<boolean>`exists (select 1 from dossier_grants g
  where g.site_id = dossiers.site_id and g.dossier_id = dossiers.id and g.read_sequence >= dossiers.last_sequence)`

/** One that joined another is part of that; one that another follows on is needed until that is closed and not held. */
const isNeeded = sql<boolean>`(dossiers.joined_to is not null or exists (select 1 from dossier_links l
  join dossiers later on later.site_id = l.site_id and later.id = l.dossier_id
  where l.site_id = dossiers.site_id and l.earlier_id = dossiers.id
  and (later.is_open or (select count(*) filter (where e.kind = 'held') > count(*) filter (where e.kind = 'hold-ended')
    from dossier_entries e where e.site_id = later.site_id and e.dossier_id = later.id))))`

/**
 * The closed dossiers of a site. What is worked by a protocol that this program does not have is left out: nobody can say
 * whether it is held.
 *
 * @param only - one of them; whoever acts on the answer has locked it.
 */
export async function listKeptDossiers(
  db: Database,
  site: string,
  periods: RetentionPeriods,
  only?: string,
): Promise<readonly KeptDossier[]> {
  const rows = await db
    .select({ ...getTableColumns(dossiers), isRead, isNeeded })
    .from(dossiers)
    .where(
      and(
        ...[eq(dossiers.siteId, site), eq(dossiers.isOpen, false)],
        only === undefined ? undefined : eq(dossiers.id, only),
      ),
    )
    .orderBy(asc(dossiers.id))
  const ids = rows.map(({ id }) => id)
  const facts = await listFacts(db, site, ids)
  return rows.flatMap((row) => {
    const dossier = toDossier(row)
    const protocol = findProtocol(dossier.protocol)
    if (!protocol) return []
    const entries = facts.get(row.id) ?? []
    const { openedOn } = dossier
    const said = { isRead: row.isRead, isNeeded: row.isNeeded, warnedOn: dayOrNull(row.eraseWarnedOn) }
    return [{ dossier, entries, kept: keptDossier(protocol, entries, { openedOn, periods, ...said }) }]
  })
}

export async function warnOfDossier(tx: Database, { site, dossier }: DossierKey, today: LocalDate): Promise<void> {
  await tx
    .update(dossiers)
    .set({ eraseWarnedOn: today })
    .where(and(eq(dossiers.siteId, site), eq(dossiers.id, dossier)))
}

const dayOrNull = (day: string | null): LocalDate | null => (day === null ? null : localDate(day))
