import type { Role } from './roles.ts'
import type { PlaceOfWork } from './staff-post.ts'

/**
 * A line of the list that a school keeps of its staff. `isExternal`: not employed by the school, as some
 * vertrouwenspersonen; null when the list does not say.
 */
export type Listed = Readonly<{ name: string; email: string; isExternal: boolean | null; place: PlaceOfWork }>
/** Somebody as they work at a site now. */
export type Present = Listed & Readonly<{ account: string; holder: string }>

/** Somebody whose name, functions or classes differ, with what comes and goes; null for what stays as it is. */
export type Difference = Readonly<{
  person: Present
  newName: string | null
  isExternal: boolean | null
  given: Pick<PlaceOfWork, 'roles' | 'classGroups'>
  taken: Pick<PlaceOfWork, 'roles' | 'classGroups'>
}>

/** What has to happen before the school is as the list says. */
export type StaffListPlan = Readonly<{
  fresh: readonly Listed[]
  /** From one site of the list to another. */
  moved: readonly Readonly<{ from: Present; to: Listed }>[]
  changed: readonly Difference[]
  gone: readonly Present[]
  same: number
}>

export const planGroups = ['fresh', 'moved', 'changed', 'gone'] as const
export type PlanGroup = (typeof planGroups)[number]

/**
 * Holds a list against who works where. Only sites that the list names count: it says nothing of others.
 * @param own - the account of whoever imports: their own functions are for a colleague to change.
 */
export function planStaffList(list: readonly Listed[], present: readonly Present[], own: string): StaffListPlan {
  const sites = new Set(list.map(({ place }) => place.site))
  const here = present.filter(({ place, account }) => sites.has(place.site) && account !== own)
  const ownEmails = new Set(present.filter(({ account }) => account === own).map(({ email }) => email))
  const wanted = list.filter(({ email }) => !ownEmails.has(email))

  const presentByKey = new Map(here.map((person) => [keyOf(person), person]))
  const wantedKeys = new Set(wanted.map(keyOf))
  const added = wanted.filter((person) => !presentByKey.has(keyOf(person)))
  const leaving = here.filter((person) => !wantedKeys.has(keyOf(person)))

  const moved = pairUp(added, leaving)
  const movedFrom = new Set(moved.map(({ from }) => from))
  const movedTo = new Set(moved.map(({ to }) => to))
  const differences = wanted.flatMap((person) => {
    const now = presentByKey.get(keyOf(person))
    return now ? [differenceOf(now, person)] : []
  })
  const changed = differences.filter(isDifferent)
  return {
    fresh: added.filter((person) => !movedTo.has(person)),
    moved,
    changed,
    gone: leaving.filter((person) => !movedFrom.has(person)),
    same: differences.length - changed.length + (list.length - wanted.length),
  }
}

/** Somebody who leaves one site and begins at another has moved; each place counts once. */
function pairUp(added: readonly Listed[], leaving: readonly Present[]): StaffListPlan['moved'] {
  const free = new Map<string, Present[]>()
  for (const person of leaving) free.set(person.email, [...(free.get(person.email) ?? []), person])
  return added.flatMap((to) => {
    const from = free.get(to.email)?.shift()
    return from ? [{ from, to }] : []
  })
}

function differenceOf(now: Present, wanted: Listed): Difference {
  const minus = <Item extends Role | string>(from: readonly Item[], without: readonly Item[]) =>
    from.filter((item) => !without.includes(item))
  const isOther = wanted.isExternal !== null && wanted.isExternal !== now.isExternal
  return {
    person: now,
    newName: wanted.name === now.name ? null : wanted.name,
    isExternal: isOther ? wanted.isExternal : null,
    given: {
      roles: minus(wanted.place.roles, now.place.roles),
      classGroups: minus(wanted.place.classGroups, now.place.classGroups),
    },
    taken: {
      roles: minus(now.place.roles, wanted.place.roles),
      classGroups: minus(now.place.classGroups, wanted.place.classGroups),
    },
  }
}

const isDifferent = ({ newName, isExternal, given, taken }: Difference) =>
  newName !== null || isExternal !== null || !isNothing(given) || !isNothing(taken)
const isNothing = ({ roles, classGroups }: Difference['given']) => roles.length === 0 && classGroups.length === 0
const keyOf = ({ email, place }: Listed) => `${place.site} ${email}`
