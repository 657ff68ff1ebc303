import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { filesUnder } from './leaks/database-dump.ts'
import type { Place } from './leaks/search.ts'
import { databaseAddress, startPostgres } from './postgres.ts'

export type PostgresDatabase = Readonly<{
  url: string
  /** What the server keeps of it on the disk: its tables, and the write-ahead log since it was made. */
  rawFiles(): Promise<Place[]>
  drop(): Promise<void>
}>

/** An empty database on the PostgreSQL of this run (TEST_POSTGRES_URL), or on one started for it alone. */
export async function makePostgresDatabase(): Promise<PostgresDatabase> {
  const own = process.env['TEST_POSTGRES_URL'] ? null : await startPostgres()
  const serverUrl = own?.url ?? String(process.env['TEST_POSTGRES_URL'])
  const name = `made_${randomUUID().replaceAll('-', '')}`
  const madeAt = Date.now()
  await onServer(serverUrl, (client) => client.unsafe(`create database ${name}`))
  const rawFiles = () =>
    onServer(serverUrl, async (client) => {
      await client`checkpoint`
      const [row] = await client`
        select oid::text as oid, current_setting('data_directory') as directory from pg_database where datname = ${name}`
      const directory = String(row?.['directory'])
      const isRecent = ({ name: file }: Place) => statSync(join(directory, 'pg_wal', file.slice(5))).mtimeMs >= madeAt
      const log = [...filesUnder(join(directory, 'pg_wal'))].filter(isRecent)
      return [...filesUnder(join(directory, 'base', String(row?.['oid']))), ...log]
    })
  const drop = async () => {
    await onServer(serverUrl, (client) => client.unsafe(`drop database if exists ${name} with (force)`))
    await own?.stop()
  }
  return { url: databaseAddress(serverUrl, name), rawFiles, drop }
}

async function onServer<Result>(url: string, act: (client: postgres.Sql) => PromiseLike<Result>): Promise<Result> {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await act(client)
  } finally {
    await client.end({ timeout: 1 })
  }
}
