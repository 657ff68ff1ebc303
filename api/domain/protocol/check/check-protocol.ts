import { keysOf } from '../condition.ts'
import type { Condition, Protocol } from '../definition.ts'
import type { Numbers } from '../term.ts'
import { keys } from './keys.ts'
import { letterProblems } from './letters.ts'
import { unreachable } from './reach.ts'
import { roleProblems } from './roles.ts'
import { settingProblems } from './settings.ts'
import { stepProblems } from './steps.ts'

/**
 * What is wrong with a definition, in English for whoever wrote it; nothing when it can be worked with. Run when the
 * server starts, so that no dossier is ever opened under a protocol with a hole in it.
 *
 * @param knownRoles - the roles that somebody can have an account with. @param numbers - the school's own.
 */
export function checkProtocol(
  protocol: Protocol,
  knownRoles: readonly string[],
  numbers: Numbers = {},
): readonly string[] {
  return [
    ...duplicates(protocol),
    ...roleProblems(protocol, knownRoles),
    ...protocol.steps.flatMap((step) => stepProblems(step, protocol)),
    ...sectionProblems(protocol),
    ...conditionProblems(protocol),
    ...settingProblems(protocol, numbers),
    ...unreachable(protocol).map((key) => `step ${key} can never be reached`),
    ...letterProblems(protocol),
    ...otherProblems(protocol),
  ]
}

const codesOf = (protocol: Protocol): readonly string[] =>
  [protocol.waysIn, protocol.circumstances, protocol.steps, protocol.measures, protocol.closings, protocol.reopenings]
    .flat()
    .map(({ key }) => key)

/** Keys stand in entries without their kind, so that one means one thing. */
function duplicates(protocol: Protocol): readonly string[] {
  const lists = [
    codesOf(protocol),
    keys(protocol.tracks),
    keys(protocol.plans),
    keys(protocol.yearlyPlan),
    keys(protocol.settings),
    keys(protocol.letters),
  ]
  return lists.flatMap((list) =>
    [...new Set(list.filter((key, index) => list.indexOf(key) !== index))].map((key) => `key ${key} is used twice`),
  )
}

function sectionProblems({ sections, ...protocol }: Protocol): readonly string[] {
  const named = [
    ...[protocol.tracks, protocol.plans, protocol.waysIn, protocol.circumstances, protocol.steps].flat(),
    ...[protocol.measures, protocol.closings, protocol.reopenings, protocol.yearlyPlan, protocol.letters].flat(),
    ...protocol.handOvers.map(({ to, section }) => ({ key: `hand-over to ${to}`, section })),
    { key: 'aftercare', section: protocol.aftercare.section },
    ...(protocol.studentSystem ? [{ key: 'studentSystem', section: protocol.studentSystem.section }] : []),
    ...(protocol.materials ? [{ key: 'materials', section: protocol.materials.section }] : []),
  ]
  return named
    .filter(({ section }) => sections[section] === undefined)
    .map(({ key, section }) => `${key} names section ${section}, which is not there`)
}

function conditionProblems(protocol: Protocol): readonly string[] {
  const codes = [...codesOf(protocol), ...Object.keys(protocol.roles), ...Object.keys(protocol.parts)]
  const conditions: readonly (readonly [string, Condition])[] = [
    ...protocol.steps.flatMap(({ key, opensWhen, countsFrom }) =>
      [opensWhen, ...(countsFrom ? [countsFrom] : [])].map((condition) => [key, condition] as const),
    ),
    ...protocol.measures.map(({ key, requires }) => [key, requires] as const),
    ...protocol.closings.map(({ key, requires }) => [key, requires] as const),
    ...protocol.handOvers.map(({ to, requires }) => [`hand-over to ${to}`, requires] as const),
    ['aftercare', protocol.aftercare.from],
    ...(protocol.materials ? ([['materials', protocol.materials.when]] as const) : []),
  ]
  return conditions.flatMap(([where, condition]) =>
    keysOf(condition)
      .filter((key) => !codes.includes(key))
      .map((key) => `${where} asks for ${key}, which is not there`),
  )
}

function otherProblems(protocol: Protocol): readonly string[] {
  const laws = keys(protocol.statutory)
  return [
    ...(protocol.schoolHours.from < protocol.schoolHours.until ? [] : ['school ends before it begins']),
    ...(protocol.closings.length > 0 ? [] : ['no dossier can be closed']),
    ...(protocol.waysIn.length > 0 ? [] : ['no dossier can be opened']),
    ...protocol.measures.flatMap(({ key, law = [] }) =>
      law.filter((one) => !laws.includes(one)).map((one) => `measure ${key} names law ${one}, which is not there`),
    ),
    ...protocol.aftercare.apart
      .flat()
      .filter((key) => !codesOf(protocol).includes(key))
      .map((key) => `the double role names ${key}, which is not there`),
  ]
}
