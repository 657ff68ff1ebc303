import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { databaseAddress, startPostgres } from '../postgres.ts'

/** An empty database on the PostgreSQL of this run, or on one of its own when a file runs alone. */
export async function emptyPostgres(): Promise<{ databaseUrl: string; remove(): Promise<void> }> {
  const running = process.env['TEST_POSTGRES_URL'] ? null : await startPostgres()
  const url = running?.url ?? String(process.env['TEST_POSTGRES_URL'])
  const name = `durability_${randomUUID().replaceAll('-', '')}`
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  await client.unsafe(`create database ${name}`)
  const remove = async () => {
    await client.unsafe(`drop database ${name} with (force)`)
    await client.end()
    await running?.stop()
  }
  return { databaseUrl: databaseAddress(url, name), remove }
}
