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

/** A database that is only copied: its bytes, or its name on the server. */
export type Filled = Readonly<{ kind: 'pglite'; bytes: Blob } | { kind: 'postgres'; name: string }>

/**
 * A database of its own for whoever asks: migrated and empty, or a copy of a filled one. TEST_DATABASE says on which of
 * the two; the empty templates are made once per run by database-templates.ts.
 */
export async function freshDatabase(filled?: Filled): Promise<FreshDatabase> {
  const templates = inject('databaseTemplates')
  if (templates.kind === 'pglite')
    return openPglite(filled?.kind === 'pglite' ? filled.bytes : await openAsBlob(templates.file))
  const { url } = templates
  const name = await copyPostgres(url, filled?.kind === 'postgres' ? filled.name : templates.template)
  const { db, kind, close } = await connectPostgres(databaseAddress(url, name))
  const closeAndDrop = async () => {
    await close()
    await administer(url, `drop database ${name} with (force)`)
  }
  return { db, kind, close: closeAndDrop }
}

/** Fills an empty database, to be copied from then on. It goes with the process, or with the server of the run. */
export async function fillDatabase(fill: (db: Database) => Promise<void>): Promise<Filled> {
  const templates = inject('databaseTemplates')
  if (templates.kind === 'pglite') {
    const { db, client, close } = await openPglite(await openAsBlob(templates.file))
    await fill(db)
    const bytes = await client.dumpDataDir('none')
    await close()
    return { kind: 'pglite', bytes }
  }
  const name = await copyPostgres(templates.url, templates.template)
  const { db, close } = await connectPostgres(databaseAddress(templates.url, name))
  await fill(db)
  await close()
  return { kind: 'postgres', name }
}

async function openPglite(bytes: Blob) {
  const client = await PGlite.create({ loadDataDir: bytes })
  return { db: drizzle(client, { casing }), client, kind: 'pglite', close: () => client.close() } as const
}

async function copyPostgres(url: string, template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name} template ${template}`)
  return name
}

async function administer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await client.unsafe(statement)
  } finally {
    await client.end({ timeout: 1 })
  }
}
