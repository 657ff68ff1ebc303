import fc from 'fast-check'
import { receivingFunctions } from '../../../api/domain/roles.ts'
import { type Answers, type FlowContext, nobody, type Person, readerChoices } from '../../../web/flow/answers.ts'
import {
  durations,
  forms,
  frequencies,
  goingRoundAnswers,
  places,
  reporterKinds,
  subjects,
} from '../../../web/flow/codes.ts'

export const person = (holder: string): Person => ({ holder, name: `Naam van ${holder}` })

/** A small school: two confidential advisers, one contact person who is also the coordinator, two classes. */
export const school: FlowContext = {
  sites: [
    { id: 'ede', name: 'Ede' },
    { id: 'velp', name: 'Velp' },
  ],
  functions: [
    { role: 'contactPerson', members: [person('anna')] },
    { role: 'bullyingCoordinator', members: [person('anna')] },
    { role: 'confidentialAdviser', members: [person('bram'), person('carla')] },
  ],
  classGroups: [
    { name: '1A', mentors: [person('dirk')] },
    { name: '2B', mentors: [person('dirk'), person('elif')] },
  ],
}

const holders = ['anna', 'bram', 'carla', 'dirk', 'elif', 'farid']
const people = fc.constantFrom(...holders).map(person)
const some = <T>(values: readonly T[]) => fc.subarray([...values])

export const contexts: fc.Arbitrary<FlowContext> = fc.record({
  sites: fc.constantFrom(school.sites, school.sites.slice(0, 1)),
  functions: some(receivingFunctions).chain((offered) =>
    fc.tuple(
      ...offered.map((role) => fc.record({ role: fc.constant(role), members: fc.array(people, { maxLength: 3 }) })),
    ),
  ),
  classGroups: some(['1A', '2B']).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({ name: fc.constant(name), mentors: fc.array(people, { minLength: 1, maxLength: 2 }) }),
      ),
    ),
  ),
})

/** Anything a page could hold, also what fits no school: the journey has to cope. */
export const anyAnswers = fc.record(
  {
    site: fc.constantFrom('ede', 'velp', 'elsewhere'),
    reporterKind: fc.constantFrom(...reporterKinds),
    forWhom: fc.constantFrom(...subjects),
    readers: some(readerChoices),
    mentorClass: fc.constantFrom('1A', '2B', '9Z'),
    trusted: people,
    standIn: fc.constantFrom('yes', 'no'),
    excluded: some([nobody, ...holders]),
    forms: some(forms),
    goingRound: fc.constantFrom(...goingRoundAnswers),
    places: some(places),
    howLong: fc.constantFrom(...durations),
    howOften: fc.constantFrom(...frequencies),
    story: fc.constantFrom('', ' ', 'Ze pakken steeds mijn tas af.', 'a'.repeat(5_001)),
    cannotTell: fc.boolean(),
    named: fc.constantFrom('anonymous', 'named'),
    name: fc.constantFrom('', 'Sam de Wit', 'a'.repeat(81)),
    classGroup: fc.constantFrom('2B', 'a'.repeat(21)),
    reach: fc.constantFrom('in de pauze', 'a'.repeat(201)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>

/** A reporter who answers everything there is to answer at `school`. Closed questions get answers too. */
export const willingAnswers = fc.record({
  site: fc.constantFrom('ede', 'velp'),
  reporterKind: fc.constantFrom(...reporterKinds),
  forWhom: fc.constant('someoneElse'),
  readers: fc.subarray(['contactPerson', 'bullyingCoordinator', 'confidentialAdviser', 'mentor', 'trustedStaff'], {
    minLength: 1,
  }),
  mentorClass: fc.constantFrom('1A', '2B'),
  trusted: people,
  standIn: fc.constantFrom('yes', 'no'),
  excluded: fc.constant([nobody]),
  forms: fc.subarray([...forms], { minLength: 1 }),
  goingRound: fc.constantFrom(...goingRoundAnswers),
  places: fc.subarray([...places], { minLength: 1 }),
  howLong: fc.constantFrom(...durations),
  howOften: fc.constantFrom(...frequencies),
  story: fc.constant('Ze pakken steeds mijn tas af.'),
  cannotTell: fc.boolean(),
  named: fc.constantFrom('anonymous', 'named'),
  name: fc.constant('Sam de Wit'),
}) as fc.Arbitrary<Answers>
