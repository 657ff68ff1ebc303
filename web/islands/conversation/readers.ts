import { type CertifiedHolder, readCertificate } from '../../crypto/certificate.ts'
import type { Grantee } from '../../crypto/grant.ts'
import type { Opened } from './read.ts'

/** Somebody who reads along, as the site key vouches for them; `members` are those behind a function. */
export type ReaderShown = Readonly<{
  holder: string
  name: string
  kind: 'staff' | 'function'
  members: readonly Readonly<{ holder: string; name: string }>[]
  /** Whether anybody can read through this at the moment. */
  isAble: boolean
}>

/** Certified holders of one site, by id. Whatever the pinned site key does not vouch for is not in it. */
export type Directory = ReadonlyMap<string, CertifiedHolder>

export function directoryOf(certificates: readonly string[], siteKey: string, site: string): Directory {
  const certified = certificates.flatMap((certificate) => readCertificate(certificate, siteKey, { site }) ?? [])
  return new Map(certified.map((holder) => [holder.holder, holder]))
}

/**
 * Who reads along. The list comes from the reporter's own grant; the server only says who can no longer read, because
 * somebody left. A holder without a certificate keeps the name the grant gave.
 */
export function readersOf({ stored, conversation }: Opened): ReaderShown[] {
  const directory = directoryOf(stored.certificates, conversation.siteKey, stored.site)
  const stillGranted = new Set(
    stored.readers.filter(({ epoch }) => epoch === conversation.epoch).map(({ holder }) => holder),
  )
  return conversation.readers.map(({ holder, name }) => {
    const certified = directory.get(holder)
    const isFunction = certified?.kind === 'function'
    const members = isFunction ? membersOf(certified, directory) : []
    const isAble = stillGranted.has(holder) && certified !== undefined && (!isFunction || members.length > 0)
    return { holder, name: certified?.name ?? name, kind: isFunction ? 'function' : 'staff', members, isAble }
  })
}

/** What a reader is called: a function by the words of the catalogue, a person by their name. */
export const labelOf = (
  { holder, name }: Readonly<{ holder: string; name: string }>,
  functions: Readonly<Record<string, string>>,
): string => functions[holder] ?? name

/** Who stays when this holder, a person or a function, is left out: a function goes on without the person in person. */
export function without(leaving: string, { stored, conversation }: Opened): Grantee[] {
  const directory = directoryOf(stored.certificates, conversation.siteKey, stored.site)
  const staying = conversation.readers.flatMap(({ holder }) => {
    const certified = directory.get(holder)
    if (holder === leaving || !certified) return []
    return inPerson(certified, leaving, directory)
  })
  return distinct(staying)
}

/** A function, or its other members in person when it has one who is left out. */
export function inPerson(certified: CertifiedHolder, leaving: string, directory: Directory): CertifiedHolder[] {
  if (!certified.members.includes(leaving)) return [certified]
  return certified.members.filter((member) => member !== leaving).flatMap((member) => directory.get(member) ?? [])
}

export const toGrantee = ({ holder, name, recipient }: Grantee): Grantee => ({ holder, name, recipient })

const membersOf = (certified: CertifiedHolder, directory: Directory) =>
  certified.members.flatMap((member) => {
    const person = directory.get(member)
    return person ? [{ holder: member, name: person.name }] : []
  })

const distinct = (holders: readonly CertifiedHolder[]): Grantee[] => [
  ...new Map(holders.map((holder) => [holder.holder, toGrantee(holder)])).values(),
]
