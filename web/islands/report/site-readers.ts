import type { CertifiedHolder, readCertificate } from '../../crypto/certificate.ts'
import type { FlowContext, Person } from '../../flow/answers.ts'
import { type Answer, type Found, type OfferedReaders, schoolApi, type Trouble } from './school-api.ts'

/** Why nothing may be sent to this site. */
export type KeyRefusal = 'site-closed' | 'key-wrong' | 'poster-differs'

/** What a site offers, with every key checked against the site key. */
export type SiteReaders = Readonly<{
  site: string
  siteKey: string
  functions: FlowContext['functions']
  classGroups: FlowContext['classGroups']
  /** Why nobody reads now, in a holiday. */
  closed: OfferedReaders['closed']
  /** Recipients, by holder id. A holder that is not here gets no grant. */
  certified: Map<string, CertifiedHolder>
}>

export type LoadedReaders =
  | Readonly<{ ok: true; value: SiteReaders }>
  | Readonly<{ ok: false; trouble: Trouble }>
  | Readonly<{ ok: false; distrust: KeyRefusal }>

// As many as the server tells about in one answer.
const askedAtOnce = 24

/**
 * Loads who can read at a site. One key that the site key did not sign refuses the whole site: whoever changed one
 * can have changed more. Names come from the certificates, so that nobody is left out under another name.
 *
 * @param fingerprint - from the school's poster, when the reporter came by it.
 */
export async function loadReaders(site: string, instance: string, fingerprint: string | null): Promise<LoadedReaders> {
  const [offered, { readCertificate, siteKeyFingerprint }] = await Promise.all([
    schoolApi.readers(site),
    import('../../crypto/certificate.ts'),
  ])
  if (!offered.ok) return offered
  const { siteKey, functions, classGroups, closed } = offered.value
  if (siteKey === null || functions.length === 0) return { ok: false, distrust: 'site-closed' }
  if (fingerprint !== null && comparable(siteKeyFingerprint(siteKey)) !== comparable(fingerprint)) {
    return { ok: false, distrust: 'poster-differs' }
  }
  const people = await certificatesOf(site, offered.value)
  if (!people.ok) return people

  const certified = new Map<string, CertifiedHolder>()
  const expected = [
    ...functions.map(({ role, certificate }) => ({ kind: 'function', holder: role, certificate })),
    ...people.value.map(({ holder, certificate }) => ({ kind: 'staff', holder, certificate })),
  ]
  for (const { kind, holder, certificate } of expected) {
    const read = readCertificate(certificate, siteKey, { site, holder, instance })
    if (read?.kind !== kind) return { ok: false, distrust: 'key-wrong' }
    certified.set(holder, read)
  }
  const isEveryoneKnown = peopleOf(offered.value).every((holder) => certified.has(holder))
  const isWhole = functions.every(({ role, members }) => hasSame(certified.get(role)?.members, members))
  if (!isEveryoneKnown || !isWhole) return { ok: false, distrust: 'key-wrong' }
  const away = certifyAway(people.value, certified, { site, siteKey, instance }, readCertificate)
  if (!away) return { ok: false, distrust: 'key-wrong' }
  const named = ({ holder }: { holder: string }) => toPerson(holder, certified, away)
  return {
    ok: true,
    value: {
      site,
      siteKey,
      functions: functions.map(({ role, members, deputies }) => ({
        ...{ role, members: members.map(named), deputies: deputies.map(named) },
      })),
      classGroups: classGroups.map(({ name, mentors }) => ({ name, mentors: mentors.map(named) })),
      closed,
      certified,
    },
  }
}

/** A person found by name, checked like the others, and who reads for them; null when the site key signed neither. */
export async function certifyFound(found: Found, readers: SiteReaders, instance: string): Promise<Person | null> {
  const { readCertificate } = await import('../../crypto/certificate.ts')
  const { site, siteKey, certified } = readers
  const read = readCertificate(found.certificate, siteKey, { site, holder: found.holder, instance })
  const away = certifyAway([found], certified, { site, siteKey, instance }, readCertificate)
  if (read?.kind !== 'staff' || !away) return null
  certified.set(read.holder, read)
  return toPerson(read.holder, certified, away)
}

type AwayOf = ReadonlyMap<string, NonNullable<Person['away']>>

/** Deputies read as well, so their keys are checked and kept as those of anybody; null when one is wrong. */
function certifyAway(
  people: readonly Found[],
  certified: Map<string, CertifiedHolder>,
  { site, siteKey, instance }: Readonly<{ site: string; siteKey: string; instance: string }>,
  read: typeof readCertificate,
): AwayOf | null {
  const awayOf = new Map<string, NonNullable<Person['away']>>()
  for (const { holder, away } of people) {
    if (!away) continue
    const deputy = read(away.deputy.certificate, siteKey, { site, holder: away.deputy.holder, instance })
    if (deputy?.kind !== 'staff') return null
    certified.set(deputy.holder, deputy)
    awayOf.set(holder, { until: away.until, deputy: { holder: deputy.holder, name: deputy.name } })
  }
  return awayOf
}

function toPerson(holder: string, certified: ReadonlyMap<string, CertifiedHolder>, awayOf: AwayOf): Person {
  const away = awayOf.get(holder)
  return { holder, name: certified.get(holder)?.name ?? '', ...(away && { away }) }
}

async function certificatesOf(site: string, offered: OfferedReaders): Promise<Answer<readonly Found[]>> {
  const holders = peopleOf(offered)
  const found: Found[] = []
  for (let start = 0; start < holders.length; start += askedAtOnce) {
    const answer = await schoolApi.certificatesOf(site, holders.slice(start, start + askedAtOnce))
    if (!answer.ok) return answer
    found.push(...answer.value)
  }
  return { ok: true, value: found }
}

function peopleOf({ functions, classGroups }: OfferedReaders): string[] {
  const people = [
    ...functions.flatMap(({ members, deputies }) => [...members, ...deputies]),
    ...classGroups.flatMap(({ mentors }) => mentors),
  ]
  return [...new Set(people.map(({ holder }) => holder))]
}

/** The server names exactly the people who hold the function's key: nobody can be kept from being left out. */
function hasSame(signed: readonly string[] | undefined, told: readonly { holder: string }[]): boolean {
  const holders = told.map(({ holder }) => holder)
  return signed !== undefined && signed.length === holders.length && holders.every((holder) => signed.includes(holder))
}

const comparable = (fingerprint: string) => fingerprint.toUpperCase().replace(/[^0-9A-Z]/g, '')
