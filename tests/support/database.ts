import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import postgres from 'postgres'
import { inject } from 'vitest'
import { casing, type Database, type DatabaseKind } from '../../db/connect.ts'
import { connectPostgres } from '../../db/postgres.ts'
import { databaseAddress } from './postgres.ts'

export type FreshDatabase = Readonly<{ db: Database; kind: DatabaseKind; close(): Promise<void> }>

/**
 * A migrated, empty database of its own for the file that asks. TEST_DATABASE says on which of the two; the templates
 * are made once per run by database-templates.ts.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const templates = inject('databaseTemplates')
  return templates.kind === 'postgres' ? freshPostgres(templates) : freshPglite(templates.file)
}

async function freshPglite(file: string): Promise<FreshDatabase> {
  const client = await PGlite.create({ loadDataDir: await openAsBlob(file) })
  return { db: drizzle(client, { casing }), kind: 'pglite', close: () => client.close() }
}

async function freshPostgres({ url, template }: { url: string; template: string }): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name} template ${template}`)
  const { db, kind, close } = await connectPostgres(databaseAddress(url, name))
  const closeAndDrop = async () => {
    await close()
    await administer(url, `drop database ${name} with (force)`)
  }
  return { db, kind, close: closeAndDrop }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await client.unsafe(statement)
  } finally {
    await client.end({ timeout: 1 })
  }
}
