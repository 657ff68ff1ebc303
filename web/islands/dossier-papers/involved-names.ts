import type { OpenedRecord } from '../../crypto/dossier-open.ts'
import type { NamedPerson } from './name-words.ts'
import type { PapersText } from './papers-text.ts'
import type { Naming } from './redact.ts'

/** For what is kept with one student: only that student may be named, and the others are called what they are. */
export const namingFor = (record: string, records: readonly OpenedRecord[], words: PapersText['someone']): Naming => ({
  shown: records.flatMap(({ record: id, person }) =>
    person && id === record ? [{ id, name: person.name, label: person.name }] : [],
  ),
  hidden: records.flatMap(({ record: id, person }): NamedPerson[] => {
    if (!person) return []
    const parents = person.parents.map(({ name }, at) => ({ id: `${id} ${at}`, name, label: words.parent }))
    return id === record ? parents : [{ id, name: person.name, label: words[person.kind] }, ...parents]
  }),
})
