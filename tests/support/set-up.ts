import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ServerPlace } from './server.ts'

const setupFile = fileURLToPath(new URL('../../api/setup.ts', import.meta.url))

/** `npm run setup` in a process of its own. @throws with what it printed when it refuses. */
export async function runSetup({ dataDir, databaseUrl, env }: ServerPlace, ...words: readonly string[]) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const place = { DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
  const { stdout } = await promisify(execFile)(process.execPath, [setupFile, ...words], {
    env: { ...inherited, ...place, ...env },
  })
  return { printed: stdout, path: /\/team\/welkom\/#[A-Za-z0-9_-]{43}/.exec(stdout)?.[0] ?? '' }
}
