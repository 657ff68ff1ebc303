import { periodLimits } from '../../../api/domain/retention/periods.ts'
import { siteIdOf, siteNameLimit } from '../../../api/domain/site-name.ts'
import { termLimits } from '../../../api/domain/site-terms.ts'
import { fill } from '../../text/fill.ts'
import type { AdministrationText } from './administration-text.ts'

type FieldError = Readonly<{ field: string; message: string }>

/** What is typed about a site, as it stands in the fields. */
export type TypedSite = Readonly<{ name: string; phone: string; schoolTypes: readonly string[] }>
export type TypedTerms = Readonly<{ answerWithin: string; remindAfter: string }>

type Words = AdministrationText['administration']['settings']

/** What to correct, by field; `id` is the beginning of the ids of the fields. */
export function siteErrors(typed: TypedSite, words: Words, id: string): readonly FieldError[] {
  const { errors } = words
  const name = typed.name.trim()
  return [
    name === '' && { field: `${id}-name`, message: errors.name },
    name.length > siteNameLimit && {
      field: `${id}-name`,
      message: fill(errors.nameLong, { n: name.length - siteNameLimit }),
    },
    phoneOf(typed.phone) === undefined && { field: `${id}-phone`, message: errors.phone },
    typed.schoolTypes.length === 0 && { field: `${id}-types`, message: errors.types },
  ].filter((error) => error !== false)
}

/** @param school - the term of the school: public pages promise it, so no site has a longer one. */
export function termErrors(typed: TypedTerms, school: number, words: Words, id: string): readonly FieldError[] {
  const most = { answerWithin: school, remindAfter: termLimits.most }
  return (['answerWithin', 'remindAfter'] as const)
    .filter((field) => {
      const term = termOf(typed[field])
      return term === undefined || (term ?? 0) > most[field]
    })
    .map((field) => ({
      field: `${id}-${field}`,
      message: fill(words.errors.term, { least: termLimits.least, most: most[field] }),
    }))
}

/** Null for an empty field; undefined when it is no number of school days. */
export function termOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const term = Number(typed)
  return Number.isInteger(term) && term >= termLimits.least && term <= termLimits.most ? term : undefined
}

/** Null for an empty field; undefined when nothing can be kept so many months. */
export function periodOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const months = Number(typed)
  return Number.isInteger(months) && months >= periodLimits.least && months <= periodLimits.most ? months : undefined
}

/** Null for an empty field; undefined when nobody could call it. */
export function phoneOf(typed: string): string | null | undefined {
  const phone = typed.trim()
  if (phone === '') return null
  return phone.length <= 25 && /^[+\d][\d\s().-]{4,}$/.test(phone) ? phone : undefined
}

export const addressOf = (name: string): string => `/wie-helpt/${siteIdOf(name)}/`
