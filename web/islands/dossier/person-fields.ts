import type { Part } from '../../../api/domain/dossier/entry.ts'
import type { InvolvedPerson } from '../../crypto/dossier-body.ts'

/** A student as somebody types them in. */
export type TypedPerson = { part: Part; name: string; classGroup: string; parent: string; contact: string }

export const blankPerson = (part: Part = 'target'): TypedPerson => ({
  part,
  ...{ name: '', classGroup: '', parent: '', contact: '' },
})

export const isBlank = ({ name, classGroup, parent, contact }: TypedPerson): boolean =>
  [name, classGroup, parent, contact].every((typed) => typed.trim() === '')

/** @param id of the group of fields: `<id>-name` and so on. */
export const personErrors = (
  id: string,
  { name }: TypedPerson,
  words: Readonly<{ name: string }>,
): { field: string; message: string }[] => (name.trim() === '' ? [{ field: `${id}-name`, message: words.name }] : [])

export function toPerson({ name, classGroup, parent, contact }: TypedPerson): InvolvedPerson {
  const hasParent = parent.trim() !== '' || contact.trim() !== ''
  return {
    kind: 'student',
    name: name.trim(),
    classGroup: classGroup.trim(),
    parents: hasParent ? [{ name: parent.trim(), contact: contact.trim() }] : [],
  }
}
