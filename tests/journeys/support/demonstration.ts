import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseKind } from '../../../db/connect.ts'
import { makePostgresDatabase } from '../../support/postgres-database.ts'
import { type RunningServer, startServer } from '../../support/server.ts'

/** Where global-set-up.ts leaves an embedded database that already holds the demonstration school. */
export const templateVariable = 'VIJFSPOOR_TEST_TEMPLATE'

export type Demonstration = RunningServer & Readonly<{ kind: DatabaseKind; dataDir: string }>

/** The real program with the demonstration school, on a database of its own; `stop` removes all of it. */
export function startDemonstration(kind: DatabaseKind): Promise<Demonstration> {
  return kind === 'postgres' ? onPostgres() : onPglite()
}

/** A folder with an embedded database of its own that holds the demonstration school. */
export function makeDemonstrationFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-journey-'))
  const template = process.env[templateVariable]
  // Making the keys of a whole school takes long: everybody copies what was made once.
  if (template) cpSync(template, dataDir, { recursive: true })
  return dataDir
}

async function onPglite(): Promise<Demonstration> {
  const dataDir = makeDemonstrationFolder()
  return removing(await startServer({ dataDir }), 'pglite', dataDir)
}

async function onPostgres(): Promise<Demonstration> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-journey-'))
  const database = await makePostgresDatabase()
  const server = await startServer({ dataDir, databaseUrl: database.url, env: { DEMO: '1' } })
  return removing(server, 'postgres', dataDir, database.drop)
}

function removing(
  server: RunningServer,
  kind: DatabaseKind,
  dataDir: string,
  after?: () => Promise<void>,
): Demonstration {
  const stop = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
    await after?.()
  }
  return { ...server, kind, dataDir, stop }
}
