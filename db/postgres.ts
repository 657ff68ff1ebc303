import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { casing, type OpenDatabase } from './connect.ts'

/** PostgreSQL 15 or later. The pool opens connections when they are needed. */
export async function connectPostgres(databaseUrl: string): Promise<OpenDatabase> {
  const client = postgres(databaseUrl, {
    max: Number(process.env.DATABASE_POOL ?? 10),
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: 'vijfspoor',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  })
  try {
    await client`select 1`
  } catch (error) {
    await client.end()
    // The address may hold a password, and the driver's message may hold the address.
    throw new Error(`Could not reach the PostgreSQL of DATABASE_URL (${connectionProblem(error)}).`)
  }
  return { db: drizzle(client, { casing }), kind: 'postgres', isNew: false, close: () => client.end({ timeout: 5 }) }
}

function connectionProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^\w+$/.test(code) ? code : 'no answer'
}
