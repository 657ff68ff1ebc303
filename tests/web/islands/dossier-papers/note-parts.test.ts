import { describe, expect, test } from 'vitest'
import type { DossierEntry } from '../../../../api/domain/dossier/entry.ts'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { EntryWords } from '../../../../web/crypto/dossier-body.ts'
import { namingFor } from '../../../../web/islands/dossier-papers/involved-names.ts'
import { plainOf } from '../../../../web/islands/dossier-papers/name-words.ts'
import { noteParts } from '../../../../web/islands/dossier-papers/note-parts.ts'
import { namesLeft } from '../../../../web/islands/dossier-papers/redact.ts'
import { reporterWordIn } from '../../../../web/islands/dossier-papers/reporter-words.ts'
import words from '../../../../web/text/nl/team-dossier-papers.ts'
import dossiers from '../../../../web/text/nl/team-dossiers.ts'
import { openedDossier, openedEntry, openedRecord } from '../../../support/opened-dossier.ts'

const sara = openedRecord('Sara de Vries', 'target')
const daan = openedRecord('Daan Bakker', 'initiator')

const partsOf = (entries: readonly (readonly [Partial<DossierEntry>, EntryWords])[], record = sara.record) => {
  const opened = openedDossier(
    [sara, daan],
    entries.map(([entry, said]) => openedEntry(entry, said)),
  )
  return noteParts(opened, record, aeres11, { note: words.note, dossiers })
}

describe('what may go into a note', () => {
  const on = localDate('2026-11-20')

  test('is agreements with the day on which they are looked at again, and behaviour, the oldest first', () => {
    const parts = partsOf([
      [
        { kind: 'agreement', record: sara.record, happenedOn: on, dueOn: localDate('2026-12-01') },
        { text: 'Elke dag even zwaaien. ' },
      ],
      [
        { kind: 'step-done', code: 'a1-talk-target', happenedOn: localDate('2026-11-19') },
        { text: 'Ze roepen haar na.' },
      ],
    ])
    expect(parts.map(({ block }) => block)).toEqual([
      '19 november 2026, gedrag: Ze roepen haar na.',
      '20 november 2026, afspraak: Elke dag even zwaaien. Hierop kijken we terug op 1 december 2026.',
    ])
    expect(parts.map(({ isAgreement }) => isAgreement)).toEqual([false, true])
    expect(parts[0]?.label).toMatch(/^19 november 2026, Praat apart met .*: Ze roepen haar na\.$/)
  })

  test('is nothing of the record of another student', () => {
    expect(partsOf([[{ kind: 'agreement', record: daan.record }, { text: 'Niet meer naroepen.' }]])).toEqual([])
    expect(partsOf([[{ kind: 'agreement', record: null }, { text: 'Samen eten.' }]])).toHaveLength(1)
  })

  test.each<[string, Partial<DossierEntry>, EntryWords]>([
    [
      'how the dossier began, which can be in the words of a reporter',
      { kind: 'opened', code: 'ordinary' },
      { text: 'x' },
    ],
    ['why a step was skipped', { kind: 'step-skipped', code: 'a1-talk-together' }, { text: '', reason: 'x' }],
    [
      'what was answered to the prompts of a talk',
      { kind: 'step-done', code: 'c4-talk-target' },
      { text: '', answers: { p1: 'x' } },
    ],
    ['with whom there was a talk', { kind: 'step-done', code: 'a1-talk-target' }, { text: '', withWhom: ['x'] }],
    ['how it was closed', { kind: 'closed', code: 'solved' }, { text: 'x' }],
    ['a circumstance', { kind: 'circumstance', code: 'goes-on' }, { text: 'x' }],
  ])('is not %s', (_, entry, said) => {
    expect(partsOf([[entry, said]])).toEqual([])
  })

  test('is not what was taken back', () => {
    const wrong = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', kind: 'note' } as const
    expect(
      partsOf([
        [wrong, { text: 'x' }],
        [{ kind: 'corrected', refersTo: wrong.id }, { text: '' }],
      ]),
    ).toEqual([])
  })
})

describe('names in a note', () => {
  const naming = namingFor(sara.record, [sara, daan], words.someone)

  test('of the other student, of anybody’s parents: they are named in the warning', () => {
    expect(namesLeft('Sara en daan', naming).map(({ name }) => name)).toEqual(['Daan Bakker'])
    expect(namesLeft('Karin de Vries belde.', naming).map(({ name }) => name)).toEqual(['Karin de Vries'])
    expect(namesLeft('De Vries, Sara: Sara’s moeder belde.', naming)).toEqual([])
  })
})

describe('words that tell that somebody reported', () => {
  test.each([
    ['De melder zag het.', 'melder'],
    ['Er is GEMELD dat', 'GEMELD'],
    ['Sara meldt zich elke dag.', null],
    ['', null],
  ])('in %j: %j', (text, found) => {
    expect(reporterWordIn(text, words.reporterWords)).toBe(found)
  })

  test('stand in the list as they are compared', () => {
    expect(words.reporterWords.filter((word) => plainOf(word) !== word)).toEqual([])
  })
})
