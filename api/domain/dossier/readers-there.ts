import type { MailReader } from '../mail-readers.ts'
import { rolesMay } from '../permissions.ts'
import type { Reader } from '../protocol/people.ts'
import type { Role } from '../roles.ts'

/**
 * Who of the readers of a dossier can be asked for something today. Somebody who is away cannot; a deputy who reads it
 * as well is asked in their place, and one who does not read it is never told of it. Where nobody is there it waits for
 * whoever comes back first.
 */
export function readersThere(readers: readonly MailReader[]): readonly Reader[] {
  const isHere = ({ deputy }: MailReader) => deputy === null
  const isAnybodyHere = readers.some(isHere)
  return readers.map((person) => {
    const absent = readers.filter(({ deputy }) => deputy === person.holder)
    return {
      holder: person.holder,
      roles: [...new Set([person, ...absent].flatMap(({ roles }) => roles))].filter(worksDossiers),
      isAble: isHere(person) || !isAnybodyHere,
    }
  })
}

const worksDossiers = (role: Role): boolean => rolesMay([role], 'work-dossiers')
