import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import { type CertifiedHolder, needsConfirmation } from '../../crypto/certificate.ts'
import { unconfirmedSteps } from '../../crypto/confirmation.ts'
import type { Grantee } from '../../crypto/grant.ts'
import { readAtHome } from '../../crypto/seen-holders.ts'
import { type Directory, directoryOf, remainingReaders, toGrantee } from '../shared/directory.ts'
import type { Opened } from './read.ts'

/** Somebody who reads along, as the site key vouches for them; `members` are those behind a function. */
export type ReaderShown = Readonly<{
  holder: string
  name: string
  kind: 'staff' | 'function'
  members: readonly Readonly<{ holder: string; name: string }>[]
  /** Whether anybody can read through this at the moment. */
  isAble: boolean
  /** Not there today, and who reads meanwhile, if that one does. */
  away: Readonly<{ until: LocalDate; deputy: Grantee; isDeputyReading: boolean }> | null
  /** The name of the other site where they work, or null. */
  from: string | null
}>

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
    const isOut = (one: string) => stored.out.includes(one) || stored.out.includes(`${holder}/${one}`)
    const members = isFunction ? membersOf(certified, directory, stored).filter((member) => !isOut(member.holder)) : []
    const isAble =
      stillGranted.has(holder) && certified !== undefined && (isFunction ? members.length > 0 : !isOut(holder))
    return {
      ...{ holder, name: certified?.name ?? name, kind: isFunction ? 'function' : 'staff', members, isAble },
      away: isAble ? awayOf(holder, { stored, conversation }, directory) : null,
      from: certified?.from?.name ?? null,
    }
  })
}

/**
 * Functions that read this, and that changed hands since it was sent without the word of anybody who held them before:
 * whoever reads them now may be somebody whom the one the reporter chose does not know.
 */
export function changedUnconfirmed({ stored, conversation }: Opened): string[] {
  return conversation.readers
    .map(({ holder }) => holder)
    .filter((holder) => {
      const { role, certified } = readAtHome(stored.certificates, conversation.siteKey, stored.site, holder)
      const steps = needsConfirmation('function', role) ? unconfirmedSteps(certified, role) : []
      return steps.some(({ issuedOn }) => issuedOn > stored.receivedOn)
    })
}

/** The other sites to which a report moved: those of all who can read it, when nobody of its own site can. */
export function movedTo(readers: readonly ReaderShown[]): readonly string[] {
  const able = readers.filter(({ isAble }) => isAble)
  const sites = able.flatMap(({ from }) => from ?? [])
  return sites.length === able.length ? [...new Set(sites)] : []
}

function awayOf(
  holder: string,
  { stored, conversation }: Pick<Opened, 'stored' | 'conversation'>,
  directory: Directory,
) {
  const away = stored.away.find((one) => one.holder === holder)
  const deputy = away && directory.get(away.deputy)
  if (!away || deputy?.kind !== 'staff' || stored.out.includes(deputy.holder)) return null
  const isDeputyReading = conversation.readers.some((reader) => reader.holder === deputy.holder)
  return { until: localDate(away.until), deputy: toGrantee(deputy), isDeputyReading }
}

/** What a reader is called: a function by the words of the catalogue, a person by their name. */
export const labelOf = (
  { holder, name }: Readonly<{ holder: string; name: string }>,
  functions: Readonly<Record<string, string>>,
): string => functions[holder] ?? name

/** Who stays when this holder, a person or a function, is left out: a function goes on without the person in person. */
export const without = (leaving: string, { stored, conversation }: Opened): Grantee[] =>
  remainingReaders(stored, conversation, [leaving])

/** Those the certificate names, and who has the key for a while. */
function membersOf({ holder, members }: CertifiedHolder, directory: Directory, { functionDeputies }: Opened['stored']) {
  const deputies = functionDeputies.filter(({ role, hasBegun }) => role === holder && hasBegun)
  return [...members, ...deputies.map((deputy) => deputy.holder)].flatMap((member) => {
    const person = directory.get(member)
    return person ? [{ holder: member, name: person.name }] : []
  })
}

/** Everybody who reads now, and the deputy of one of them. */
export const withDeputy = (deputy: Grantee, { stored, conversation }: Opened): Grantee[] => [
  ...remainingReaders(stored, conversation),
  deputy,
]
