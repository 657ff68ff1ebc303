import type { Role } from '../../../api/domain/roles.ts'
import type { PlanGroup } from '../../../api/domain/staff-list.ts'
import { fill } from '../../text/fill.ts'
import type { Plan } from './staff-list-api.ts'
import type { StaffListText } from './staff-list-text.ts'

type Posts = Readonly<{ roles: readonly Role[]; classGroups: readonly string[]; isExternal?: boolean | null }>
type Saying = Readonly<{
  siteName: (site: string) => string
  words: StaffListText['list']['plan']
  roles: Readonly<Record<Role, string>>
}>

/** A line for each person of each group: who, where, and what comes or goes. */
export function linesOf(
  plan: Plan,
  { siteName, words, roles }: Saying,
): Readonly<Record<PlanGroup, readonly string[]>> {
  const posts = ({ roles: held, classGroups, isExternal }: Posts) =>
    [...held.map((role) => roles[role]), ...classGroups, ...(isExternal ? [words.external] : [])].join(', ')
  const whole = (person: Plan['fresh'][number]) =>
    [`${person.name} (${siteName(person.site)})`, posts(person)].filter(Boolean).join(': ')
  const part = (text: string, what: string) => (what === '' ? [] : [fill(text, { what })])
  const side = (isExternal: boolean | null) =>
    isExternal === null ? [] : [isExternal ? words.toExternal : words.toInternal]
  return {
    fresh: plan.fresh.map(whole),
    moved: plan.moved.map((person) => {
      const what = posts(person)
      const place = { name: person.name, from: siteName(person.site), to: siteName(person.to) }
      return what === '' ? fill(words.fromTo, place) : fill(words.from, { ...place, what })
    }),
    changed: plan.changed.map(({ name, site, newName, isExternal, given, taken }) => {
      const renamed = part(words.newName, newName ?? '')
      const what = [
        ...renamed,
        ...side(isExternal),
        ...part(words.given, posts(given)),
        ...part(words.taken, posts(taken)),
      ].join('; ')
      return `${name} (${siteName(site)}): ${what}`
    }),
    gone: plan.gone.map((person) =>
      person.roles.includes('director') ? `${whole(person)}. ${words.director}` : whole(person),
    ),
  }
}
