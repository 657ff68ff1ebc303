import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainColumns, plainColumnsPage } from '../../db/plain-columns.ts'
import { accounts, staffKeys } from '../../db/schema/index.ts'
import { storedSizes } from '../../web/crypto/sealed-shape.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { assertSealed, type Column, listColumns } from '../support/sealed.ts'

let opened: FreshDatabase
let columns: readonly Column[]
beforeAll(async () => {
  opened = await freshDatabase()
  columns = await listColumns(opened.db)
}, 60_000)
afterAll(() => opened.close())

const named = (list: readonly Pick<Column, 'table' | 'column'>[]) =>
  list.map(({ table, column }) => `${table}.${column}`).sort()

test('every column that is not bytea has a reason to be in plain text, and no reason is left over', () => {
  const argued = Object.entries(plainColumns).flatMap(([table, reasons]) =>
    Object.keys(reasons).map((column) => ({ table, column })),
  )
  expect(named(argued)).toEqual(named(columns.filter(({ type }) => type !== 'bytea')))
})

test('every reason says something', () => {
  for (const reason of Object.values(plainColumns).flatMap(Object.values)) expect(reason).toMatch(/^\S.*\.$/)
})

test('no column can hold more than one thing: what is in jsonb nobody could argue for', () => {
  expect(columns.filter(({ type }) => /json|xml|hstore/.test(type))).toEqual([])
})

test('what a reporter did has a day and never a time', () => {
  const reporterTables =
    /^(reports|report_access|grants|reporter_grants|messages|attachments|attachment_chunks|drafts|spent_solutions)$/
  const times = columns.filter(({ table, type }) => reporterTables.test(table) && /time/.test(type))
  expect(named(times)).toEqual([])
})

test('the page for administrators is up to date', () => {
  expect(readFileSync(new URL('../../docs/plain-text.md', import.meta.url), 'utf8')).toBe(plainColumnsPage())
})

test('a stored value that is not an age file does not pass', async () => {
  const account = { id: randomUUID(), name: 'Vera Visser', email: 'vera@school.test' }
  await opened.db.insert(accounts).values(account)
  const box = new Uint8Array(storedSizes[0] ?? 0)
  await opened.db.insert(staffKeys).values({ accountId: account.id, recipient: 'r', signingKey: 's', box })
  await expect(assertSealed(opened.db)).rejects.toThrow('staff_keys.box')
})
