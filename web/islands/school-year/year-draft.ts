import { staffLimits } from '../../../api/domain/staff-post.ts'
import type { Colleague, NewYear } from './year-api.ts'

export const yearSteps = ['leavers', 'classes', 'days', 'check'] as const
export type YearStep = (typeof yearSteps)[number]

/** `key` stays the same while somebody types another name. An empty mentor is one that was not chosen yet. */
export type ClassRow = Readonly<{ key: string; name: string; mentors: readonly string[] }>
export type YearDraft = Readonly<{ step: YearStep; leavers: readonly string[]; classes: readonly ClassRow[] }>

/** Where a draft is kept: sealed to this person's own key in this browser, beside the answers they are writing. */
export const draftPlace = (site: string) => ({ site, report: 'school-year' })

/** Last year's classes and mentors, with which the new year begins. */
export function draftOf(people: readonly Colleague[]): YearDraft {
  const mentorsByClass = new Map<string, string[]>()
  for (const { holder, classGroups } of people) {
    for (const name of classGroups) mentorsByClass.set(name, [...(mentorsByClass.get(name) ?? []), holder])
  }
  const names = [...mentorsByClass.keys()].sort((a, b) => a.localeCompare(b, 'nl', { numeric: true }))
  const classes = names.map((name) => ({ key: name, name, mentors: mentorsByClass.get(name) ?? [] }))
  return { step: 'leavers', leavers: [], classes }
}

/** What was kept, as far as it still fits the people there are; a draft that cannot be read is none. */
export function readDraft(kept: string, people: readonly Colleague[]): YearDraft | null {
  try {
    const { step, leavers, classes } = JSON.parse(kept) as YearDraft
    const isThere = (holder: string) => holder === '' || people.some((person) => person.holder === holder)
    return {
      step: yearSteps.includes(step) ? step : 'leavers',
      leavers: leavers.filter(isThere),
      classes: classes.map(({ key, name, mentors }) => ({ key, name, mentors: mentors.filter(isThere) })),
    }
  } catch {
    return null
  }
}

/** "1A" becomes "2A"; a name without a number in front stays. */
export const aYearHigher = (classes: readonly ClassRow[]): readonly ClassRow[] =>
  classes.map((row) => ({ ...row, name: row.name.replace(/^\d/, (year) => String(Number(year) + 1)) }))

export type ClassError = Readonly<{ key: string; kind: 'name' | 'twice' }>

export function classErrors(classes: readonly ClassRow[]): readonly ClassError[] {
  const seen = new Set<string>()
  return classes.flatMap(({ key, name: typed }): ClassError[] => {
    const name = typed.trim()
    if (name === '' || name.length > staffLimits.classGroup) return [{ key, kind: 'name' }]
    if (seen.has(name)) return [{ key, kind: 'twice' }]
    seen.add(name)
    return []
  })
}

/** As the server takes it: whoever leaves is no mentor of anything. */
export const newYearOf = ({ leavers, classes }: YearDraft): NewYear => ({
  leavers: [...leavers],
  classes: classes.map(({ name, mentors }) => ({
    name: name.trim(),
    mentors: [...new Set(mentors)].filter((holder) => holder !== '' && !leavers.includes(holder)),
  })),
})
