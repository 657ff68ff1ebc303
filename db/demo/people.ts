import type { Role } from '../../api/domain/roles.ts'
import type { SchoolConfig } from '../school-config.ts'
import type { Person } from './make-staff.ts'

export const demonstrationPassword = 'demonstratie-2026'
export const demonstrationDomain = 'demo.vijfspoor.nl'

/** Sites where the demonstration has everybody the protocol names; the first two of the school when it has others. */
const preferredFullSites = ['ede', 'almere']

type Post = Readonly<{
  /** First part of the e-mail address: the function in Dutch, as somebody who tries the program types it. */
  address: string
  roles: readonly Role[]
  reach: string
  hours: string
  isFindable?: boolean
  mentorOf?: readonly string[]
}>

const published: readonly Post[] = [
  {
    address: 'aanspreekpunt',
    roles: ['contactPerson'],
    reach: 'Kamer 0.04, naast de receptie',
    hours: 'maandag, dinsdag en donderdag, 8.30–16.00 uur',
    isFindable: true,
  },
  {
    address: 'anti-pestcoordinator',
    roles: ['bullyingCoordinator'],
    reach: 'Kamer 1.12, eerste verdieping',
    hours: 'dinsdag tot en met vrijdag, 9.00–15.30 uur',
    isFindable: true,
  },
  {
    address: 'vertrouwenspersoon',
    roles: ['confidentialAdviser'],
    reach: 'Kamer 2.07, de deur met de plant; of stuur een bericht in Teams',
    hours: 'maandag en woensdag in de grote pauze, en op afspraak',
  },
]

const unpublished: readonly Post[] = [
  { address: 'ondersteuningscoordinator', roles: ['supportCoordinator'], reach: 'Kamer 1.20', hours: 'elke schooldag' },
  {
    address: 'mentor1',
    roles: ['mentor'],
    reach: 'Lokaal 1.03',
    hours: 'elke schooldag',
    isFindable: true,
    mentorOf: ['1A', '2A', '3A', '4A'],
  },
  {
    address: 'mentor2',
    roles: ['mentor'],
    reach: 'Lokaal 2.11',
    hours: 'elke schooldag behalve woensdag',
    isFindable: true,
    mentorOf: ['1B', '2B', '3B', '4B'],
  },
  { address: 'teamleider', roles: ['teamLeader'], reach: 'Kamer 0.10', hours: 'elke schooldag', isFindable: true },
  { address: 'directeur', roles: ['director'], reach: 'Kamer 0.01', hours: 'op afspraak' },
  { address: 'systeembeheerder', roles: ['systemAdministrator'], reach: 'Kamer 0.20', hours: 'elke schooldag' },
]

/** Those who come to bullying from further away; they stand last, so that the others keep their names. */
const further: readonly Post[] = [
  { address: 'zorgcoordinator', roles: ['careCoordinator'], reach: 'Kamer 1.22', hours: 'elke schooldag' },
  { address: 'kwaliteitsmedewerker', roles: ['qualityOfficer'], reach: 'Kamer 0.22', hours: 'op afspraak' },
  { address: 'bestuurder', roles: ['boardMember'], reach: 'via het bestuursbureau', hours: 'op afspraak' },
]

/** A second member of one function, so that two people read what one pupil wrote. */
const secondAdviser: Post = {
  address: 'vertrouwenspersoon2',
  roles: ['confidentialAdviser'],
  reach: 'Kamer 2.09',
  hours: 'dinsdag en donderdag in de grote pauze',
}

/** Made-up people for every site of a school. */
export function demonstrationPeople({ sites }: SchoolConfig): readonly Person[] {
  const [first, second] = demonstrationSites(sites.map(({ id }) => id))
  const posts = sites.flatMap(({ id: site }) => {
    const isFull = site === first || site === second
    const here = [...published, ...(site === first ? [secondAdviser] : []), ...(isFull ? unpublished : [])]
    return here.map((post) => ({ site, ...post }))
  })
  const last = [first, second].flatMap((site) => (site ? further.map((post) => ({ site, ...post })) : []))
  return [...posts, ...last].map(({ address, site, ...post }, index) => ({
    ...post,
    ...{
      site,
      email: `${address}.${site}@${demonstrationDomain}`,
      name: nameOf(index),
      password: demonstrationPassword,
    },
  }))
}

/** The two sites with all functions; the second is missing where a school has one site. */
export function demonstrationSites(siteIds: readonly string[]): readonly string[] {
  const preferred = preferredFullSites.filter((site) => siteIds.includes(site))
  return preferred.length === preferredFullSites.length ? preferred : siteIds.slice(0, 2)
}

/** Two lists without a common divisor in their lengths give as many names as their product before one comes back. */
const nameOf = (index: number): string =>
  `${firstNames[index % firstNames.length]} ${lastNames[index % lastNames.length]}`

const firstNames = [
  ...['Fatima', 'Joris', 'Aylin', 'Bram', 'Noor', 'Ruben', 'Samira', 'Daan', 'Lotte', 'Youssef', 'Eva', 'Tom'],
  ...['Sanne', 'Emre', 'Marieke', 'Wouter', 'Naima', 'Pieter', 'Hanneke', 'Kwame', 'Iris', 'Mehmet', 'Femke', 'Jelle'],
] as const

const lastNames = [
  ...['de Wit', 'Bakker', 'El Amrani', 'Visser', 'van Dijk', 'Yılmaz', 'Postma', 'Hoekstra', 'Jansen', 'Okafor'],
  ...['Mulder', 'Smits', 'Haddad', 'van den Berg', 'Kaya', 'de Groot', 'Dijkstra', 'Osei', 'Vermeer', 'Bouwman'],
  ...['Terpstra', 'Nijland', 'Kuiper'],
] as const
