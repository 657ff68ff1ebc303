import type { Reader } from '../../crypto/grant.ts'
import { readHolders } from '../../crypto/seen-holders.ts'
import { fill } from '../../text/fill.ts'
import { capital } from './pseudonym.ts'
import type { TeamText } from './team-text.ts'

/** Who reads along: a function with the members that the pinned site key vouches for, or somebody in person. */
export function readersInWords(
  readers: readonly Reader[],
  certificates: readonly string[],
  { site, siteKey }: Readonly<{ site: string; siteKey: string }>,
  text: Pick<TeamText, 'team' | 'report'>,
): string[] {
  const certified = readHolders(certificates, siteKey, site)
  const roles: Readonly<Record<string, string>> = text.team.roles
  const nameOf = (holder: string) => certified.find((known) => known.holder === holder)?.name
  return readers.map(({ holder, name }) => {
    const known = certified.find((one) => one.holder === holder)
    const role = roles[holder] ?? (known?.kind === 'function' ? known.name : undefined)
    if (role === undefined) return nameOf(holder) ?? name
    const members = known?.members ?? []
    const names = members.map(nameOf).filter((member) => member !== undefined)
    return capital(names.length === 0 ? role : fill(text.report.readers.withMembers, { role, names: names.join(', ') }))
  })
}
