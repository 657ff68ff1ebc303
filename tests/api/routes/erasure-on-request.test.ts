import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { seeToRound } from '../../../api/stores/mail-rounds.ts'
import { sweep } from '../../../api/stores/sweep.ts'
import {
  dossierCards,
  dossierEntries,
  dossierRecords,
  mails,
  staff,
  sweeps,
  tombstones,
} from '../../../db/schema/index.ts'
import type { Colleague } from '../../support/colleague.ts'
import { openDossierCast } from '../../support/dossier-cast.ts'
import {
  type DossierPlace,
  involved,
  openDossierAs,
  readDossier,
  sealErasure,
  sealWriting,
  shareDossierWith,
  writeEntry,
} from '../../support/dossiers.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'

const { school, db, vera, coen, mo, idOf, mentorAndKeeper, post, auditOfDossier } = await openDossierCast()
afterAll(() => school.close())
const dirk = await colleague(school, 'directeur')

async function closedAbout() {
  const [sam, lex] = [involved('Sam de Groot'), involved('Lex Bos', 'initiator')]
  const readers = mentorAndKeeper()
  const place = await openDossierAs(mo, { readers, keepers: ['bullyingCoordinator'], people: [sam, lex] })
  await shareDossierWith(mo, place, idOf('directeur'))
  await writeEntry(mo, place, { record: sam.record }, { text: 'Sam vertelde veel.' })
  await writeEntry(mo, place, { record: lex.record }, { text: 'Lex ook.' })
  await writeEntry(coen, place, { kind: 'closed', code: 'teasing' }, { text: 'Speels.' })
  return { place, sam, lex }
}

async function ask(who: Colleague, place: DossierPlace, added: string) {
  const json = await sealWriting(who, place, { kind: 'erasure-asked', refersTo: added }, { text: '', reason: 'Vraag.' })
  expect((await post(who, place, 'entries', { ...json, hasWords: true })).status).toBe(201)
  return json.entry.id
}

describe('the record of one pupil', () => {
  test('is erased with every key to it, by somebody else than who wrote the request down, and once', async () => {
    const { place, sam, lex } = await closedAbout()
    const request = await ask(coen, place, sam.entry)
    const mine = await sealErasure(coen, place, request, sam.record)
    expect(await post(coen, place, 'entries', mine)).toMatchObject({ body: { why: 'own-request' } })
    const json = await sealErasure(dirk, place, request, sam.record)
    expect((await post(dirk, place, 'entries', json)).status).toBe(201)
    expect((await post(dirk, place, 'entries', json)).status).toBe(200)

    const rows = await db.select().from(dossierEntries).where(eq(dossierEntries.dossierId, place.dossier))
    expect(rows.filter(({ recordId }) => recordId === sam.record).map(({ sealed }) => sealed)).toEqual([null, null])
    expect(rows.filter(({ recordId }) => recordId !== sam.record).every(({ sealed }) => sealed !== null)).toBe(true)
    const ofSam = and(eq(dossierRecords.dossierId, place.dossier), eq(dossierRecords.id, sam.record))
    expect(await db.select().from(dossierRecords).where(ofSam)).toEqual([])
    const cards = await db.select().from(dossierCards).where(eq(dossierCards.dossierId, place.dossier))
    expect(cards.map(({ recordId }) => recordId)).toEqual([lex.record])
    expect((await db.select().from(tombstones)).map(({ kind, number }) => [kind, number])).toEqual([['record', 1]])
    expect(await db.select().from(sweeps)).toHaveLength(1)
    expect(await sweep(db)).toBe(true)
    const logged = (await auditOfDossier(place)).filter(([, , detail]) => String(detail).includes('eras'))
    expect(logged).toEqual([
      ['dossier', 'changed', 'erasure-asked'],
      ['dossier', 'changed', 'record-erased'],
    ])

    for (const who of [mo, coen, dirk]) {
      const { opened } = await readDossier(who, place)
      expect(opened.warnings).toEqual([])
      expect(opened.records.map(({ person, isErased }) => [person?.name, isErased])).toEqual([
        [undefined, true],
        ['Lex Bos', false],
      ])
      expect(JSON.stringify(opened)).not.toMatch(/Sam de Groot|Sam vertelde/)
    }
    const { body } = await lineOf(mo, place)
    expect(JSON.stringify(body)).not.toContain(sam.record)
  })

  test('is not erased while the dossier is open, by a mentor, or for a request that there is not', async () => {
    const { place, sam, lex } = await closedAbout()
    const request = await ask(mo, place, sam.entry)
    for (const [who, refersTo, why] of [
      [mo, request, 'wrong-role'],
      [coen, sam.entry, 'entry-unknown'],
    ] as const) {
      const json = await sealErasure(who, place, refersTo, sam.record)
      expect(await post(who, place, 'entries', json)).toMatchObject({ body: { refusal: 'entry-refused', why } })
    }
    await writeEntry(coen, place, { kind: 'reopened', code: 'closed-by-mistake' }, { text: 'Te vroeg.' })
    const json = await sealErasure(coen, place, request, sam.record)
    expect(await post(coen, place, 'entries', json)).toMatchObject({ body: { why: 'not-closed' } })
    const outsider = await sealErasure(coen, place, request, lex.record)
    expect(await post(vera, place, 'entries', outsider)).toEqual(refused(404, 'dossier-unknown'))
    const { opened } = await readDossier(mo, place)
    expect(opened.records.map(({ person }) => person?.name)).toEqual(['Sam de Groot', 'Lex Bos'])
  })
})

test('a request and what came of it are told to whoever else reads it, on the screen and by mail', async () => {
  const { place, sam } = await closedAbout()
  const request = await ask(mo, place, sam.entry)
  const toldTo = async (who: Colleague) => {
    const { body } = await sendJson(who.api, 'GET', '/api/team/erasures')
    const { requests } = body as { requests: { dossier: string; state: string }[] }
    return requests.filter(({ dossier }) => dossier === place.dossier).map(({ state }) => state)
  }
  expect(await Promise.all([mo, coen, dirk, vera].map(toldTo))).toEqual([['open'], ['open'], ['open'], []])
  await seeToRound(db, { day: ordinaryDay, time: '07:30' }, school.deps.school)
  const accounts = new Map((await db.select().from(staff)).map(({ id, accountId }) => [accountId, id]))
  const mailed = (await db.select().from(mails)).filter(({ occasion }) => occasion.startsWith('erasures:'))
  const holders = mailed.map(({ accountId }) => accounts.get(accountId))
  expect(holders).toEqual(expect.arrayContaining([idOf('coordinator'), idOf('directeur')]))
  expect(holders).not.toContain(idOf('vertrouwenspersoon'))

  await post(dirk, place, 'entries', await sealErasure(dirk, place, request, sam.record))
  expect(await Promise.all([mo, vera].map(toldTo))).toEqual([['erased'], []])
})

const lineOf = async (who: Colleague, { dossier }: DossierPlace) => {
  const response = await who.api.send(`/api/team/dossiers/ede/${dossier}/line`)
  return { status: response.status, body: await response.json() }
}
