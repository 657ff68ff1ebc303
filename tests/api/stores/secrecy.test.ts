import { getTableName, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../db/connect.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { deriveSiteKeys } from '../../../web/crypto/site-keys.ts'
import { answer, type Colleague, openKeys } from '../../support/colleague.ts'
import { newReporter, type Reporter, submit } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { colleague, signInAs } from '../../support/staff.ts'
import { tables } from '../../support/table-counts.ts'
import { writeBack } from '../../support/writing.ts'

let school: School
let reporter: Reporter
beforeAll(async () => {
  school = await openSchool()
  reporter = await newReporter(school.api)
  await submit(reporter, {
    ...{ to: ['confidentialAdviser'], story: 'Alleen voor Vera en Victor.', files: [Buffer.from('een foto')] },
    draft: await school.openDraft('ede'),
  })
  const vera = await colleague(school, 'vertrouwenspersoon')
  await answer(vera, { site: 'ede', report: reporter.report }, { text: 'Ik lees mee.', on: ordinaryDay })
  await writeBack(reporter, 'Fijn.')
})
afterAll(() => school.close())

/** Every bytea in the whole database, as somebody with a copy of it has them. */
async function everythingSealed(): Promise<{ table: string; column: string; sealed: Uint8Array }[]> {
  const columns = tables.flatMap((table) =>
    getTableConfig(table)
      .columns.filter((column) => column.getSQLType() === 'bytea')
      .map((column) => ({ table, column })),
  )
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const rows = await rowsOf<{ sealed: Uint8Array }>(
        school.deps.db,
        sql`select ${column} as sealed from ${table} where ${column} is not null`,
      )
      return rows.map(({ sealed }) => ({
        table: getTableName(table),
        column: column.name,
        sealed: new Uint8Array(sealed),
      }))
    }),
  )
  return found.flat()
}

/** What opens with any key this person has or can get: the password's, their own, and those of their functions. */
async function opens(who: string) {
  const signedIn = await signInAs(school, who)
  const person: Colleague = await openKeys(signedIn)
  return opensWith([signedIn.unlockIdentity, ...[...(person.places.get('ede')?.identities.values() ?? [])].flat()])
}

async function opensWith(keys: readonly string[]) {
  const opened: Record<string, number> = {}
  for (const { table, column, sealed } of await everythingSealed()) {
    for (const key of keys) {
      const isOpen = await open(sealed, key).then(
        () => true,
        () => false,
      )
      if (isOpen) opened[`${table}.${column}`] = (opened[`${table}.${column}`] ?? 0) + 1
    }
  }
  return opened
}

describe('with the whole database and every key of their own', () => {
  test('the systeembeheerder opens nothing but their own box', async () => {
    expect(await opens('beheerder')).toEqual({ 'staff_keys.box': 1 })
  })

  test('the directeur opens nothing but their own box and the key of the site', async () => {
    expect(await opens('directeur')).toEqual({ 'staff_keys.box': 1, 'site_key_shares.sealed': 1 })
  })

  test('the sheet from the safe opens the copies of two functions, and nothing of the vertrouwenspersoon', async () => {
    const { escrow } = await deriveSiteKeys(school.site.sheet)
    expect(await opensWith([escrow.identity])).toEqual({ 'function_keys.escrow': 2 })
  })

  test('the coordinator opens nothing but their own box and the key of their function', async () => {
    expect(await opens('coordinator')).toEqual({ 'staff_keys.box': 1, 'function_key_shares.sealed': 1 })
  })

  test('the vertrouwenspersoon opens the grant of the report: the test can see it when something opens', async () => {
    expect(await opens('vertrouwenspersoon')).toEqual({
      ...{ 'staff_keys.box': 1, 'function_key_shares.sealed': 1 },
      'grants.sealed': 1,
    })
  })

  test('there is something of every kind to try', async () => {
    const kinds = new Set((await everythingSealed()).map(({ table, column }) => `${table}.${column}`))
    expect([...kinds].sort()).toEqual([
      'attachment_chunks.sealed',
      'function_key_shares.sealed',
      'function_keys.escrow',
      'grants.sealed',
      'messages.sealed',
      'reporter_grants.sealed',
      'site_key_shares.sealed',
      'staff_keys.box',
    ])
  })
})

test('nothing that was told, no code and no password stands anywhere in the database', async () => {
  const secrets = ['Alleen voor Vera', 'een foto', 'Ik lees mee', 'Fijn.', reporter.code, 'geheim-genoeg']
  for (const table of tables) {
    const rows = await rowsOf<{ row: string }>(school.deps.db, sql`select ${table}::text as row from ${table}`)
    const text = rows.map(({ row }) => row).join('\n')
    for (const secret of secrets) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret).toString('hex'))
    }
  }
})

test('of what a reporter did only days are kept, no moment', async () => {
  const reporterTables = new Set(['reports', 'report_access', 'reporter_grants', 'grants', 'messages'])
  for (const name of ['attachments', 'attachment_chunks', 'drafts', 'spent_solutions']) reporterTables.add(name)
  const found = tables.filter((table) => reporterTables.has(getTableName(table)))
  expect(found).toHaveLength(reporterTables.size)
  for (const table of found) {
    const types = getTableConfig(table).columns.map((column) => column.getSQLType())
    expect(types.filter((type) => type.startsWith('time'))).toEqual([])
  }
})

test('no account and no person is tied to a report that is for a function', async () => {
  const { staff } = school.site
  const people = staff.flatMap(({ holder, keys, name }) => [holder, keys.account, name])
  for (const name of ['reports', 'report_access', 'reporter_grants', 'grants', 'messages', 'attachments']) {
    const table = tables.find((candidate) => getTableName(candidate) === name) ?? expect.fail(name)
    const rows = await rowsOf<{ row: string }>(school.deps.db, sql`select ${table}::text as row from ${table}`)
    expect(rows).not.toHaveLength(0)
    for (const person of people) expect(rows.map(({ row }) => row).join()).not.toContain(person)
  }
})
