import { describe, expect, test } from 'vitest'
import { leftToDo } from '../../../../web/islands/school-year/left-to-do.ts'
import type { Colleague } from '../../../../web/islands/school-year/year-api.ts'
import {
  aYearHigher,
  classErrors,
  draftOf,
  newYearOf,
  readDraft,
} from '../../../../web/islands/school-year/year-draft.ts'
import team from '../../../../web/text/nl/team.ts'
import words from '../../../../web/text/nl/team-school-year.ts'

const colleague = (holder: string, more: Partial<Colleague> = {}): Colleague => ({
  ...{ holder, name: holder, isSelf: false, roles: [], classGroups: [] },
  ...{ hasKeys: true, hasSheet: true, isSigned: true, ...more },
})
const people = [
  colleague('mo', { roles: ['mentor'], classGroups: ['1A'] }),
  colleague('mia', { roles: ['mentor'], classGroups: ['10B', '2B', '1A'] }),
]
const row = (name: string, ...mentors: string[]) => ({ key: name, name, mentors })

test('the new year begins with the classes and mentors of the old one, in the order people count', () => {
  expect(draftOf(people)).toEqual({
    ...{ step: 'leavers', leavers: [] },
    classes: [row('1A', 'mo', 'mia'), row('2B', 'mia'), row('10B', 'mia')],
  })
})

describe('what was kept', () => {
  test('comes back as it was', () => {
    const draft = { step: 'classes', leavers: ['mo'], classes: [row('2A', 'mia', '')] } as const
    expect(readDraft(JSON.stringify(draft), people)).toEqual(draft)
  })

  test('forgets who is not there any more', () => {
    const draft = { step: 'check', leavers: ['weg'], classes: [row('2A', 'weg', 'mo')] }
    expect(readDraft(JSON.stringify(draft), people)).toMatchObject({ leavers: [], classes: [row('2A', 'mo')] })
  })

  test.each([[''], ['{'], ['null'], ['{}']])('is nothing when it is %j', (kept) => {
    expect(readDraft(kept, people)).toBeNull()
  })
})

test('a class moves up by its first figure', () => {
  expect(aYearHigher([row('1A'), row('Schakelklas')]).map(({ name }) => name)).toEqual(['2A', 'Schakelklas'])
})

test('a class without a name, with too long a one, or twice is named', () => {
  const classes = [row(' '), row('x'.repeat(21)), row('1A'), { ...row('1A '), key: 'again' }]
  expect(classErrors(classes)).toEqual([
    { key: ' ', kind: 'name' },
    { key: 'x'.repeat(21), kind: 'name' },
    { key: 'again', kind: 'twice' },
  ])
})

test('who leaves is mentor of nothing', () => {
  const year = newYearOf({ step: 'check', leavers: ['mo'], classes: [row('1A ', 'mo', 'mia', 'mia', '')] })
  expect(year).toEqual({ leavers: ['mo'], classes: [{ name: '1A', mentors: ['mia'] }] })
})

test('what is left to do names who and what', () => {
  const after = [
    colleague('Anna', { roles: ['contactPerson'] }),
    colleague('Coen', { roles: ['bullyingCoordinator'], hasKeys: false, isSigned: false }),
    colleague('Kim', { roles: ['bullyingCoordinator', 'mentor'], isSigned: false }),
  ]
  const year = { leavers: [], classes: [{ name: '1A', mentors: [] }] }
  expect(leftToDo(after, year, words.rest, team.roles)).toEqual([
    'Maakten nog geen sleutels: Coen. Nodig ze uit.',
    'Wachten op een handtekening van de directeur, onder Sleutels: Kim.',
    'Voor de functie aanspreekpunt is er alleen Anna. Wijs er nog iemand bij aan.',
    'Voor de functie vertrouwenspersoon is er niemand. Wijs iemand aan onder Mensen.',
    'Nog zonder mentor: 1A.',
    'Mentor zonder klas: Kim.',
  ])
})
