import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import { type Role, roles } from '../../../api/domain/roles.ts'
import type { SchoolYear } from '../../../api/domain/school-year.ts'
import {
  type ItemOwner,
  type ItemRefusal,
  type ItemState,
  planLimits,
  refuseItem,
} from '../../../api/domain/year-plan/plan.ts'
import type { ClientRefusal } from '../../client.ts'
import { fill } from '../../text/fill.ts'
import type { PlanText } from './plan-text.ts'

/** What is changed of an item in one go. */
export const itemSteps = ['change', 'done', 'leaveOut'] as const
export type ItemStep = (typeof itemSteps)[number]

export type ItemField = 'title' | 'startsOn' | 'dueOn' | 'doneOn' | 'evidence' | 'leftOut'
/** As it stands in the fields. `owner` is `role/…` or `holder/…`, because a select holds text. */
export type Typed = Readonly<Record<ItemField | 'owner', string>>
export type ItemError = Readonly<{ field?: ItemField; message: string }>

export const typedOf = (item: ItemState): Typed => ({
  ...{ title: item.title, owner: ownerValue(item.owner), startsOn: item.startsOn ?? '', dueOn: item.dueOn },
  ...{ doneOn: item.doneOn ?? '', evidence: item.evidence ?? '', leftOut: item.leftOut ?? '' },
})

export const ownerValue = (owner: ItemOwner): string =>
  'role' in owner ? `role/${owner.role}` : `holder/${owner.holder}`

export const ownerOf = (value: string): ItemOwner => {
  const [kind, id = ''] = value.split('/')
  return kind === 'role' && isRole(id) ? { role: id } : { holder: id }
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

type Known = Readonly<{ year: SchoolYear; today: LocalDate; words: PlanText['plan']['errors'] }>
export type Read = Readonly<{ change: Partial<ItemState>; errors: readonly ItemError[] }>

/** What one step changes of an item, or what is still wrong with it. */
export function readStep(step: ItemStep, typed: Typed, item: ItemState, known: Known): Read {
  const { words } = known
  const errors: ItemError[] = []
  const change: { -readonly [Key in keyof ItemState]?: ItemState[Key] } = {}
  if (step === 'change') {
    const [startsOn, dueOn] = [asDay(typed.startsOn), asDay(typed.dueOn)]
    const over = typed.title.trim().length - planLimits.title
    if (typed.title.trim() === '') errors.push({ field: 'title', message: words.title })
    if (over > 0) errors.push({ field: 'title', message: fill(words.titleLong, { n: over }) })
    if (typed.startsOn !== '' && startsOn === null) errors.push({ field: 'startsOn', message: words.startsOn })
    if (dueOn === null) errors.push({ field: 'dueOn', message: words.dueOn })
    Object.assign(change, {
      title: typed.title.trim(),
      owner: ownerOf(typed.owner),
      startsOn,
      dueOn: dueOn ?? item.dueOn,
    })
  } else if (step === 'done') {
    const doneOn = asDay(typed.doneOn)
    const over = typed.evidence.trim().length - planLimits.evidence
    if (doneOn === null) errors.push({ field: 'doneOn', message: words.doneOn })
    if (over > 0) errors.push({ field: 'evidence', message: fill(words.evidenceLong, { n: over }) })
    Object.assign(change, { doneOn, evidence: typed.evidence.trim() || null })
  } else {
    const over = typed.leftOut.trim().length - planLimits.reason
    if (typed.leftOut.trim() === '') errors.push({ field: 'leftOut', message: words.reason })
    if (over > 0) errors.push({ field: 'leftOut', message: fill(words.evidenceLong, { n: over }) })
    Object.assign(change, { leftOut: typed.leftOut.trim(), doneOn: null })
  }
  const refusal = errors.length > 0 ? null : refuseItem({ ...item, ...change }, known.year, known.today)
  return { change, errors: refusal === null ? errors : [refusedItem(refusal, known)] }
}

function refusedItem(refusal: ItemRefusal, { year, words }: Known): ItemError {
  if (refusal === 'days-reversed') return { field: 'startsOn', message: words.reversed }
  if (refusal === 'day-ahead') return { field: 'doneOn', message: words.ahead }
  return { field: 'dueOn', message: fill(words.outside, { from: year, to: year + 1 }) }
}

/** The page's own sentences for what the server refuses. */
export const planRefusals = ({ plan: { errors } }: PlanText): Partial<Record<ClientRefusal, string>> => ({
  'staff-unknown': errors.staff,
  'item-unknown': errors.unknown,
  'coordinator-edits': errors.coordinator,
  'plan-full': errors.full,
  'year-not-open': errors.year,
})

function asDay(typed: string): LocalDate | null {
  try {
    return localDate(typed)
  } catch {
    return null
  }
}
