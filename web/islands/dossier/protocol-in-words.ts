import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Missing } from '../../../api/domain/protocol/condition.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { Deadline } from '../../../api/domain/protocol/term.ts'
import { fill } from '../../text/fill.ts'
import { dayInWords } from '../shared/day.ts'
import type { NotKept } from './dossier-desk.svelte.ts'
import type { DossierText } from './dossier-text.ts'

type Words = DossierText['dossiers']

/** A role as the protocol calls it; `opener` and such have none of their own. */
export const roleInWords = (role: string, protocol: Protocol): string => protocol.roles[role]?.label ?? role

/** Whatever has this key in the definition, by its title. */
export function titleOf(key: string, protocol: Protocol): string {
  const { steps, circumstances, measures, closings, reopenings, waysIn } = protocol
  const ofParts: Readonly<Record<string, string>> = protocol.parts
  const named = [...steps, ...circumstances, ...measures, ...closings, ...reopenings, ...waysIn]
  return named.find((one) => one.key === key)?.title ?? ofParts[key] ?? roleInWords(key, protocol)
}

/** Something to choose, with whom it is for. */
export const choiceInWords = (
  { key, record }: Readonly<{ key: string; record: string | null }>,
  protocol: Protocol,
  nameOf: (record: string) => string,
): string => (record === null ? titleOf(key, protocol) : `${titleOf(key, protocol)} (${nameOf(record)})`)

/** @param nameOf a student, by the record. */
export function missingInWords(
  missing: readonly Missing[],
  protocol: Protocol,
  words: Words['refusals']['missing'],
  nameOf: (record: string) => string,
): string[] {
  const lines = missing.map((one) => {
    if (one.kind === 'one-of') {
      const options = one.options.map((all) => missingInWords(all, protocol, words, nameOf).join(words.and))
      return fill(words.oneOf, { options: options.join(words.or) })
    }
    if (one.kind === 'unless') {
      return fill(words.unless, { titles: one.keys.map((key) => titleOf(key, protocol)).join(', ') })
    }
    const title = titleOf(one.key, protocol)
    const what = one.later ? fill(words.later, { title, day: dayInWords(one.later) }) : fill(words[one.kind], { title })
    return one.record === null ? what : fill(words.about, { what, name: nameOf(one.record) })
  })
  // Two students can lack the same, in the same words.
  return [...new Set(lines)]
}

/** Why it was not kept, and what to do. */
export function notKeptInWords({ trouble, why }: NotKept, words: Words): string {
  if (trouble !== 'notNow') return words.trouble[trouble]
  const known: Readonly<Record<string, string>> = words.refusals.why
  return fill(words.trouble.notNow, { why: known[why ?? ''] ?? words.refusals.why.other })
}

/** "Uiterlijk donderdag 3 december", and how far away that is. */
export function deadlineInWords({ by, hour }: Deadline, today: LocalDate, words: Words['deadline']): string {
  const day = dayInWords(by, today)
  return hour === null ? fill(words.by, { day }) : fill(words.byHour, { day, hour })
}

export function distanceInWords({ when, schoolDays }: Deadline, words: Words['deadline']): string {
  if (when === 'today') return words.today
  if (when === 'late') return schoolDays === 1 ? words.lateOne : fill(words.late, { n: schoolDays })
  return schoolDays === 1 ? words.leftOne : fill(words.left, { n: schoolDays })
}

/** What an entry says happened, in one line. */
export function entryInWords({ kind, code }: DossierEntry, protocol: Protocol, words: Words): string {
  const title = code === null ? words.history.moment : titleOf(code, protocol)
  if (kind === 'record-added') return fill(words.history.kinds['record-added'], { part: title })
  return fill(words.history.kinds[kind], { title })
}
