import { readCertificate } from '../../crypto/certificate.ts'
import type { Reader } from '../../crypto/grant.ts'
import { fill } from '../../text/fill.ts'
import { capital } from './pseudonym.ts'
import type { OpenWorkplace } from './staff-keys.ts'
import type { TeamText } from './team-text.ts'

/** Who reads along: a function with the members that the pinned site key vouches for, or somebody in person. */
export function readersInWords(
  readers: readonly Reader[],
  certificates: readonly string[],
  { site, siteKey }: OpenWorkplace,
  text: TeamText,
): string[] {
  const certified = certificates.flatMap((certificate) => readCertificate(certificate, siteKey, { site }) ?? [])
  const roles: Readonly<Record<string, string>> = text.team.roles
  const nameOf = (holder: string) => certified.find((known) => known.holder === holder)?.name
  return readers.map(({ holder, name }) => {
    const role = roles[holder]
    if (role === undefined) return nameOf(holder) ?? name
    const members = certified.find((known) => known.holder === holder)?.members ?? []
    const names = members.map(nameOf).filter((member) => member !== undefined)
    return capital(names.length === 0 ? role : fill(text.report.readers.withMembers, { role, names: names.join(', ') }))
  })
}
