import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { interpret, type Situation } from '../../../api/domain/protocol/interpret.ts'
import { type EntryDraft, mayRecord, type RecordOutcome } from '../../../api/domain/protocol/may-record.ts'
import type { Reader } from '../../../api/domain/protocol/people.ts'
import { holidaysOf } from '../../../db/school-holidays.ts'

export const calendarOf = (region: 'noord' | 'midden' | 'zuid') =>
  holidaysOf(region).map(({ name, firstDay, lastDay }) => ({
    ...{ name, firstDay: localDate(firstDay), lastDay: localDate(lastDay) },
  }))

export const reader = (holder: string, ...roles: readonly string[]): Reader => ({ holder, roles, isAble: true })

export const staff: readonly Reader[] = [
  reader('mia', 'mentor'),
  reader('tom', 'teamLeader'),
  reader('cor', 'bullyingCoordinator'),
  reader('dirk', 'director'),
]

type More = Partial<EntryDraft> & { hasWords?: boolean; hasLink?: boolean; readers?: readonly Reader[] }

/** A dossier that is written as the server would: each entry is asked for first. Days go by with `on`. */
export function play(protocol: Protocol, today: string, readers: readonly Reader[] = staff) {
  const entries: DossierEntry[] = []
  let day: LocalDate = localDate(today)
  const situation = (): Situation => ({ calendar: calendarOf('midden'), today: day, hour: null, readers })

  const ask = (by: string, kind: DossierEntry['kind'], code: string | null, more: More = {}): RecordOutcome => {
    const { hasWords = true, hasLink = false, readers: others, ...fields } = more
    const draft: EntryDraft = {
      ...{ id: `e${String(entries.length).padStart(4, '0')}`, kind, code, record: null },
      ...{ happenedOn: day, hour: null, refersTo: null, dueOn: null, isOverride: false, ...fields },
    }
    return mayRecord(protocol, entries, draft, by, {
      ...{ ...situation(), hour: draft.hour, ...(others ? { readers: others } : {}) },
      ...{ hasWords, hasLink },
    })
  }

  return {
    entries: entries as readonly DossierEntry[],
    ask,
    on(next: string) {
      day = localDate(next)
    },
    /** @throws when it is refused, with what lacks. */
    add(by: string, kind: DossierEntry['kind'], code: string | null, more: More = {}): DossierEntry {
      const outcome = ask(by, kind, code, more)
      if (!outcome.ok) throw new Error(`${kind} ${code}: ${outcome.refusal} ${JSON.stringify(outcome.missing)}`)
      entries.push(outcome.value)
      return outcome.value
    },
    now: (more: Partial<Situation> = {}) => interpret(protocol, entries, { ...situation(), ...more }),
    openKeys: (more: Partial<Situation> = {}) =>
      interpret(protocol, entries, { ...situation(), ...more }).open.map(({ step }) => step.key),
  }
}

export type Play = ReturnType<typeof play>

/** Everything that is open and can be done is done by whoever may, until nothing is left to do. */
export function settleAll(dossier: Play, except: readonly string[] = []): void {
  for (let tries = 0; tries < 60; tries += 1) {
    const next = dossier
      .now()
      .open.find(({ step }) => !step.isOptional && !step.recurs && !step.decides && !except.includes(step.key))
    if (!next) return
    const by = next.people[0] ?? ''
    if (next.isRecordNeeded) dossier.add(by, 'step-skipped', next.step.key)
    else if (next.step.handsOverTo) dossier.add(by, 'handed-over', next.step.handsOverTo)
    else dossier.add(by, 'step-done', next.step.key, { record: next.record })
  }
  throw new Error('it does not come to an end')
}
