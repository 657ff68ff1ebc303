import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../web/flow/answers.ts'
import { type Journey, refuse } from '../../../web/flow/journey.ts'
import { offeredReaders, type QuestionKey, questions, subjectsFor } from '../../../web/flow/questions.ts'
import { person, school } from './people.ts'

const refusals = (key: QuestionKey, answers: Answers) =>
  refuse(key, { answers, answered: {}, context: school } satisfies Journey)

describe('an empty page', () => {
  // Files are never needed, and nobody can be left out where nobody was chosen.
  const withoutDemand: readonly QuestionKey[] = ['files']

  test.each(questions.map(({ key }) => key).filter((key) => !withoutDemand.includes(key)))(
    '%s says what to do',
    (key) => {
      expect(refusals(key, {})).toHaveLength(1)
      expect(refusals(key, {})[0]?.refusal).toMatch(/-missing$/)
    },
  )

  test('files are not needed', () => {
    expect(refusals('files', {})).toEqual([])
  })
})

describe('own words', () => {
  test('a few words are enough, spaces are not', () => {
    expect(refusals('story', { story: 'Help me' })).toEqual([])
    expect(refusals('story', { story: ' \n ' })).toEqual([{ field: 'story', refusal: 'story-missing' }])
  })

  test('nobody has to find words', () => {
    expect(refusals('story', { cannotTell: true })).toEqual([])
  })

  test('too long says by how much', () => {
    expect(refusals('story', { story: 'a'.repeat(5_000) })).toEqual([])
    expect(refusals('story', { story: 'a'.repeat(5_200) })).toEqual([
      { field: 'story', refusal: 'story-too-long', over: 200 },
    ])
  })
})

describe('a name', () => {
  test('is never needed', () => {
    expect(refusals('named', { named: 'anonymous' })).toEqual([])
  })

  test('is asked of whoever wants to give it, the rest is free', () => {
    expect(refusals('named', { named: 'named', name: ' ' })).toEqual([{ field: 'name', refusal: 'name-missing' }])
    expect(refusals('named', { named: 'named', name: 'Sam' })).toEqual([])
  })

  test('what was typed before choosing to stay anonymous is not held against anybody', () => {
    expect(refusals('named', { named: 'anonymous', name: 'a'.repeat(300) })).toEqual([])
  })
})

describe('what can be chosen', () => {
  test('a pupil tells about themself or another, a parent about their own child or another', () => {
    expect(subjectsFor('student')).toEqual(['self', 'someoneElse'])
    expect(subjectsFor('parent')).toEqual(['ownChild', 'someoneElse'])
  })

  test('a function without a key is not offered, nor one without members', () => {
    expect(offeredReaders(school)).toEqual([
      'confidentialAdviser',
      'contactPerson',
      'bullyingCoordinator',
      'mentor',
      'trustedStaff',
    ])
    const emptied = { ...school, functions: [{ role: 'contactPerson' as const, members: [] }], classGroups: [] }
    expect(offeredReaders(emptied)).toEqual(['trustedStaff'])
  })

  test('a choice that this site does not offer is refused', () => {
    expect(refusals('readers', { readers: ['supportCoordinator'] })).toEqual([
      { field: 'readers', refusal: 'readers-missing' },
    ])
    expect(refusals('mentorClass', { mentorClass: '9Z' })).toHaveLength(1)
    expect(refusals('excluded', { readers: ['contactPerson'], excluded: [person('farid').holder] })).toHaveLength(1)
  })
})
