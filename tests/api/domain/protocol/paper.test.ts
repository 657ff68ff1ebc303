import { describe, expect, test } from 'vitest'
import type { DossierEntry } from '../../../../api/domain/dossier/entry.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { Protocol } from '../../../../api/domain/protocol/definition.ts'
import { interpret } from '../../../../api/domain/protocol/interpret.ts'
import { roles } from '../../../../api/domain/roles.ts'
import { planFromProtocol } from '../../../../api/domain/year-plan/new-plan.ts'
import { calendarOf, reader, staff } from '../../../support/protocol/dossier-play.ts'
import {
  type Before,
  type PaperRow,
  paperMeasures,
  paperPoints,
  paperSteps,
  paperYearly,
  termText,
} from '../../../support/protocol/paper-table.ts'

const aeres: Protocol = aeres11
const readers = [...staff, reader('ole', 'supportCoordinator')]

/** Entries as they would stand in the database: what happened on the day of opening, and the circumstances a day later. */
function entriesOf(before: Before): readonly DossierEntry[] {
  const entry = (kind: DossierEntry['kind'], code: string, record: string | null, day = 2): DossierEntry => ({
    ...{ id: `${kind} ${code} ${record}`, kind, code, record, by: 'ole', hour: null, refersTo: null, dueOn: null },
    ...{ happenedOn: `2026-11-0${day}` as '2026-11-02', recordedOn: '2026-11-04', isOverride: false },
  })
  const stepOf = (key: string) => aeres.steps.find((step) => step.key === key)
  const aboutOf = (key: string) => aeres.circumstances.find((one) => one.key === key)?.about
  const recordOf = (part: string | undefined) => (part === 'target' ? 'sam' : part === 'initiator' ? 'lex' : null)
  return [
    entry('opened', before.way ?? 'ordinary', null),
    entry('record-added', 'target', 'sam'),
    ...(before.withoutInitiator ? [] : [entry('record-added', 'initiator', 'lex')]),
    ...(before.done ?? []).flatMap((key) => {
      const records = stepOf(key)?.eachOf?.map(recordOf) ?? [null]
      return records.map((record) => entry('step-done', key, record, 3))
    }),
    ...(before.measures ?? []).map((key) => entry('measure', key, 'lex')),
    ...(before.circumstances ?? []).map((key) => entry('circumstance', key, recordOf(aboutOf(key)), 3)),
    ...(before.handler ? [entry('handed-over', before.handler, null)] : []),
  ]
}

const situation = { calendar: calendarOf('midden'), today: '2026-11-04', hour: 12, readers } as const
const at = (protocol: Protocol, before: Before) => interpret(protocol, entriesOf(before), situation)

/** The row that a definition gives for a point of the paper: exercised by the interpreter, not read off the data. */
function stepRow(protocol: Protocol, [key, , , , before]: PaperRow): readonly string[] | null {
  const state = at(protocol, before).open.find(({ step }) => step.key === key)
  return state ? [state.step.section, state.roles[0] ?? '', termText(state.step.term)] : null
}

function measureRow(protocol: Protocol, [key, , , , before]: PaperRow): readonly string[] | null {
  const allowance = at(protocol, before).allowed.measures.find((one) => one.key === key)
  const measure = protocol.measures.find((one) => one.key === key)
  return allowance?.isAllowed && measure ? [measure.section, allowance.roles[0] ?? '', measure.kind] : null
}

/** As it comes into the plan of a site that has everybody. */
function yearlyRow({ yearlyPlan, yearlyDays = {} }: Protocol, key: string): readonly string[] | null {
  const site = {
    year: 2026,
    calendar: calendarOf('midden'),
    staff: { holders: new Set<string>(), roles: new Set(roles) },
  }
  const item = planFromProtocol({ items: yearlyPlan, days: yearlyDays }, site).find(({ id }) => id === key)
  return item && 'role' in item.owner ? [item.section ?? '', item.owner.role] : null
}

/** The points whose row a definition does not give. */
const failing = (protocol: Protocol): readonly string[] => [
  ...paperSteps.filter((row) => !isSame(stepRow(protocol, row), row.slice(1, 4))).map(([key]) => key),
  ...paperMeasures.filter((row) => !isSame(measureRow(protocol, row), row.slice(1, 4))).map(([key]) => key),
  ...paperYearly.filter(([key, owner]) => !isSame(yearlyRow(protocol, key), ['2.2.1', owner])).map(([key]) => key),
]
const isSame = (found: readonly string[] | null, row: readonly unknown[]) =>
  JSON.stringify(found) === JSON.stringify(row)

describe('what the paper asks comes up where the paper says so, for whom it says, with the term it gives', () => {
  test.each(paperSteps)('step %s of %s, by %s, in %s', (...row) => {
    expect(stepRow(aeres, row)).toEqual(row.slice(1, 4))
  })
  test.each(paperMeasures)('measure %s of %s, by %s', (...row) => {
    expect(measureRow(aeres, row)).toEqual(row.slice(1, 4))
  })
  test.each(paperYearly)('every year %s, by %s', (key, owner) => {
    expect(yearlyRow(aeres, key)).toEqual(['2.2.1', owner])
  })

  test('and nothing else is in the definition than what stands in this table', () => {
    const rows = new Set([paperSteps, paperMeasures, paperYearly].flatMap((table) => table.map(([key]) => key)))
    const inDefinition = [aeres.steps, aeres.measures, aeres.yearlyPlan].flatMap((list) => list.map(({ key }) => key))
    expect(inDefinition.filter((key) => !rows.has(key))).toEqual([])
    expect(rows.size).toBe(paperSteps.length + paperMeasures.length + paperYearly.length)
  })

  test('and every point of the paper is named by some step', () => {
    const named = new Set(paperSteps.map(([, section]) => section))
    expect(paperPoints.filter((point) => !named.has(point))).toEqual([])
  })
})

describe('a definition without it fails its own row and no other:', () => {
  const removable = ['steps', 'measures', 'yearlyPlan'] as const
  const cases = removable.flatMap((list) => aeres[list].map(({ key }) => [key, list] as const))

  // What fails already says nothing of what is left out here.
  const already = failing(aeres)

  test.each(cases)('%s', (key, list) => {
    const without: Protocol = { ...aeres, [list]: aeres[list].filter((one) => one.key !== key) }
    expect(failing(without).filter((one) => !already.includes(one))).toEqual([key])
  })
})
