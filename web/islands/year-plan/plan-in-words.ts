import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { SchoolYear } from '../../../api/domain/school-year.ts'
import type { ItemState } from '../../../api/domain/year-plan/plan.ts'
import { fill } from '../../text/fill.ts'
import { dayInFull, dayInWords } from '../shared/day.ts'
import type { SitePlan } from './plan-api.ts'
import type { PlanText } from './plan-text.ts'

/** Who is on the page: names of owners, and which roles anybody holds. */
export type PlanPeople = Pick<SitePlan, 'people' | 'roles'>

export const yearName = (year: SchoolYear, { plan }: PlanText): string =>
  fill(plan.yearName, { from: year, to: year + 1 })

export function ownerInWords(
  owner: ItemState['owner'],
  { people, roles }: PlanPeople,
  { plan, team }: PlanText,
): string {
  const words = plan.item
  if ('role' in owner) {
    const role = team.roles[owner.role]
    return roles.includes(owner.role) ? role : fill(words.nobody, { role })
  }
  const person = people.find(({ holder }) => holder === owner.holder)
  if (!person) return words.unknown
  return person.isHere ? person.name : fill(words.gone, { name: person.name })
}

export function whenInWords({ startsOn, dueOn }: ItemState, today: LocalDate, { plan }: PlanText): string {
  const last = dayInWords(dueOn, today)
  return startsOn === null
    ? fill(plan.item.until, { day: last })
    : fill(plan.item.period, { first: dayInWords(startsOn, today), last })
}

/** How far the last day is away, in words: nobody has to know what a colour means. */
export function awayInWords({ dueOn }: ItemState, today: LocalDate, { plan }: PlanText): string {
  const { late, left } = plan.item
  if (dueOn === today) return left.today
  const days = daysBetween(today, dueOn)
  const words = days < 0 ? late : left
  return fill(Math.abs(days) === 1 ? words.one : words.more, { n: Math.abs(days) })
}

/** An item in one line, for whoever was changing it while somebody else did. */
export function itemInWords(item: ItemState, people: PlanPeople, today: LocalDate, text: PlanText): string {
  const { form, item: words } = text.plan
  const state =
    item.leftOut !== null
      ? `${form.leftOut} (${item.leftOut})`
      : item.doneOn === null
        ? form.open
        : fill(words.doneOn, { day: dayInFull(item.doneOn) })
  const evidence = item.evidence === null ? [] : [`“${item.evidence}”`]
  return [ownerInWords(item.owner, people, text), whenInWords(item, today, text), state, ...evidence].join('; ')
}

/** Words and the addresses between them, so that an address can be followed. */
export function partsOf(words: string): readonly Readonly<{ text: string; isLink: boolean }>[] {
  return words
    .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((text, index) => ({ text, isLink: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  const at = (day: LocalDate) => new Date(`${day}T00:00:00Z`).getTime()
  return Math.round((at(to) - at(from)) / 86_400_000)
}
