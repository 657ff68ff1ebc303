import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { sealNewDossier } from '../../crypto/dossier-new.ts'
import { blank } from '../../crypto/dossier-write.ts'
import type { Grantee } from '../../crypto/grant.ts'
import { toGrantee } from '../shared/directory.ts'
import type { OpenWorkplace } from '../team/staff-keys.ts'
import type { AtWork } from '../team/staff-session.svelte.ts'
import { type DossierAnswer, type DossierPlace, dossierApi } from './dossier-api.ts'
import { keepersAt } from './keepers.ts'
import { type TypedPerson, toPerson } from './person-fields.ts'

/** What somebody fills in to open a dossier. */
export type Beginning = Readonly<{
  way: string
  people: readonly TypedPerson[]
  /** Brought in from the start, the mentor for one. */
  others: readonly Grantee[]
  text: string
  reports: readonly string[]
  earlier: readonly string[]
}>

/** The ids of one dossier on its way, kept for a second try. */
export type BeginIds = Readonly<{
  dossier: string
  opened: string
  people: readonly Readonly<{ entry: string; record: string }>[]
}>

const mostPeople = 40

export const newBeginIds = (): BeginIds => ({
  dossier: crypto.randomUUID(),
  opened: crypto.randomUUID(),
  people: Array.from({ length: mostPeople }, () => ({ entry: crypto.randomUUID(), record: crypto.randomUUID() })),
})

/** Who reads a dossier from its first day: whoever opens it, those brought in, and the functions that keep dossiers. */
export async function readersAtStart(
  atWork: AtWork,
  workplace: OpenWorkplace,
  protocol: Protocol,
  others: readonly Grantee[],
): Promise<DossierAnswer<{ readers: readonly Grantee[]; keepers: readonly Grantee[] }>> {
  const { site, siteKey, holder } = workplace
  const certificate = atWork.me.sites.find((place) => place.site === site)?.certificate
  const own = certificate ? readCertificate(certificate, siteKey, { site, holder }) : null
  const keepers = await keepersAt(workplace, protocol)
  if (!keepers.ok) return { ok: false, trouble: keepers.trouble === 'signedOut' ? 'signedOut' : 'service' }
  if (!own) return { ok: false, trouble: 'notAllowed' }
  const all = [toGrantee(own), ...others, ...keepers.value]
  const readers = [...new Map(all.map((reader) => [reader.holder, reader])).values()]
  return { ok: true, value: { readers, keepers: keepers.value } }
}

/** Seals a whole dossier and sends it. @throws when it cannot be sealed; then nothing was sent. */
export async function beginDossier(
  atWork: AtWork,
  workplace: OpenWorkplace,
  protocol: Protocol,
  { way, people, others, text, reports, earlier }: Beginning,
  ids: BeginIds,
): Promise<DossierAnswer<DossierPlace>> {
  const found = await readersAtStart(atWork, workplace, protocol, others)
  if (!found.ok) return found
  const { site, siteKey, holder } = workplace
  const { publicKey, secret } = atWork.keys.signing
  const place = { site, dossier: ids.dossier }
  const writer = { ...place, author: { holder, key: publicKey }, secret, on: atWork.today }
  const entry = { ...blank, id: ids.opened, kind: 'opened', code: way, happenedOn: atWork.today } as const
  const added = people.flatMap((person, at) => {
    const own = ids.people[at]
    return own ? [{ ...own, part: person.part, person: toPerson(person) }] : []
  })
  const sealed = await sealNewDossier(writer, { siteKey, entry, words: { text }, people: added, ...found.value })
  const answer = await dossierApi.open(site, {
    ...{ ...sealed, dossier: ids.dossier, reports: [...reports], earlier: [...earlier] },
    protocol: { id: protocol.id, version: protocol.version },
    entries: sealed.entries.map((one, at) => ({ ...one, hasWords: at > 0 || text !== '' })),
  })
  return answer.ok ? { ok: true, value: place } : answer
}
