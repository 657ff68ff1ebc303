import { and, asc, between, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { sites, yearPlanItems } from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import type { SchoolYear } from '../domain/school-year.ts'
import type { ItemOwner, ItemState, PlanItem } from '../domain/year-plan/plan.ts'

export type PlanKey = Readonly<{ site: string; year: SchoolYear }>

const isOf = ({ site, year }: PlanKey) => and(eq(yearPlanItems.siteId, site), eq(yearPlanItems.schoolYear, year))
const isThis = (key: PlanKey, id: string) => and(isOf(key), eq(yearPlanItems.id, id))

/** The items of a plan in their order; none when there is no plan. */
export async function listPlan(db: Database, key: PlanKey): Promise<readonly PlanItem[]> {
  const rows = await db
    .select()
    .from(yearPlanItems)
    .where(isOf(key))
    .orderBy(asc(yearPlanItems.position), asc(yearPlanItems.id))
  return rows.map(toItem)
}

/** The items of one school year, by site. */
export async function listPlansOf(
  db: Database,
  year: SchoolYear,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanItem[]>> {
  const rows = await db
    .select()
    .from(yearPlanItems)
    .where(and(eq(yearPlanItems.schoolYear, year), inArray(yearPlanItems.siteId, [...ids])))
  return Map.groupBy(
    rows.map((row) => ({ site: row.siteId, ...toItem(row) })),
    ({ site }) => site,
  )
}

/** What is to be done at these sites with its last day in this period, whichever plan it is in. */
export async function listToDo(db: Database, ids: readonly string[], from: LocalDate, to: LocalDate) {
  const rows = await db
    .select()
    .from(yearPlanItems)
    .where(
      and(
        ...[inArray(yearPlanItems.siteId, [...ids]), between(yearPlanItems.dueOn, from, to)],
        ...[isNull(yearPlanItems.doneOn), isNull(yearPlanItems.leftOut)],
      ),
    )
  return rows.map((row) => ({ site: row.siteId, ...toItem(row) }))
}

/** The school years of which a site has a plan. */
export async function listPlanYears(db: Database, site: string): Promise<readonly SchoolYear[]> {
  const rows = await db
    .selectDistinct({ year: yearPlanItems.schoolYear })
    .from(yearPlanItems)
    .where(eq(yearPlanItems.siteId, site))
    .orderBy(asc(yearPlanItems.schoolYear))
  return rows.map(({ year }) => year)
}

export async function findItem(db: Database, key: PlanKey, id: string): Promise<PlanItem | null> {
  const [row] = await db.select().from(yearPlanItems).where(isThis(key, id))
  return row ? toItem(row) : null
}

/** Adds what is not there yet and leaves alone what is. @returns how many were added. */
export async function addMissing(tx: Database, key: PlanKey, items: readonly PlanItem[]): Promise<number> {
  if (items.length === 0) return 0
  const rows = items.map(({ id, section, asks, position, version, ...state }) => ({
    ...{ siteId: key.site, schoolYear: key.year, id, section, asks, position, version },
    ...toColumns(state),
  }))
  const added = await tx.insert(yearPlanItems).values(rows).onConflictDoNothing().returning({ id: yearPlanItems.id })
  return added.length
}

/** Adds an item of the school's own, after all others. */
export async function addOwnItem(tx: Database, key: PlanKey, id: string, state: ItemState): Promise<void> {
  const [last] = await tx
    .select({ position: max(yearPlanItems.position) })
    .from(yearPlanItems)
    .where(isOf(key))
  await addMissing(tx, key, [
    { ...state, id, section: null, asks: null, position: (last?.position ?? -1) + 1, version: 1 },
  ])
}

/** Saves an item as long as nobody did since this version. @returns false when somebody did. */
export async function saveItem(
  tx: Database,
  key: PlanKey,
  { id, version }: Pick<PlanItem, 'id' | 'version'>,
  state: ItemState,
): Promise<boolean> {
  const saved = await tx
    .update(yearPlanItems)
    .set({ ...toColumns(state), version: sql`${yearPlanItems.version} + 1` })
    .where(and(isThis(key, id), eq(yearPlanItems.version, version)))
    .returning({ id: yearPlanItems.id })
  return saved.length > 0
}

/** Two people who make or copy the same plan wait for each other. */
export const lockPlans = (tx: Database, site: string) =>
  tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('update')

type Row = typeof yearPlanItems.$inferSelect
type StateColumns = Omit<Row, 'siteId' | 'schoolYear' | 'id' | 'section' | 'asks' | 'position' | 'version'>

const toColumns = ({ owner, ...state }: ItemState): StateColumns => ({
  ...state,
  ...('role' in owner ? { ownerRole: owner.role, ownerId: null } : { ownerRole: null, ownerId: owner.holder }),
})

const dayOrNull = (text: string | null) => (text === null ? null : localDate(text))

const toItem = ({ siteId: _, schoolYear: __, ownerRole, ownerId, ...row }: Row): PlanItem => ({
  ...row,
  ...{ owner: ownerOf(ownerRole, ownerId), startsOn: dayOrNull(row.startsOn) },
  ...{ dueOn: localDate(row.dueOn), doneOn: dayOrNull(row.doneOn) },
})

function ownerOf(role: Role | null, holder: string | null): ItemOwner {
  if (role !== null) return { role }
  if (holder !== null) return { holder }
  throw new Error('an item without an owner')
}
