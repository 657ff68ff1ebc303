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

/** Everybody who would read it through a function, as a mentor or as a deputy, so can be left out by name. */
export function canBeExcluded(answers: Answers, context: FlowContext): Person[] {
  const through = functionsWithStandIn(answers, context).flatMap((role) => readersBehind(role, context))
  const inPerson = chosenPersons(answers, context)
  const deputies = inPerson.flatMap(({ away }) => away?.deputy ?? [])
  const persons = inPerson.filter(({ holder }) => holder !== answers.trusted?.holder)
  return distinct([...through, ...persons, ...deputies.filter(({ holder }) => holder !== answers.trusted?.holder)])
}

export function addressing(answers: Answers, context: FlowContext): Addressing {
  const excluded = new Set(excludedHolders(answers))
  const functions: ReceivingFunction[] = []
  const persons: Person[] = []
  for (const role of functionsWithStandIn(answers, context)) {
    const members = membersOf(role, context)
    const isWhole = readersBehind(role, context).every(({ holder }) => !excluded.has(holder))
    if (members.length > 0 && isWhole) functions.push(role)
    else persons.push(...members)
  }
  persons.push(...chosenPersons(answers, context))
  return { functions, persons: distinct(persons).filter(({ holder }) => !excluded.has(holder)) }
}

/** Who is told by name. Whoever is behind a chosen function as well was named with it already. */
export function namedInPerson({ functions, persons }: Addressing, context: FlowContext): Person[] {
  const named = new Set(functions.flatMap((role) => readersBehind(role, context)).map(({ holder }) => holder))
  return persons.filter(({ holder }) => !named.has(holder))
}

/**
 * Who reads for a chosen person who is away, until that one is back: somebody who reads it anyhow does so for
 * themselves.
 */
export function deputies(
  answers: Answers,
  context: FlowContext,
): readonly (Person & Readonly<{ standsInFor: Person }>)[] {
  const { functions, persons } = addressing(answers, context)
  const reading = new Set([...excludedHolders(answers), ...persons.map(({ holder }) => holder)])
  for (const role of functions) for (const { holder } of readersBehind(role, context)) reading.add(holder)
  const standIns = persons.flatMap((standsInFor) => {
    const deputy = standsInFor.away?.deputy
    return deputy && !reading.has(deputy.holder) ? [{ ...deputy, standsInFor }] : []
  })
  return [...new Map(standIns.map((one) => [one.holder, one])).values()]
}

export function hasReaders({ functions, persons }: Addressing): boolean {
  return functions.length + persons.length > 0
}

export function hasTooManyReaders(answers: Answers, context: FlowContext): boolean {
  const { functions, persons } = addressing(answers, context)
  return functions.length + persons.length + deputies(answers, context).length > reportLimits.grants
}

const excludedHolders = ({ excluded = [] }: Answers) => excluded.filter((holder) => holder !== nobody)

function functionsWithStandIn(answers: Answers, context: FlowContext): ReceivingFunction[] {
  const chosen = chosenFunctions(answers)
  const standIn = answers.standIn === 'yes' && chosen.length === 0 ? standInFunction(answers, context) : undefined
  return standIn ? [standIn.role] : chosen
}

function membersOf(role: ReceivingFunction, { functions }: FlowContext): readonly Person[] {
  return functions.find((offered) => offered.role === role)?.members ?? []
}

function readersBehind(role: ReceivingFunction, context: FlowContext): readonly Person[] {
  const standIns = context.functions.find((offered) => offered.role === role)?.deputies ?? []
  return [...membersOf(role, context), ...standIns]
}

function distinct(persons: readonly Person[]): Person[] {
  return [...new Map(persons.map((person) => [person.holder, person])).values()]
}
