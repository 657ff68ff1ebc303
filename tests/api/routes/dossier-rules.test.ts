import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openDossierCast } from '../../support/dossier-cast.ts'
import {
  involved,
  openDossierAs,
  readDossier,
  sealAddition,
  sealOpening,
  sealWriting,
  writeEntry,
} from '../../support/dossiers.ts'
import { leaveReport, shareWith } from '../../support/handing-on.ts'
import { refused } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

const { school, vera, coen, mo, alma, idOf, mentorAndKeeper, post, begin, auditOfDossier } = await openDossierCast()
afterAll(() => school.close())

describe('opening', () => {
  test('is done whole or not at all, and once', async () => {
    const json = await sealOpening(mo, { readers: mentorAndKeeper(), people: [involved('Sam')] })
    expect((await begin(mo, json)).status).toBe(201)
    expect((await begin(mo, json)).status).toBe(200)
    expect(await begin(coen, { ...json })).toEqual(refused(409, 'dossier-taken'))
    const other = { ...(await sealOpening(mo, { readers: mentorAndKeeper(), people: [involved('Sam')] })), records: [] }
    expect(await begin(mo, other)).toEqual(refused(422, 'grants-wrong'))
    await expect(readDossier(mo, { site: 'ede', dossier: other.dossier })).rejects.toThrow('dossier-unknown')
    expect(await auditOfDossier({ site: 'ede', dossier: json.dossier })).toContainEqual(['dossier', 'begun', null])
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
    expect(await auditOfDossier(place)).toEqual([
      ['dossier', 'begun', null],
      ['dossier', 'opened', null],
      ['dossier', 'changed', 'note'],
    ])
  })

  test('a paper that was made of it is in the log by its kind, each time, and by no words', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    for (const paper of ['note', 'police', 'note'])
      expect((await post(mo, place, 'exports', { paper })).status).toBe(204)
    expect(await post(mo, place, 'exports', { paper: 'Voor oma' })).toEqual(refused(400, 'input-malformed'))
    expect(await post(mo, place, 'exports', {})).toEqual(refused(400, 'input-malformed'))
    expect(await post(vera, place, 'exports', { paper: 'note' })).toEqual(refused(404, 'dossier-unknown'))
    expect(await auditOfDossier(place)).toEqual([
      ['dossier', 'begun', null],
      ['dossier', 'exported', 'note'],
      ['dossier', 'exported', 'police'],
      ['dossier', 'exported', 'note'],
    ])
  })
})
