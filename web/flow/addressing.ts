import { reportLimits } from '../../api/domain/report.ts'
import { isReceivingFunction, type ReceivingFunction } from '../../api/domain/roles.ts'
import { type Answers, type FlowContext, nobody, type Person } from './answers.ts'

/** Who gets a grant. A function of which somebody is left out is granted to the others in person. */
export type Addressing = Readonly<{ functions: readonly ReceivingFunction[]; persons: readonly Person[] }>

/**
 * The function that reads along when the only readers are persons: the contact person, else whoever there is. A function
 * of which everybody was chosen in person already is no help when they are away.
 */
export function standInFunction(answers: Answers, context: FlowContext) {
  const chosen = new Set(chosenPersons(answers, context).map(({ holder }) => holder))
  const helpful = context.functions.filter(({ members }) => members.some(({ holder }) => !chosen.has(holder)))
  return helpful.find(({ role }) => role === 'contactPerson') ?? helpful[0]
}

export function chosenFunctions(answers: Answers): ReceivingFunction[] {
  return (answers.readers ?? []).filter(isReceivingFunction)
}

/** The staff members addressed in person: the mentors of the class, and the one found by name. */
export function chosenPersons(answers: Answers, context: FlowContext): Person[] {
  const mentors = answers.readers?.includes('mentor')
    ? (context.classGroups.find(({ name }) => name === answers.mentorClass)?.mentors ?? [])
    : []
  const trusted = answers.readers?.includes('trustedStaff') && answers.trusted ? [answers.trusted] : []
  return distinct([...mentors, ...trusted])
}

/** Everybody who would read it through a function or as a mentor, so can be left out by name. */
export function canBeExcluded(answers: Answers, context: FlowContext): Person[] {
  const members = functionsWithStandIn(answers, context).flatMap((role) => membersOf(role, context))
  const inPerson = chosenPersons(answers, context).filter(({ holder }) => holder !== answers.trusted?.holder)
  return distinct([...members, ...inPerson])
}

export function addressing(answers: Answers, context: FlowContext): Addressing {
  const excluded = new Set((answers.excluded ?? []).filter((holder) => holder !== nobody))
  const functions: ReceivingFunction[] = []
  const persons: Person[] = []
  for (const role of functionsWithStandIn(answers, context)) {
    const members = membersOf(role, context)
    if (members.length > 0 && members.every(({ holder }) => !excluded.has(holder))) functions.push(role)
    else persons.push(...members)
  }
  persons.push(...chosenPersons(answers, context))
  return { functions, persons: distinct(persons).filter(({ holder }) => !excluded.has(holder)) }
}

/** Who is told by name. Whoever is behind a chosen function as well was named with it already. */
export function namedInPerson({ functions, persons }: Addressing, context: FlowContext): Person[] {
  const named = new Set(functions.flatMap((role) => membersOf(role, context)).map(({ holder }) => holder))
  return persons.filter(({ holder }) => !named.has(holder))
}

export function hasReaders({ functions, persons }: Addressing): boolean {
  return functions.length + persons.length > 0
}

export function hasTooManyReaders({ functions, persons }: Addressing): boolean {
  return functions.length + persons.length > reportLimits.grants
}

function functionsWithStandIn(answers: Answers, context: FlowContext): ReceivingFunction[] {
  const chosen = chosenFunctions(answers)
  const standIn = answers.standIn === 'yes' && chosen.length === 0 ? standInFunction(answers, context) : undefined
  return standIn ? [standIn.role] : chosen
}

function membersOf(role: ReceivingFunction, { functions }: FlowContext): readonly Person[] {
  return functions.find((offered) => offered.role === role)?.members ?? []
}

function distinct(persons: readonly Person[]): Person[] {
  return [...new Map(persons.map((person) => [person.holder, person])).values()]
}
