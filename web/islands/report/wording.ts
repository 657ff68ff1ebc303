import type reportForm from '../../text/nl/report-form.ts'
import type { Words } from '../../text/words.ts'

/** Some of its words, to read instead. A list is replaced as a whole. */
type SomeWords<T> = T extends string | readonly unknown[] ? Words<T> : { readonly [Key in keyof T]?: SomeWords<T[Key]> }

export type ReportText = Words<typeof reportForm>
export type ParentText = SomeWords<typeof reportForm>

/** Pupils and others read the catalogue as it is, parents with their own words on top. */
export function withWords(text: ReportText, other: ParentText): ReportText {
  return over(text, other)
}

function over<T>(base: T, other: unknown): T {
  if (!isWords(base) || !isWords(other)) return (other ?? base) as T
  const merged = Object.entries(base).map(([key, words]) => [key, over(words, other[key])])
  return Object.fromEntries(merged)
}

function isWords(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
