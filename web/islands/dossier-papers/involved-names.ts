import { homeOf } from '../../../api/domain/holder-id.ts'
import { isReceivingFunction } from '../../../api/domain/roles.ts'
import type { OpenedDossier, OpenedRecord } from '../../crypto/dossier-open.ts'
import { fill } from '../../text/fill.ts'
import type { NamedPerson } from './name-words.ts'
import type { PapersText } from './papers-text.ts'
import type { Naming } from './redact.ts'

/** For what is kept with one student: only that student may be named, and the others are called what they are. */
export const namingFor = (record: string, records: readonly OpenedRecord[], words: PapersText['someone']): Naming => {
  const { own, parents, others } = namesBy(record, records, words)
  return { shown: own, hidden: [...parents, ...others] }
}

/** For what goes to the parents of one student: the family may be named, and nobody of another family. */
export const namingForFamily = (
  record: string,
  records: readonly OpenedRecord[],
  words: PapersText['someone'],
): Naming => {
  const { own, parents, others } = namesBy(record, records, words)
  return { shown: [...own, ...parents.map(({ id, name }) => ({ id, name, label: name }))], hidden: others }
}

function namesBy(record: string, records: readonly OpenedRecord[], words: PapersText['someone']) {
  const parentsOf = ({ record: id, person }: OpenedRecord): readonly NamedPerson[] =>
    (person?.parents ?? []).map(({ name }, at) => ({ id: `${id} ${at}`, name, label: words.parent }))
  const own = records.filter(({ record: id }) => id === record)
  const others = records.filter(({ record: id }) => id !== record)
  return {
    own: own.flatMap(({ record: id, person }) => (person ? [{ id, name: person.name, label: person.name }] : [])),
    parents: own.flatMap(parentsOf),
    others: others.flatMap((one): readonly NamedPerson[] =>
      one.person ? [{ id: one.record, name: one.person.name, label: words[one.person.kind] }, ...parentsOf(one)] : [],
    ),
  }
}

/**
 * Everybody but the person a record is about, with what to call them on paper: other students by number, staff by letter,
 * whether they are involved or wrote in it, and parents by their child.
 */
export function othersIn(
  { records, entries, readers }: Pick<OpenedDossier, 'records' | 'entries' | 'readers'>,
  record: string,
  words: PapersText['handingOver']['labels'],
): readonly NamedPerson[] {
  const others = records.filter(({ record: id }) => id !== record)
  const numbered = others.filter(({ person }) => person?.kind === 'student')
  const labelOf = (id: string) => fill(words.student, { n: numbered.findIndex((one) => one.record === id) + 1 })
  const students = numbered.flatMap(({ record: id, person }): NamedPerson[] => {
    if (!person) return []
    const parent = fill(words.parent, { of: labelOf(id) })
    const parents = person.parents.map(({ name }, at) => ({ id: `${id} ${at}`, name, label: parent }))
    return [{ id, name: person.name, label: labelOf(id) }, ...parents]
  })
  const own = records.find(({ record: id }) => id === record)?.person
  const ownParents = (own?.parents ?? []).map(({ name }, at) => ({ id: `own ${at}`, name, label: words.ownParent }))
  const involved = others.flatMap(({ person }) => (person?.kind === 'staff' ? [person.name] : []))
  // A function has no name of its own: what it is called may stand there.
  const people = readers.filter(({ holder }) => !isReceivingFunction(homeOf('', holder).holder))
  const writers = [...entries.map(({ authorName }) => authorName), ...people.map(({ name }) => name)]
  const staff = [...new Set([...involved, ...writers])].filter((name) => name !== own?.name && name !== '')
  return [
    ...students,
    ...ownParents.filter(({ name }) => name !== ''),
    ...staff.map((name, at) => ({ id: `staff ${name}`, name, label: fill(words.staff, { letter: letterOf(at) }) })),
  ]
}

/** A, B, … Z, AA. */
const letterOf = (at: number): string =>
  `${at >= 26 ? letterOf(Math.floor(at / 26) - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
