import { remaining } from '../../../api/domain/remaining.ts'
import type { Grantee, Reader } from '../../crypto/grant.ts'
import { readHolders, type SeenHolder } from '../../crypto/seen-holders.ts'

/**
 * Certified holders, by the id under which one site knows them. Whatever its pinned site key does not vouch for is not in
 * it.
 */
export type Directory = ReadonlyMap<string, SeenHolder>

/** What was certified last counts: of several for one holder the newest, and of one day the first. */
export function directoryOf(certificates: readonly string[], siteKey: string, site: string): Directory {
  const directory = new Map<string, SeenHolder>()
  for (const read of readHolders(certificates, siteKey, site)) {
    const known = directory.get(read.holder)
    if (!(known && known.issuedOn >= read.issuedOn)) directory.set(read.holder, read)
  }
  return directory
}

export const toGrantee = ({ holder, name, recipient }: Grantee): Grantee => ({ holder, name, recipient })

/** What the server says of a report's readers. It can keep somebody out; nobody comes in by its word. */
export type StoredReaders = Readonly<{
  site: string
  certificates: readonly string[]
  readers: readonly Readonly<{ holder: string; epoch: number }>[]
  out: readonly string[]
  /** Who holds a function for a while, or soon will; certificates do not name them. */
  functionDeputies?: readonly Readonly<{ role: string; holder: string }>[]
}>

/**
 * Who gets the next key of a report: those who read now, without whoever is out, under the keys that are certified.
 *
 * @param leaving - left out by whoever makes the key: a person, or a function with all its members.
 */
export function remainingReaders(
  { site, certificates, readers, out, functionDeputies = [] }: StoredReaders,
  signed: Readonly<{ epoch: number; siteKey: string; readers: readonly Reader[] }>,
  leaving: readonly string[] = [],
): Grantee[] {
  const directory = directoryOf(certificates, signed.siteKey, site)
  const granted = readers.filter(({ epoch }) => epoch === signed.epoch).map(({ holder }) => holder)
  const current = signed.readers
    .map(({ holder }) => holder)
    .filter((holder) => granted.includes(holder) && !leaving.includes(holder))
  const deputiesOf = (role: string) => functionDeputies.filter((one) => one.role === role).map(({ holder }) => holder)
  const membersOf = (holder: string) => [...(directory.get(holder)?.members ?? []), ...deputiesOf(holder)]
  const notInPerson = functionDeputies.map(({ role, holder }) => `${role}/${holder}`)
  return remaining(current, membersOf, new Set([...out, ...leaving, ...notInPerson])).flatMap((holder) => {
    const certified = directory.get(holder)
    return certified ? [toGrantee(certified)] : []
  })
}
