import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { SchoolYear } from '../../../api/domain/school-year.ts'
import type { ItemState, PlanItem } from '../../../api/domain/year-plan/plan.ts'
import { type Asked, ask, makeClient, type Told } from '../../client.ts'

const { team } = makeClient()
const plans = team.sites[':site']['year-plans'][':year']
const sums = team['year-plans'][':year'].sums

export type SitePlan = Omit<Told<typeof plans.$get>, 'items'> & Readonly<{ items: readonly PlanItem[] }>
export type PlanPerson = SitePlan['people'][number]
export type PlanHistory = Told<typeof plans.history.$get>
export type SiteSums = Told<typeof sums.$get>
export type PlanSource = Asked<typeof plans.$post>['source']
export type NewItem = Pick<ItemState, 'title' | 'owner' | 'startsOn' | 'dueOn'>
export type PlanPlace = Readonly<{ site: string; year: SchoolYear }>

const paramOf = ({ site, year }: PlanPlace) => ({ site, year: `${year}` })

/** Days come as text; that they are days is the server's promise. */
const asItem = ({ startsOn, dueOn, doneOn, ...item }: Told<typeof plans.$get>['items'][number]): PlanItem => ({
  ...item,
  ...{ startsOn: startsOn as LocalDate | null, dueOn: dueOn as LocalDate, doneOn: doneOn as LocalDate | null },
})

/** What the page with the yearly plan asks of the server. */
export const planApi = {
  async plan(place: PlanPlace) {
    const answer = await ask(plans.$get({ param: paramOf(place) }))
    if (!answer.ok) return answer
    return { ok: true, value: { ...answer.value, items: answer.value.items.map(asItem) } satisfies SitePlan } as const
  },
  make: (place: PlanPlace, source: PlanSource) => ask(plans.$post({ param: paramOf(place), json: { source } })),
  add: (place: PlanPlace, json: NewItem) => ask(plans.items.$post({ param: paramOf(place), json: { ...json } })),
  /** `title` only goes along for an item of the school's own: what the protocol asks stays as it is. */
  save: (place: PlanPlace, { id, section, asks: _, position: __, title, ...item }: PlanItem) =>
    ask(
      plans.items[':item'].$put({
        param: { ...paramOf(place), item: id },
        json: section === null ? { ...item, title } : item,
      }),
    ),
  history: (place: PlanPlace) => ask(plans.history.$get({ param: paramOf(place) })),
  sums: (year: SchoolYear) => ask(sums.$get({ param: { year: `${year}` } })),
} as const
