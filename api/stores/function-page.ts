import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { memberships, staff } from '../../db/schema/index.ts'
import { inOrder } from '../domain/function-page.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { publishedFunctions } from '../domain/roles.ts'
import { listPublishedPeople } from './published-people.ts'

type Place = Readonly<{ site: string; holder: string }>

const isThis = ({ site, holder }: Place) => and(eq(staff.siteId, site), eq(staff.id, holder))

/** Whether the public page of the site names this person, so that there is something to edit. */
export async function isNamed(db: Database, { site, holder }: Place, today: LocalDate): Promise<boolean> {
  const people = await listPublishedPeople(db, site, today)
  return people.some((person) => person.holder === holder)
}

export const savePublicFacts = (
  tx: Database,
  place: Place,
  facts: Readonly<{ reach: string | null; hours: string | null; isExternal: boolean }>,
) => tx.update(staff).set(facts).where(isThis(place))

/** @param photo - null takes it away, also out of the database. */
export const savePhoto = (tx: Database, place: Place, photo: Uint8Array | null) =>
  tx
    .update(staff)
    .set({ photo: photo === null ? null : Buffer.from(photo).toString('base64') })
    .where(isThis(place))

/** Puts those who hold a function in this order; whoever is not named comes after them, in the order they had. */
export async function saveOrder(
  tx: Database,
  { site, role }: Readonly<{ site: string; role: (typeof publishedFunctions)[number] }>,
  wanted: readonly string[],
  today: LocalDate,
): Promise<void> {
  const people = await listPublishedPeople(tx, site, today)
  const now = people.filter((person) => person.role === role).map(({ holder }) => holder)
  for (const [position, holder] of inOrder(now, wanted).entries()) {
    await tx
      .update(memberships)
      .set({ position })
      .where(and(eq(memberships.siteId, site), eq(memberships.role, role), eq(memberships.staffId, holder)))
  }
}
