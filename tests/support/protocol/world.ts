import type { SchoolCalendar } from '../../../api/domain/calendar.ts'
import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import { addDays, type LocalDate } from '../../../api/domain/local-date.ts'
import { rolesMay } from '../../../api/domain/permissions.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { type Interpretation, interpret, type Situation } from '../../../api/domain/protocol/interpret.ts'
import { type EntryDraft, mayRecord, type RecordOutcome } from '../../../api/domain/protocol/may-record.ts'
import type { OpenStep } from '../../../api/domain/protocol/open-steps.ts'
import type { Hands, Reader } from '../../../api/domain/protocol/people.ts'
import type { Role } from '../../../api/domain/roles.ts'

/** One dossier with who reads it and the day it is: everything the rules look at. */
export type World = {
  protocol: Protocol
  calendar: SchoolCalendar
  day: LocalDate
  hour: number
  readers: readonly Reader[]
  entries: readonly DossierEntry[]
  /** People who were ever brought in; numbers names. */
  hired: number
  /** Days on end on which nothing could be done. */
  waited: number
  /** What the ids of entries are drawn with. */
  salt: number
  /** Is told of each entry that was accepted. */
  watch?: ((world: World, entry: DossierEntry) => void) | undefined
}

/** What somebody writes; the rest is as a form sends it when it is left alone. */
export type Written = Partial<EntryDraft> & Pick<EntryDraft, 'kind' | 'code'>

export const situationOf = ({ calendar, day, hour, readers }: World): Situation => ({
  ...{ calendar, today: day, hour, readers },
})

export const nowIn = (world: World): Interpretation => interpret(world.protocol, world.entries, situationOf(world))

/** Browsers draw ids at random: those of one day are in no order. */
export const idOf = ({ salt, entries }: World): string =>
  `e${String(((entries.length + 1) * 7919 + salt * 104_729) % 99_991).padStart(5, '0')}-${entries.length}`

/** Asked as the server asks, with every reason given: what the rules refuse then, nobody can do. */
export function ask(world: World, by: string, written: Written): RecordOutcome {
  const draft: EntryDraft = {
    ...{ id: idOf(world), record: null, happenedOn: world.day, hour: null },
    ...{ refersTo: null, dueOn: null, isOverride: false, ...written },
  }
  const context = { ...situationOf(world), hasWords: true, hasLink: true }
  return mayRecord(world.protocol, world.entries, draft, by, context)
}

/** Writes it where the rules let this person. @returns the entry, or null. */
export function write(world: World, by: string, written: Written): DossierEntry | null {
  const outcome = ask(world, by, written)
  if (!outcome.ok) return null
  world.entries = [...world.entries, outcome.value]
  world.watch?.(world, outcome.value)
  return outcome.value
}

export const hasRoom = ({ day }: World): boolean => day < '2028-07-01'

export function passDays(world: World, count: number): void {
  world.day = addDays(world.day, count)
  world.hour = 8 + (count % 9)
}

/** Roles of this protocol that somebody can have and read a dossier with: nobody else can be brought in. */
export const rolesToHave = ({ roles }: Protocol): readonly string[] =>
  Object.entries(roles).flatMap(([role, { hasAccount }]) =>
    hasAccount && rolesMay([role as Role], 'work-dossiers') ? role : [],
  )

/** Somebody new, whom one of the readers lets read along. @returns null where nobody has that role or can do it. */
export function bringIn(world: World, role: string, helpers: readonly string[], more: readonly string[] = []) {
  const isHelped = world.readers.some(({ holder, isAble }) => isAble && helpers.includes(holder))
  if (!isHelped || !rolesToHave(world.protocol).includes(role)) return null
  world.hired += 1
  const holder = `new-${world.hired}`
  world.readers = [...world.readers, { holder, roles: [...new Set([role, ...more])], isAble: true }]
  return holder
}

/** Who does it: somebody who can, or else whoever is brought in for it, by whom the interpreter names. */
export function handsIn(world: World, { people, bringIn: lacking }: Hands, pick = 0): string | null {
  if (people.length > 0) return people[pick % people.length] ?? null
  return lacking && bringIn(world, lacking.role, lacking.by)
}

/** Each entry that would settle an open step, but for skipping it. */
export function waysToSettle({ protocol }: World, { step, record, isRecordNeeded }: OpenStep): readonly Written[] {
  if (step.handsOverTo) return [{ kind: 'handed-over', code: step.handsOverTo }]
  if (!step.decides) return isRecordNeeded ? [] : [{ kind: 'step-done', code: step.key, record }]
  return step.decides.flatMap((code): Written[] => {
    const isOfStudent = protocol.circumstances.find(({ key }) => key === code)?.about !== undefined
    if (isOfStudent && record === null) return []
    return [{ kind: 'circumstance', code, record: isOfStudent ? record : null }]
  })
}

/** Where nobody with its part is known yet: a student is written down, or the step skipped. */
export const waysAround = ({ entries }: World, { step, record, isRecordNeeded }: OpenStep): readonly Written[] => [
  ...(step.isRequired ? [] : [{ kind: 'step-skipped', code: step.key, record } as const]),
  ...(isRecordNeeded
    ? [{ kind: 'record-added', code: step.eachOf?.[0] ?? null, record: `student-${entries.length}` } as const]
    : []),
]
