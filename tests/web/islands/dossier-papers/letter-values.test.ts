import { describe, expect, test } from 'vitest'
import type { DossierEntry } from '../../../../api/domain/dossier/entry.ts'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { EntryWords } from '../../../../web/crypto/dossier-body.ts'
import { namingForFamily } from '../../../../web/islands/dossier-papers/involved-names.ts'
import { letterValues } from '../../../../web/islands/dossier-papers/letter-values.ts'
import { meetingsAbout } from '../../../../web/islands/dossier-papers/meetings.ts'
import words from '../../../../web/text/nl/team-dossier-papers.ts'
import dossiers from '../../../../web/text/nl/team-dossiers.ts'
import { openedDossier, openedEntry, openedRecord } from '../../../support/opened-dossier.ts'

const sara = openedRecord('Sara de Vries', 'target')
const daan = openedRecord('Daan Bakker', 'initiator')
const on = (day: number) => localDate(`2026-11-${day}`)
const talk = '0f8fad5b-d9cb-469f-a165-70867728950e'
const wrong = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

const workers = [
  { holder: 'mo', name: 'Mo Meijer', roles: ['systemAdministrator', 'mentor'], isAble: true },
  { holder: 'vera', name: 'Vera Vermeer', roles: ['director'], isAble: true },
] as const
const stored = { siteName: 'Ede', today: on(24), workers }

type Written = readonly (readonly [Partial<DossierEntry>, EntryWords])[]
const openedWith = (entries: Written) =>
  openedDossier(
    [sara, daan],
    entries.map(([entry, said]) => openedEntry(entry, said)),
  )
const valuesOf = (entries: Written, record = sara.record, meeting: string | null = null) => {
  const opened = openedWith(entries)
  const naming = namingForFamily(record, opened.records, words.someone)
  const source = { opened, stored, protocol: aeres11, record, meeting, own: 'mo', school: 'Aeres VMBO', naming }
  return letterValues(source, { letter: words.letter, dossiers })
}

describe('what a letter is filled in with', () => {
  test('is who it is about, who writes it and in what role, and where and when', () => {
    expect(valuesOf([])).toMatchObject({
      ...{ student: 'Sara de Vries', classGroup: '2B', parents: 'Karin de Vries', site: 'Ede', school: 'Aeres VMBO' },
      ...{ writer: 'Mo Meijer', role: 'mentor', today: '24 november 2026' },
    })
  })

  test('leaves empty what is not there', () => {
    const { agreements, lookBackOn, steps, measure, measureDay, discussed } = valuesOf([])
    expect([agreements, lookBackOn, steps, measure, measureDay, discussed]).toEqual(['', '', '', '', '', undefined])
  })

  test('is agreements with the student and with all, the oldest first, and the first day to look back', () => {
    const values = valuesOf([
      [
        { kind: 'agreement', record: sara.record, happenedOn: on(21), dueOn: localDate('2026-12-08') },
        { text: 'Elke dag even zwaaien. ' },
      ],
      [{ kind: 'agreement', happenedOn: on(20), dueOn: localDate('2026-12-01') }, { text: 'Sara en Daan groeten.' }],
      [{ kind: 'planned', happenedOn: on(20), dueOn: on(23) }, { text: 'Dat was gisteren.' }],
      [{ kind: 'agreement', record: daan.record, happenedOn: on(20) }, { text: 'Alleen van Daan.' }],
      [{ kind: 'agreement', id: wrong, happenedOn: on(20), dueOn: on(25) }, { text: 'Teruggenomen.' }],
      [
        { kind: 'corrected', refersTo: wrong },
        { text: '', reason: 'Anders.' },
      ],
    ])
    expect(values.agreements).toBe(
      '- 20 november 2026: Sara en een andere leerling groeten.\n- 21 november 2026: Elke dag even zwaaien.',
    )
    expect(values.lookBackOn).toBe('1 december 2026')
  })

  test('is what was said in the talk that somebody chose, without the names of other families', () => {
    const values = valuesOf(
      [
        [
          { id: talk, kind: 'step-done', code: 'c4-talk-target', record: sara.record, happenedOn: on(19) },
          { text: 'Karin de Vries belde Bakker.', answers: { p1: 'Daan roept.' }, withWhom: ['Sara', 'Daan Bakker'] },
        ],
        [{ kind: 'note', record: sara.record }, { text: 'Iets anders.' }],
      ],
      sara.record,
      talk,
    )
    expect(values).toMatchObject({ meetingDay: '19 november 2026', present: 'Sara, een andere leerling' })
    expect(values.discussed).toMatch(
      /een andere leerling roept\.\nKarin de Vries belde een (andere leerling|andere leerling of een ouder)/,
    )
    expect(values.discussed).not.toMatch(/Daan|Bakker|anders/)
  })

  test('is the last measure for that student, with its day', () => {
    const entries: Written = [
      [{ kind: 'measure', code: 'anti-bullying-path', record: daan.record, happenedOn: on(18) }, { text: '' }],
      [{ kind: 'measure', code: 'reflection-day', record: daan.record, happenedOn: on(20) }, { text: '' }],
      [{ kind: 'measure', code: 'suspension', record: daan.record, happenedOn: on(22), id: wrong }, { text: '' }],
      [
        { kind: 'corrected', refersTo: wrong, record: daan.record },
        { text: '', reason: 'Te vroeg.' },
      ],
    ]
    const expected = { measure: 'Nadenkverlof van één dag', measureDay: '20 november 2026' }
    expect(valuesOf(entries, daan.record)).toMatchObject(expected)
    expect(valuesOf(entries, sara.record)).toMatchObject({ measure: '', measureDay: '' })
  })
})

describe('talks', () => {
  test('are those with the student and with all, the oldest first; one that ended in a decision is one', () => {
    const opened = openedWith([
      [{ id: talk, kind: 'circumstance', code: 'no-agreement', record: daan.record, happenedOn: on(21) }, { text: '' }],
      [{ kind: 'step-done', code: 'a1-talk-initiator', record: daan.record, happenedOn: on(17) }, { text: '' }],
      [{ kind: 'step-done', code: 'a1-talk-target', record: sara.record, happenedOn: on(16) }, { text: '' }],
      [{ kind: 'step-done', code: 'r-record', record: daan.record, happenedOn: on(22) }, { text: '' }],
      [{ kind: 'step-skipped', code: 'a5-class-talk', happenedOn: on(22) }, { text: '' }],
      [{ kind: 'circumstance', code: 'goes-on', happenedOn: on(22) }, { text: '' }],
    ])
    const found = meetingsAbout(opened, daan.record, aeres11)
    expect(found.map(({ on: day }) => day)).toEqual([on(17), on(21)])
    expect(found.at(-1)).toEqual({ id: talk, on: on(21), title: 'Nodig de ouders uit, directeur en mentor samen' })
  })
})

test('the family of the student may be named, and nobody of another family', () => {
  const { shown, hidden } = namingForFamily(sara.record, [sara, daan], words.someone)
  expect(shown.map(({ name }) => name)).toEqual(['Sara de Vries', 'Karin de Vries'])
  expect(hidden.map(({ name, label }) => [name, label])).toEqual([
    ['Daan Bakker', 'een andere leerling'],
    ['Karin Bakker', 'een ouder'],
  ])
})
