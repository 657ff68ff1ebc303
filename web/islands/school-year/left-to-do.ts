import { publishedFunctions, type Role } from '../../../api/domain/roles.ts'
import { fill } from '../../text/fill.ts'
import type { Colleague, NewYear } from './year-api.ts'
import type { YearText } from './year-text.ts'

type Words = YearText['year']['rest']

/** What the turn of the year leaves to people: each a sentence that says who does what. */
export function leftToDo(
  people: readonly Colleague[],
  { classes }: NewYear,
  words: Words,
  roles: Readonly<Record<Role, string>>,
): readonly string[] {
  const line = (text: string, names: readonly string[]) =>
    names.length === 0 ? [] : [fill(text, { names: names.join(', ') })]
  const namesOf = (which: (person: Colleague) => boolean) => people.filter(which).map(({ name }) => name)
  const functions = publishedFunctions.flatMap((role) => {
    const [first, ...others] = people.filter((person) => person.roles.includes(role))
    if (!first) return [fill(words.empty, { role: roles[role] })]
    return others.length === 0 ? [fill(words.single, { name: first.name, role: roles[role] })] : []
  })
  return [
    ...line(
      words.noKeys,
      namesOf(({ hasKeys }) => !hasKeys),
    ),
    ...line(
      words.noSheet,
      namesOf(({ hasKeys, hasSheet }) => hasKeys && !hasSheet),
    ),
    ...line(
      words.unsigned,
      namesOf(({ hasKeys, isSigned }) => hasKeys && !isSigned),
    ),
    ...functions,
    ...line(
      words.noMentor,
      classes.filter(({ mentors }) => mentors.length === 0).map(({ name }) => name),
    ),
    ...line(
      words.noClass,
      namesOf((person) => person.roles.includes('mentor') && person.classGroups.length === 0),
    ),
  ]
}
