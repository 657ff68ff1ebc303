import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { casing } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { connectPostgres } from '../../db/postgres.ts'
import { databaseAddress, startPostgres } from './postgres.ts'

type Templates = { kind: 'pglite'; file: string } | { kind: 'postgres'; url: string; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplates: Templates
  }
}

/** Vitest global set-up of the two database projects: migrates one empty database, of which each test file gets a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = project.config.env['TEST_DATABASE']
  const { templates, remove } = kind === 'postgres' ? await postgresTemplate() : await pgliteTemplate()
  project.provide('databaseTemplates', templates)
  return remove
}

async function pgliteTemplate() {
  const folder = mkdtempSync(join(tmpdir(), 'vijfspoor-pglite-'))
  const file = join(folder, 'template.tar')
  const client = await PGlite.create()
  await migrate(drizzle(client, { casing }))
  await writeFile(file, (await client.dumpDataDir('none')).stream())
  await client.close()
  const remove = async () => rmSync(folder, { recursive: true })
  return { templates: { kind: 'pglite', file } satisfies Templates, remove }
}

/** `npm test` starts one server for all stages and names it in TEST_POSTGRES_URL; a single run starts its own. */
async function postgresTemplate() {
  const running = process.env['TEST_POSTGRES_URL'] ? null : await startPostgres()
  const url = running?.url ?? String(process.env['TEST_POSTGRES_URL'])
  const template = `template_${process.pid}`
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  await client.unsafe(`create database ${template}`)
  await client.end()
  const { db, close } = await connectPostgres(databaseAddress(url, template))
  await migrate(db)
  await close()
  const remove = async () => running?.stop()
  return { templates: { kind: 'postgres', url, template } satisfies Templates, remove }
}
