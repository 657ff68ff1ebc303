import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { auditEvents, dossierEntries, dossierGrants, dossierRecords, memberships } from '../../../db/schema/index.ts'
import { openCards } from '../../../web/crypto/dossier-card.ts'
import { open } from '../../../web/crypto/sealing.ts'
import type { CardPage, DossierList } from '../../../web/islands/dossier/dossier-api.ts'
import { openDossierLine } from '../../../web/islands/dossier/open-dossier.ts'
import {
  type DossierPlace,
  draftOf,
  involved,
  leaveDossierAs,
  openDossierAs,
  readDossier,
  renewDossierKey,
  sealAddition,
  sealLeaving,
  sealNewKey,
  sealOpening,
  sealSharing,
  sealWriting,
  shareDossierWith,
  writeEntry,
} from '../../support/dossiers.ts'
import { leaveReport, shareWith } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

const { school, vera, coen, mo, alma, idOf, identitiesOf } = await openCast()
afterAll(() => school.close())
const { db } = school.deps

const mentorAndKeeper = () => [idOf('mentor'), 'bullyingCoordinator']
const post = (who: typeof mo, { dossier }: DossierPlace, what: string, body: unknown) =>
  sendJson(who.api, 'POST', `/api/team/dossiers/ede/${dossier}/${what}`, body)
const put = (who: typeof mo, { dossier }: DossierPlace, what: string, body: unknown = {}) =>
  sendJson(who.api, 'PUT', `/api/team/dossiers/ede/${dossier}/${what}`, body)
const begin = (who: typeof mo, body: unknown) => sendJson(who.api, 'POST', '/api/team/sites/ede/dossiers', body)
const auditOf = async ({ dossier }: DossierPlace) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.subjectId, dossier))).map(({ action, detail, subject }) => [
    ...[subject, action, detail],
  ])

describe('opening', () => {
  test('is done whole or not at all, and once', async () => {
    const json = await sealOpening(mo, { readers: mentorAndKeeper(), people: [involved('Sam')] })
    expect((await begin(mo, json)).status).toBe(201)
    expect((await begin(mo, json)).status).toBe(200)
    expect(await begin(coen, { ...json })).toEqual(refused(409, 'dossier-taken'))
    const other = { ...(await sealOpening(mo, { readers: mentorAndKeeper(), people: [involved('Sam')] })), records: [] }
    expect(await begin(mo, other)).toEqual(refused(422, 'grants-wrong'))
    await expect(readDossier(mo, { site: 'ede', dossier: other.dossier })).rejects.toThrow('dossier-unknown')
    expect(await auditOf({ site: 'ede', dossier: json.dossier })).toContainEqual(['dossier', 'begun', null])
  })

  test('is not for a technician, nor for somebody of another site, and never without its opener', async () => {
    const json = await sealOpening(mo, { readers: mentorAndKeeper() })
    expect(await begin(await colleague(school, 'beheerder'), json)).toEqual(refused(403, 'not-allowed'))
    expect(await begin(alma, json)).toEqual(refused(403, 'not-allowed'))
    const forOthers = await sealOpening(mo, { readers: ['bullyingCoordinator'] })
    expect(await begin(mo, forOthers)).toEqual(refused(422, 'grants-wrong'))
    const forTechnician = await sealOpening(mo, { readers: [idOf('mentor'), idOf('beheerder')] })
    expect(await begin(mo, forTechnician)).toEqual(refused(422, 'holder-unknown'))
  })

  test('asks for a way in that the protocol has, and for a protocol that is known', async () => {
    const json = await sealOpening(mo, { readers: mentorAndKeeper(), way: 'sideways' })
    expect(await begin(mo, json)).toMatchObject({
      status: 422,
      body: { refusal: 'entry-refused', why: 'code-unknown' },
    })
    const strange = { ...json, protocol: { id: 'another', version: '9' } }
    expect(await begin(mo, strange)).toEqual(refused(422, 'protocol-unknown'))
  })

  test('from a report is for its readers; the words of the report do not come along, and who stays out of it stays out', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await shareWith(vera, placeOf(reporter), idOf('mentor'))
    const foreign = await sealOpening(coen, { readers: ['bullyingCoordinator'], reports: [reporter.report] })
    expect(await begin(coen, foreign)).toEqual(refused(404, 'report-unknown'))
    const place = await openDossierAs(mo, { readers: mentorAndKeeper(), reports: [reporter.report] })
    expect((await readDossier(coen, place)).stored.reports).toEqual([reporter.report])
    expect((await coen.api.send(`/api/team/reports/ede/${reporter.report}`)).status).toBe(404)
    await leaveReport(mo, placeOf(reporter), { holder: idOf('mentor'), isInvolved: true })
    const later = await sealOpening(vera, {
      readers: ['confidentialAdviser', idOf('mentor')],
      reports: [reporter.report],
    })
    expect(await begin(vera, later)).toEqual(refused(422, 'reader-out'))
  })
})

describe('writing', () => {
  test('several at once: one is first, the others are told and lose nothing', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    const mine = await Promise.all([0, 1, 2].map(() => sealWriting(mo, place, {})))
    const theirs = await Promise.all([0, 1, 2].map(() => sealWriting(coen, place, {})))
    const answers = await Promise.all([
      ...mine.map((json) => post(mo, place, 'entries', json)),
      ...theirs.map((json) => post(coen, place, 'entries', json)),
    ])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status !== 201)).toEqual(Array(5).fill(refused(409, 'dossier-moved')))
    const { opened, stored } = await readDossier(mo, place)
    expect([opened.warnings, opened.entries.length]).toEqual([[], 2])
    expect(stored.entries.map(({ sequence }) => sequence)).toEqual([1, 2])
    // Sealed anew under what they have seen by then, each one's words get their place.
    for (let at = 0; at < 2; at += 1) await writeEntry(mo, place, {}, { text: `nog ${at}` })
    expect((await readDossier(coen, place)).opened.warnings).toEqual([])
  })

  test('another entry under a known id is refused, and the protocol says what lacks', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper(), people: [involved('Sam')] })
    const first = await sealWriting(mo, place, {})
    await post(mo, place, 'entries', first)
    const other = await sealWriting(mo, place, { id: first.entry.id }, { text: 'Anders.' })
    expect(await post(mo, place, 'entries', other)).toEqual(refused(409, 'entry-different'))
    const closing = await sealWriting(coen, place, { kind: 'closed', code: 'solved' })
    const answer = await post(coen, place, 'entries', closing)
    expect(answer).toMatchObject({ status: 422, body: { refusal: 'entry-refused', why: 'precondition-missing' } })
    expect((answer.body as { missing: unknown[] }).missing.length).toBeGreaterThan(0)
    const tomorrow = await sealWriting(mo, place, { happenedOn: '2026-11-25' })
    expect(await post(mo, place, 'entries', tomorrow)).toMatchObject({ body: { why: 'in-future' } })
    const nobody = await sealWriting(mo, place, {})
    const strange = { ...nobody, entry: { ...nobody.entry, record: randomUUID() } }
    expect(await post(mo, place, 'entries', strange)).toMatchObject({ body: { why: 'record-unknown' } })
    expect(await post(mo, place, 'entries', { ...nobody, sealed: 'x'.repeat(200) })).toEqual(refused(422, 'not-sealed'))
    const old = { ...nobody, entry: { ...nobody.entry, recordedOn: '2026-11-20' } }
    expect(await post(mo, place, 'entries', old)).toEqual(refused(409, 'day-moved'))
  })

  test('a record is added with its key and its card, and never twice', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    const sam = involved('Sam de Groot', 'initiator')
    const json = await sealAddition(mo, place, sam, ['bullyingCoordinator'])
    const { record: _, ...bare } = json
    expect(await post(mo, place, 'entries', bare)).toEqual(refused(422, 'grants-wrong'))
    expect((await post(mo, place, 'records', json)).status).toBe(201)
    const again = await sealAddition(mo, place, { ...sam, entry: randomUUID() })
    expect(await post(mo, place, 'records', again)).toMatchObject({ body: { why: 'record-exists' } })
    expect((await readDossier(coen, place)).opened.records[0]?.person?.name).toBe('Sam de Groot')
  })

  test('a day of reading is in the log once, and what was written by its kind', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    await readDossier(mo, place)
    await writeEntry(mo, place, {})
    await readDossier(mo, place)
    expect(await auditOf(place)).toEqual([
      ['dossier', 'begun', null],
      ['dossier', 'opened', null],
      ['dossier', 'changed', 'note'],
    ])
  })
})

describe('who reads', () => {
  test('a lone owner cannot stay out until somebody takes over', async () => {
    const place = await openDossierAs(mo, { readers: [idOf('mentor')] })
    const alone = await sealLeaving(mo, place, { holder: idOf('mentor'), isInvolved: true })
    expect(await post(mo, place, 'leavings', alone)).toEqual(refused(409, 'owner-needed'))
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: true, to: 'bullyingCoordinator' })
    expect(await post(coen, place, 'entries', await sealWriting(coen, place, {}))).toEqual(refused(409, 'key-due'))
    await renewDossierKey(coen, place)
    await writeEntry(coen, place, {}, { text: 'Nu ik.' })
    const back = await sealSharing(coen, place, idOf('mentor'))
    expect(await post(coen, place, 'shares', back)).toEqual(refused(422, 'reader-out'))
    expect(await auditOf(place)).toContainEqual(['dossier', 'recused', 'bullyingCoordinator'])
  })

  test('a new key is for exactly those who remain, and with a key for every record', async () => {
    const place = await openDossierAs(mo, {
      readers: [...mentorAndKeeper(), 'confidentialAdviser'],
      people: [involved('Sam')],
    })
    expect(await post(mo, place, 'epochs', await sealNewKey(mo, place))).toEqual(refused(409, 'epoch-old'))
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: false })
    const more = await sealNewKey(coen, place, ['bullyingCoordinator', 'confidentialAdviser', 'contactPerson'])
    expect(await post(coen, place, 'epochs', more)).toEqual(refused(422, 'reader-out'))
    const fewer = await sealNewKey(coen, place, ['bullyingCoordinator'])
    expect(await post(coen, place, 'epochs', fewer)).toEqual(refused(422, 'reader-out'))
    const right = await sealNewKey(coen, place)
    expect(await post(coen, place, 'epochs', { ...right, records: [] })).toEqual(refused(422, 'grants-wrong'))
    const race = await Promise.all([
      post(coen, place, 'epochs', right),
      post(vera, place, 'epochs', await sealNewKey(vera, place)),
    ])
    expect(race.map(({ status }) => status).toSorted()).toEqual([201, 409])
    await writeEntry(vera, place, {}, { text: 'Onder de nieuwe sleutel.' })
    expect((await readDossier(coen, place)).opened.warnings).toEqual([])
    const inEpoch = (table: typeof dossierGrants | typeof dossierRecords | typeof dossierEntries) =>
      db
        .select({ sealed: table.sealed })
        .from(table)
        .where(and(eq(table.dossierId, place.dossier), eq(table.epoch, 2)))
    const after = [
      ...(await inEpoch(dossierGrants)),
      ...(await inEpoch(dossierRecords)),
      ...(await inEpoch(dossierEntries)),
    ]
    expect(after.length).toBeGreaterThan(3)
    for (const { sealed } of after)
      for (const identity of identitiesOf(mo)) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
  })

  test('whoever only has the role of a technician left reads no dossier any more, and not before somebody else can', async () => {
    const mia = await colleague(school, 'mentor2')
    const alone = await openDossierAs(mia, { readers: [idOf('mentor2')] })
    const director = await colleague(school, 'directeur')
    const drop = () => director.api.send(`/api/team/sites/ede/posts/mentor/${idOf('mentor2')}`, { method: 'DELETE' })
    const refusal = await drop()
    expect([refusal.status, await refusal.json()]).toEqual([409, { refusal: 'owner-needed' }])
    await shareDossierWith(mia, alone, 'bullyingCoordinator')
    await db.insert(memberships).values({ siteId: 'ede', role: 'systemAdministrator', staffId: idOf('mentor2') })
    expect((await drop()).status).toBe(204)
    await expect(readDossier(mia, alone)).rejects.toThrow('dossier-unknown')
    expect((await readDossier(coen, alone)).stored).toMatchObject({ isKeyDue: true, out: [idOf('mentor2')] })
    await renewDossierKey(coen, alone)
    await writeEntry(coen, alone, {})
  })
})

describe('finding it again', () => {
  const listOf = async (who: typeof mo) => {
    const response = await who.api.send('/api/team/dossiers')
    return (await response.json()) as DossierList
  }

  test('the work list has the plain facts of what is mine, and a line says who it is about', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper(), people: [involved('Zoë van den Berg')] })
    const { dossiers, calendars } = await listOf(coen)
    const mine = dossiers.find(({ dossier }) => dossier === place.dossier)
    expect(mine).toMatchObject({ unread: 2, isOpen: true, protocol: { id: 'aeres-vmbo', version: '1.1' } })
    expect(mine?.entries.map(({ kind, code }) => [kind, code])).toEqual([
      ['opened', 'ordinary'],
      ['record-added', 'target'],
    ])
    expect(mine?.workers.map(({ name, roles, isAble }) => [name, roles, isAble])).toEqual([
      ['Coen Kok', ['bullyingCoordinator'], true],
      ['Mo Meijer', ['mentor'], true],
    ])
    expect(calendars.map(({ site }) => site)).toEqual(['ede'])
    expect(JSON.stringify(mine)).not.toContain('Zoë')
    expect((await listOf(vera)).dossiers.map(({ dossier }) => dossier)).not.toContain(place.dossier)
    expect((await put(coen, place, 'read', { sequence: 2 })).status).toBe(204)
    expect((await listOf(coen)).dossiers.find(({ dossier }) => dossier === place.dossier)?.unread).toBe(0)

    await shareDossierWith(mo, place, 'confidentialAdviser')
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: false })
    await renewDossierKey(coen, place)
    const response = await coen.api.send(`/api/team/dossiers/ede/${place.dossier}/line`)
    const { holder = '', identities = new Map() } = coen.places.get('ede') ?? {}
    const keys = { holder, siteKey: coen.box.siteKeys['ede'] ?? '', identities: Object.fromEntries(identities) }
    const [record] = await openDossierLine((await response.json()) as never, keys)
    expect(record?.person?.name).toBe('Zoë van den Berg')
  })

  test('cards open for keepers only, and not for a keeper who stays out of that dossier', async () => {
    const cardsOf = async (who: typeof mo) => {
      const response = await who.api.send('/api/team/sites/ede/dossier-cards')
      const { siteKey, ...page } = (await response.json()) as CardPage
      const { identities = new Map<string, readonly string[]>() } = who.places.get('ede') ?? {}
      return openCards(page.cards, { site: 'ede', siteKey: siteKey ?? '', ...page }, identities)
    }
    const noor = involved('Noor Visser')
    const place = await openDossierAs(mo, {
      ...{ readers: [...mentorAndKeeper(), 'confidentialAdviser'], keepers: ['bullyingCoordinator'], people: [noor] },
    })
    const isThere = async () => (await cardsOf(coen)).cards.some(({ dossier }) => dossier === place.dossier)
    expect((await cardsOf(coen)).cards.map(({ name }) => name)).toContain('Noor Visser')
    expect((await cardsOf(mo)).cards).toEqual([])
    expect((await cardsOf(vera)).cards).toEqual([])
    await leaveDossierAs(coen, place, { holder: idOf('coordinator'), isInvolved: true })
    expect(await isThere()).toBe(false)
  })

  test('it follows on an earlier one that its reader can read, and takes the reports of one that is joined to it', async () => {
    const reporter = await told(school, ['bullyingCoordinator'])
    const earlier = await openDossierAs(coen, { readers: ['bullyingCoordinator'], reports: [reporter.report] })
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    expect(await put(mo, place, `earlier/${earlier.dossier}`)).toEqual(refused(404, 'dossier-unknown'))
    expect((await put(coen, place, `earlier/${earlier.dossier}`)).status).toBe(204)
    expect((await readDossier(mo, place)).stored.earlier).toEqual([earlier.dossier])
    expect(await put(mo, place, `reports/${reporter.report}`)).toEqual(refused(404, 'report-unknown'))

    const closing = await sealWriting(coen, earlier, draftOf({ kind: 'closed', code: 'duplicate' }))
    expect(await post(mo, earlier, 'joinings', { ...closing, to: place.dossier })).toEqual(
      refused(404, 'dossier-unknown'),
    )
    expect((await post(coen, earlier, 'joinings', { ...closing, to: place.dossier })).status).toBe(201)
    expect((await readDossier(coen, earlier)).stored).toMatchObject({ isOpen: false, joinedTo: place.dossier })
    expect((await readDossier(mo, place)).stored.reports).toEqual([reporter.report])
  })
})
