import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, auditEvents, sites, staff } from '../../db/schema/index.ts'
import { type AuditAction, type ChainedEvent, wholeSchool } from '../domain/audit.ts'
import type { AuditAccess } from '../domain/audit-access.ts'
import { functionNames, nameElsewhere } from '../domain/function-names.ts'
import { homeOf, isElsewhere } from '../domain/holder-id.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { startOfDay } from '../domain/moments.ts'
import { isReceivingFunction } from '../domain/roles.ts'

export type AuditFilter = Readonly<{
  account?: string | undefined
  action?: AuditAction | undefined
  from?: LocalDate | undefined
  to?: LocalDate | undefined
}>

/** Where a page ends: rows are newest first. */
export type AuditCursor = Readonly<{ at: Date; site: string; sequence: number }>

export type AuditRow = Readonly<{
  site: string
  sequence: number
  at: Date
  account: string
  action: AuditAction
  subject: ChainedEvent['subject']
  subjectId: string
  detail: string | null
}>

const { siteId, sequence, at, accountId, action, subject, subjectId, detail } = auditEvents

/** What this person may see, narrowed by what they asked for. */
export async function listAudit(
  db: Database,
  access: AuditAccess,
  filter: AuditFilter,
  { after, most }: Readonly<{ after: AuditCursor | null; most: number }>,
): Promise<readonly AuditRow[]> {
  const { account } = filter
  const isAsked = and(
    account === undefined ? undefined : concerns(account, await holdersOfAccount(db, account)),
    filter.action && eq(action, filter.action),
    filter.from && gte(at, startOfDay(filter.from)),
    filter.to && lt(at, startOfDay(addDays(filter.to, 1))),
    after === null
      ? undefined
      : sql`(${at}, ${siteId}, ${sequence}) < (${after.at.toISOString()}::timestamptz, ${after.site}, ${after.sequence})`,
  )
  return db
    .select({ site: siteId, sequence, at, account: accountId, action, subject, subjectId, detail })
    .from(auditEvents)
    .where(and(mayBeSeenBy(db, access), isAsked))
    .orderBy(desc(at), desc(siteId), desc(sequence))
    .limit(most)
}

function mayBeSeenBy(db: Database, { sites: whole, account, holders }: AuditAccess): SQL | undefined {
  const own = concerns(account, holders)
  if (whole.length === 0) return own
  const people = db
    .select({ account: staff.accountId })
    .from(staff)
    .where(inArray(staff.siteId, [...whole]))
  const isOfThem = or(inArray(accountId, people), and(eq(subject, 'account'), inArray(subjectId, people)))
  return or(inArray(siteId, [...whole]), and(eq(siteId, wholeSchool), isOfThem), own)
}

/** What somebody did, and what was done to their account or to them as a member of staff. */
const concerns = (account: string, holders: AuditAccess['holders']): SQL | undefined =>
  or(
    eq(accountId, account),
    and(eq(subject, 'account'), eq(subjectId, account)),
    ...holders.map(({ site, holder }) => and(eq(siteId, site), eq(subject, 'staff'), eq(subjectId, holder))),
  )

const holdersOfAccount = (db: Database, account: string) =>
  db.select({ site: staff.siteId, holder: staff.id }).from(staff).where(eq(staff.accountId, account))

/** Everybody who works or worked at these sites: whom a director can ask about. */
export async function peopleAt(db: Database, siteIds: readonly string[]) {
  if (siteIds.length === 0) return []
  return db
    .selectDistinct({ account: accounts.id, name: accounts.name })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(inArray(staff.siteId, [...siteIds]))
    .orderBy(asc(accounts.name), asc(accounts.id))
}

/** The names that belong to the ids in these rows, as far as there still are any. */
export async function namesFor(db: Database, rows: readonly AuditRow[]) {
  const accountIds = rows.flatMap((row) => [row.account, ...(row.subject === 'account' ? [row.subjectId] : [])])
  const standings = rows.flatMap(({ site, subjectId: about, detail: holder }) => [
    homeOf(site, about),
    homeOf(site, holder ?? ''),
  ])
  const holderIds = standings.map(({ holder }) => holder)
  const [people, members, places] = await Promise.all([
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, unique(accountIds))),
    db
      .select({ site: staff.siteId, id: staff.id, name: staff.name })
      .from(staff)
      .where(
        and(inArray(staff.siteId, unique(standings.map(({ site }) => site))), inArray(staff.id, unique(holderIds))),
      ),
    db.select({ id: sites.id, name: sites.name }).from(sites),
  ])
  const nameOfSite = new Map(places.map(({ id, name }) => [id, name]))
  const nameOfAccount = new Map(people.map(({ id, name }) => [id, name]))
  const nameOfStaff = new Map(members.map(({ site, id, name }) => [`${site}/${id}`, name]))
  return {
    site: (id: string) => (id === wholeSchool ? null : (nameOfSite.get(id) ?? id)),
    account: (id: string) => nameOfAccount.get(id) ?? null,
    staff: (site: string, id: string) => {
      const home = homeOf(site, id)
      const own = nameOfStaff.get(`${home.site}/${home.holder}`)
      if (!isElsewhere(id)) return own ?? null
      const name = own ?? (isReceivingFunction(home.holder) ? functionNames[home.holder] : null)
      return name && nameElsewhere(name, nameOfSite.get(home.site) ?? home.site)
    },
  }
}

/** Never empty, because `in ()` is no SQL. */
const unique = (ids: readonly string[]) => [...new Set(['', ...ids])]
