import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressing, canBeExcluded, deputies, namedInPerson } from '../../../web/flow/addressing.ts'
import { type Answers, type FlowContext, nobody } from '../../../web/flow/answers.ts'
import { questions } from '../../../web/flow/questions.ts'
import { anyAnswers, contexts, person, school } from './people.ts'

const of = (answers: Answers, context: FlowContext = school) => addressing(answers, context)

describe('who gets the key', () => {
  test('a function as a whole, when nobody in it is left out', () => {
    expect(of({ readers: ['confidentialAdviser'], excluded: ['nobody'] })).toEqual({
      functions: ['confidentialAdviser'],
      persons: [],
    })
  })

  test('the others of a function in person, when somebody in it is left out', () => {
    expect(of({ readers: ['confidentialAdviser'], excluded: ['bram'] })).toEqual({
      functions: [],
      persons: [person('carla')],
    })
  })

  test('all mentors of the class, except who is left out', () => {
    expect(of({ readers: ['mentor'], mentorClass: '2B' }).persons).toEqual([person('dirk'), person('elif')])
    expect(of({ readers: ['mentor'], mentorClass: '2B', excluded: ['dirk'] }).persons).toEqual([person('elif')])
  })

  test('the stand-in reads along only when asked to', () => {
    const chosen: Answers = { readers: ['trustedStaff'], trusted: person('farid') }
    expect(of({ ...chosen, standIn: 'no' }).functions).toEqual([])
    expect(of({ ...chosen, standIn: 'yes' }).functions).toEqual(['contactPerson'])
  })

  test('the stand-in is never somebody who was chosen in person already', () => {
    const anna: Answers = { readers: ['trustedStaff'], trusted: person('anna'), standIn: 'yes' }
    expect(of(anna).functions).toEqual(['confidentialAdviser'])
    const alone: FlowContext = { ...school, functions: school.functions.slice(0, 2) }
    expect(of(anna, alone)).toEqual({ functions: [], persons: [person('anna')] })
  })

  test('a stand-in from before a function was chosen does not read along', () => {
    expect(of({ readers: ['mentor', 'confidentialAdviser'], mentorClass: '1A', standIn: 'yes' }).functions).toEqual([
      'confidentialAdviser',
    ])
  })

  test('in person and through a function is a key for each, and one name to read', () => {
    const both = of({ readers: ['confidentialAdviser', 'trustedStaff'], trusted: person('bram') })
    expect(both).toEqual({ functions: ['confidentialAdviser'], persons: [person('bram')] })
    expect(namedInPerson(both, school)).toEqual([])
    const other = of({ readers: ['confidentialAdviser', 'trustedStaff'], trusted: person('farid') })
    expect(namedInPerson(other, school)).toEqual([person('farid')])
  })

  test('whoever is left out gets no key by any road', () => {
    fc.assert(
      fc.property(anyAnswers, contexts, (answers, context) => {
        const { functions, persons } = addressing(answers, context)
        const holders = new Set(persons.map(({ holder }) => holder))
        for (const { role, members } of context.functions) {
          if (functions.includes(role)) for (const { holder } of members) holders.add(holder)
        }
        for (const holder of answers.excluded ?? []) expect(holders).not.toContain(holder)
      }),
    )
  })

  test('nobody is granted twice', () => {
    fc.assert(
      fc.property(anyAnswers, contexts, (answers, context) => {
        const { functions, persons } = addressing(answers, context)
        expect(new Set(functions).size).toBe(functions.length)
        expect(new Set(persons.map(({ holder }) => holder)).size).toBe(persons.length)
      }),
    )
  })
})

describe('"not this person"', () => {
  const excluded = questions.find(({ key }) => key === 'excluded')
  const refuse = (answers: Answers, context: FlowContext = school) => excluded?.refuse(answers, context)

  test('names the members of the chosen functions and the mentors, not the person somebody asked for', () => {
    const answers: Answers = {
      readers: ['contactPerson', 'bullyingCoordinator', 'mentor', 'trustedStaff'],
      mentorClass: '2B',
      trusted: person('farid'),
    }
    expect(canBeExcluded(answers, school).map(({ holder }) => holder)).toEqual(['anna', 'dirk', 'elif'])
  })

  test('is refused when nobody is left to read it', () => {
    expect(refuse({ readers: ['contactPerson'], excluded: ['anna'] })).toEqual([
      { field: 'excluded', refusal: 'excluded-everybody' },
    ])
    expect(refuse({ readers: ['contactPerson', 'confidentialAdviser'], excluded: ['anna'] })).toEqual([])
  })

  test('is refused when more people are left than one report can be granted to', () => {
    const members = Array.from({ length: 26 }, (_, index) => person(`staff-${index}`))
    const crowded: FlowContext = { ...school, functions: [{ role: 'contactPerson', members }] }
    expect(refuse({ readers: ['contactPerson'], excluded: ['staff-0'] }, crowded)).toEqual([
      { field: 'excluded', refusal: 'excluded-leaves-too-many' },
    ])
    expect(refuse({ readers: ['contactPerson'], excluded: ['staff-0', 'staff-1'] }, crowded)).toEqual([])
  })
})

describe('somebody who is away', () => {
  const until = '2026-12-04'
  const dirk = { ...person('dirk'), away: { until, deputy: person('farid') } } as const
  const context: FlowContext = { ...school, classGroups: [{ name: '1A', mentors: [dirk] }] }
  const toDirk: Answers = { readers: ['mentor'], mentorClass: '1A', standIn: 'no' }
  const standingIn = (answers: Answers, at: FlowContext = context) =>
    deputies(answers, at).map(({ holder, standsInFor }) => `${holder} for ${standsInFor.holder}`)

  test('is read for by the deputy, who can be left out', () => {
    expect(standingIn({ ...toDirk, excluded: [nobody] })).toEqual(['farid for dirk'])
    expect(canBeExcluded(toDirk, context).map(({ holder }) => holder)).toEqual(['dirk', 'farid'])
    expect(standingIn({ ...toDirk, excluded: ['farid'] })).toEqual([])
  })

  test('has no deputy who reads it anyhow, nor when left out themselves', () => {
    const farid: Answers = { ...toDirk, readers: ['mentor', 'trustedStaff'], trusted: person('farid') }
    expect(standingIn(farid)).toEqual([])
    const both: Answers = { ...toDirk, readers: ['mentor', 'contactPerson'] }
    expect(standingIn({ ...both, excluded: ['dirk'] })).toEqual([])
    const anna = { ...person('dirk'), away: { until, deputy: person('anna') } } as const
    expect(standingIn(both, { ...school, classGroups: [{ name: '1A', mentors: [anna] }] })).toEqual([])
  })

  test('and a function with a deputy goes to the others in person when that one is left out', () => {
    const offered = { role: 'contactPerson', members: [person('anna')], deputies: [person('farid')] } as const
    const withDeputy: FlowContext = { ...school, functions: [offered] }
    const answers: Answers = { readers: ['contactPerson'] }
    expect(canBeExcluded(answers, withDeputy).map(({ holder }) => holder)).toEqual(['anna', 'farid'])
    expect(addressing({ ...answers, excluded: ['farid'] }, withDeputy)).toEqual({
      functions: [],
      persons: [person('anna')],
    })
    expect(addressing({ ...answers, excluded: [nobody] }, withDeputy).functions).toEqual(['contactPerson'])
  })
})
