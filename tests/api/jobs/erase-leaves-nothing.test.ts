import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { sweep } from '../../../api/stores/sweep.ts'
import { rowsOf } from '../../../db/connect.ts'
import { sweeps } from '../../../db/schema/index.ts'
import { answer } from '../../support/colleague.ts'
import { openDossierCast } from '../../support/dossier-cast.ts'
import { involved, openDossierAs, sealErasure, sealWriting, writeEntry } from '../../support/dossiers.ts'
import { eraseOn } from '../../support/erasing.ts'
import { dumpTables } from '../../support/leaks/database-dump.ts'
import { LeakSearch, type Place, type Secret } from '../../support/leaks/search.ts'
import { ordinaryDay } from '../../support/school.ts'
import { sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

const { school, db, coen, idOf, put, post } = await openDossierCast()
afterAll(() => school.close())

/** Every sealed thing of a report or dossier: a piece from the middle of each, as it lies on the disk. */
async function sealedOf(ids: readonly string[]): Promise<Secret[]> {
  const found: Secret[] = []
  const columns = await rowsOf<{ name: string; of: string }>(
    db,
    sql`select c.table_name as name, c.column_name as of from information_schema.columns c
      join information_schema.columns s on s.table_name = c.table_name and s.column_name = 'sealed'
      where c.table_schema = 'public' and c.column_name in ('report_id', 'dossier_id', 'attachment_id') order by 1`,
  )
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  for (const { name, of } of columns) {
    const rows = await rowsOf<{ sealed: Uint8Array }>(
      db,
      sql`select sealed from ${sql.identifier(name)} where ${sql.identifier(of)} in (${list})`,
    )
    for (const [at, { sealed }] of rows.entries())
      found.push({ name: `${name} ${at}`, bytes: Buffer.from(sealed.subarray(300, 348)) })
  }
  return found
}

/** The files of all tables of ours and of what is stored beside them, dead rows included. */
async function tableFiles(): Promise<Place[]> {
  await db.execute(sql`checkpoint`)
  const files = await rowsOf<{ name: string; bytes: Uint8Array }>(
    db,
    sql`select relname as name, pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
      where relkind in ('r', 't', 'i') and relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)
        and pg_relation_filepath(oid) is not null`,
  )
  return files.map(({ name, bytes }) => ({ name: `file of ${name}`, bytes: Buffer.from(bytes) }))
}

const distinct = (leaks: readonly { secret: string }[]) => [...new Set(leaks.map(({ secret }) => secret))].sort()

test('of what was erased nothing is in a row, and after the sweep nothing on the pages of a table', async () => {
  const reporter = await told(school, ['bullyingCoordinator'], { files: [randomBytes(5_000)] })
  await answer(coen, placeOf(reporter), { state: 'closed', text: '', on: ordinaryDay })
  await sendJson(coen.api, 'PUT', `/api/team/reports/ede/${reporter.report}/read`, { sequence: 2 })
  const kept = await told(school, ['bullyingCoordinator'])
  const people = [involved('Sam de Groot')]
  const place = await openDossierAs(coen, {
    readers: ['bullyingCoordinator'],
    keepers: ['bullyingCoordinator'],
    people,
  })
  await writeEntry(coen, place, { kind: 'closed', code: 'prank' }, { text: 'Het bleek niet gebeurd.' })
  await put(coen, place, 'read', { sequence: 99 })

  const files = await rowsOf<{ id: string }>(
    db,
    sql`select id::text as id from attachments where report_id = ${reporter.report}`,
  )
  const ids = [reporter.report, place.dossier, ...files.map(({ id }) => id)]
  const secrets = await sealedOf(ids)
  const search = new LeakSearch([...secrets, ...ids.map((id, at) => ({ name: `id ${at}`, text: id }))])
  const others = new LeakSearch(await sealedOf([kept.report]))
  const names = secrets.map(({ name }) => name.replace(/ \d+$/, ''))
  expect(new Set(names)).toEqual(
    new Set([
      ...['attachment_chunks', 'dossier_cards', 'dossier_entries', 'dossier_grants', 'dossier_records'],
      ...['grants', 'messages', 'reporter_grants'],
    ]),
  )
  // What is looked for is found as long as it is there, so that finding nothing says something.
  expect(distinct(search.find(await tableFiles()))).toEqual(expect.arrayContaining(secrets.map(({ name }) => name)))

  await eraseOn(db, localDate('2028-11-01'))
  await eraseOn(db, localDate('2028-12-20'))
  const dump = (await dumpTables(db)).filter(({ name }) => name !== 'table public.audit_events')
  expect(search.find(dump)).toEqual([])
  expect(distinct(search.find(await tableFiles()))).toEqual(expect.arrayContaining(['dossier_entries 0', 'grants 0']))

  expect(await sweep(db)).toBe(true)
  expect((await db.select().from(sweeps)).map(({ rounds }) => rounds)).toEqual([1, 1])
  const left = search.find(await tableFiles()).filter(({ place: where }) => !where.includes('audit_events'))
  expect(left).toEqual([])
  expect(others.find(await tableFiles())).not.toEqual([])
  await sweep(db)
  expect([await sweep(db), await db.select().from(sweeps)]).toEqual([false, []])
})

test('of one record that was erased on request neither, and the rest of the dossier is still there', async () => {
  const [sam, lex] = [involved('Sam de Groot'), involved('Lex Bos', 'initiator')]
  const readers = ['bullyingCoordinator', idOf('directeur')]
  const place = await openDossierAs(coen, { readers, keepers: ['bullyingCoordinator'], people: [sam, lex] })
  await writeEntry(coen, place, { record: sam.record }, { text: 'Sam vertelde veel.' })
  await writeEntry(coen, place, { kind: 'closed', code: 'teasing' }, { text: 'Speels.' })
  const request = await sealWriting(coen, place, { kind: 'erasure-asked', refersTo: sam.entry }, { text: 'Vraag.' })
  await post(coen, place, 'entries', request)
  const whole = await sealedOf([place.dossier])
  const isOfSam = sql`dossier_id = ${place.dossier} and record_id = ${sam.record}`
  const rows = await rowsOf<{ sealed: Uint8Array }>(
    db,
    sql`select sealed from dossier_entries where ${isOfSam} union all select sealed from dossier_cards where ${isOfSam}
      union all select sealed from dossier_records where dossier_id = ${place.dossier} and id = ${sam.record}`,
  )
  const pieces = rows.map(({ sealed }, at) => ({ name: `Sam ${at}`, bytes: Buffer.from(sealed.subarray(300, 348)) }))
  expect(pieces).toHaveLength(4)
  const search = new LeakSearch(pieces)
  expect(distinct(search.find(await tableFiles()))).toHaveLength(4)

  const dirk = await colleague(school, 'directeur')
  expect(
    (await post(dirk, place, 'entries', await sealErasure(dirk, place, request.entry.id, sam.record))).status,
  ).toBe(201)
  expect(search.find(await dumpTables(db))).toEqual([])
  await sweep(db)
  expect(search.find(await tableFiles())).toEqual([])
  expect(distinct(new LeakSearch(whole).find(await tableFiles()))).toHaveLength(whole.length - 4)
})
