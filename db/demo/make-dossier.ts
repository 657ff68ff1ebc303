import { randomUUID } from 'node:crypto'
import { addDays, type LocalDate } from '../../api/domain/local-date.ts'
import { loadDossier } from '../../api/stores/dossier-view.ts'
import { findDossier } from '../../api/stores/dossiers.ts'
import { openDossier as storeDossier } from '../../api/stores/open-dossier.ts'
import { recordEntry } from '../../api/stores/record-entry.ts'
import { fromBase64Url } from '../../web/crypto/bytes.ts'
import { type NewRecord, sealNewDossier } from '../../web/crypto/dossier-new.ts'
import { type OpenedDossier, openDossier } from '../../web/crypto/dossier-open.ts'
import { blank, type DossierWriter, type SealedEntry, sealEntry } from '../../web/crypto/dossier-write.ts'
import type { Grantee } from '../../web/crypto/grant.ts'
import type { Database } from '../connect.ts'
import type { Deed, DossierStory } from './dossier-stories.ts'
import type { MadeSite, Maker } from './make-staff.ts'

const protocol = { id: 'aeres-vmbo', version: '1.1' }
const keeper = 'bullyingCoordinator'
const mentor = 'mentor1'

type Place = Readonly<{ site: string; dossier: string }>

/** Opens one dossier as the mentor's browser would, and writes in it, each day as it was. */
export async function makeDossier(db: Database, maker: Maker, made: MadeSite, story: DossierStory): Promise<void> {
  const place = { site: made.site, dossier: randomUUID() }
  const on = addDays(maker.today, -story.daysAgo)
  const opener = personOf(made, mentor)
  const people = story.people.map(({ name, classGroup, part, parent }): NewRecord => {
    const parents = [{ name: parent, contact: '06 12 34 56 78' }]
    return { entry: randomUUID(), record: randomUUID(), part, person: { kind: 'student', name, classGroup, parents } }
  })
  const sealed = await sealNewDossier(writerOf(made, mentor, place, on), {
    ...{ siteKey: made.siteKey, people, words: { text: story.text } },
    entry: { ...blank, id: randomUUID(), kind: 'opened', code: story.way, happenedOn: on },
    readers: [granteeOf(made, mentor), ...story.alsoReads.map((who) => granteeOf(made, who)), keeperOf(made)],
    keepers: [keeperOf(made)],
  })
  const given = {
    ...{ ...place, protocol, reports: [], earlier: [] },
    grants: sealed.grants.map(inBytes),
    ...{ records: sealed.records.map(inBytes), cards: sealed.cards.map(inBytes), entries: sealed.entries.map(written) },
  }
  const by = { account: opener.keys.account, holder: opener.holder, functions: [], now: { today: on, hour: 12 } }
  const stored = await storeDossier(db, given, by)
  if (!stored.ok) throw new Error(`the demonstration's dossier was refused: ${JSON.stringify(stored)}`)
  let opened = await openAs(db, maker, made, place)
  for (const deed of story.deeds) opened = await write(db, maker, made, place, opened, people, deed)
}

/** @returns the dossier as its next writer has it. */
async function write(
  db: Database,
  maker: Maker,
  made: MadeSite,
  place: Place,
  opened: OpenedDossier,
  people: readonly NewRecord[],
  { by, daysAgo, kind, code, about, dueInDays, text, gist }: Deed,
): Promise<OpenedDossier> {
  const happenedOn = addDays(maker.today, -daysAgo)
  const { holder } = personOf(made, by)
  const dueOn = dueInDays === undefined ? null : addDays(maker.today, dueInDays)
  const record = about === undefined ? null : (people[about]?.record ?? null)
  const draft = { ...blank, id: randomUUID(), kind, code, record, dueOn, happenedOn }
  const sealed = await sealEntry(opened, writerOf(made, by, place, happenedOn), draft, {
    text,
    ...(gist && { gist: { on: happenedOn, ...gist } }),
  })
  const after = (await findDossier(db, place))?.lastSequence ?? 0
  const under = { by: holder, now: { today: happenedOn, hour: 12 }, epoch: 1, after }
  const outcome = await recordEntry(db, place, written(sealed), under)
  if (!outcome.ok) throw new Error(`the demonstration's entry ${code} was refused: ${JSON.stringify(outcome)}`)
  const known = { ...opened.known, [holder]: (opened.known[holder] ?? 0) + 1 }
  return { ...opened, known, seen: known }
}

async function openAs(db: Database, maker: Maker, made: MadeSite, place: Place): Promise<OpenedDossier> {
  const { holder, keys } = personOf(made, mentor)
  const dossier = await findDossier(db, place)
  if (!dossier) throw new Error('a dossier that is not there')
  const stored = await loadDossier(db, dossier, { holders: [holder], today: maker.today })
  const identities = new Map([[holder, [keys.identity.identity]]])
  return openDossier({ ...stored, serverSiteKey: made.siteKey }, { siteKey: made.siteKey, identities })
}

const inBytes = <Sealed extends Readonly<{ sealed: string }>>({ sealed, ...rest }: Sealed) => ({
  ...rest,
  sealed: fromBase64Url(sealed),
})

const written = ({ entry, sealed }: SealedEntry) => ({ entry, sealed: fromBase64Url(sealed), hasWords: true })

function personOf({ staff }: MadeSite, address: string) {
  const person = staff.find(({ email }) => email.startsWith(`${address}.`))
  if (!person) throw new Error('a dossier of somebody who is not there')
  return person
}

function granteeOf(made: MadeSite, address: string): Grantee {
  const { holder, name, keys } = personOf(made, address)
  return { holder, name, recipient: keys.identity.recipient }
}

function keeperOf({ functions }: MadeSite): Grantee {
  const found = functions.find(({ role }) => role === keeper)
  if (!found) throw new Error('a site without somebody who keeps dossiers')
  return { holder: found.role, name: found.name, recipient: found.recipient }
}

function writerOf(made: MadeSite, address: string, place: Place, on: LocalDate): DossierWriter {
  const { holder, keys } = personOf(made, address)
  return { ...place, on, author: { holder, key: keys.signing.publicKey }, secret: keys.signing.secret }
}
