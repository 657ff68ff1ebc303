import type { SchoolCalendar } from '../../../api/domain/calendar.ts'
import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { type Interpretation, interpret } from '../../../api/domain/protocol/interpret.ts'
import type { OpenStep } from '../../../api/domain/protocol/open-steps.ts'
import { findProtocol } from '../../../api/domain/protocol/registry.ts'
import type { Numbers } from '../../../api/domain/protocol/term.ts'
import type { Worker } from './dossier-api.ts'

export const dossierGroups = ['late', 'today', 'this-week', 'later', 'nothing'] as const
export type DossierGroup = (typeof dossierGroups)[number]

/** How a dossier stands, and what of it is for one person. */
export type Standing = Readonly<{
  protocol: Protocol
  now: Interpretation
  /** The open steps that this person can do, or for which they have to bring somebody in; soonest first. */
  mine: readonly OpenStep[]
  /** What waits for others. */
  others: readonly OpenStep[]
  group: DossierGroup
}>

type Facts = Readonly<{
  protocol: Readonly<{ id: string; version: string }>
  entries: readonly DossierEntry[]
  workers: readonly Worker[]
}>

/** @param own the person's holder id at the site. @returns null for a protocol this version of the program does not have. */
export function standingOf(
  { protocol: name, entries, workers }: Facts,
  own: string,
  { calendar, today, terms }: Readonly<{ calendar: SchoolCalendar; today: LocalDate; terms: Numbers }>,
): Standing | null {
  const protocol = findProtocol(name)
  if (!protocol) return null
  const now = interpret(protocol, entries, { calendar, today, readers: workers, numbers: terms })
  const isMine = ({ people, bringIn }: OpenStep) => people.includes(own) || bringIn?.by.includes(own) === true
  const mine = now.open.filter(isMine)
  return { protocol, now, mine, others: now.open.filter((step) => !isMine(step)), group: groupOf(now, mine) }
}

function groupOf({ moments }: Interpretation, mine: readonly OpenStep[]): DossierGroup {
  const whens = [...mine, ...moments].flatMap(({ deadline }) => deadline?.when ?? [])
  return dossierGroups.find((group) => whens.some((when) => when === group)) ?? 'nothing'
}
