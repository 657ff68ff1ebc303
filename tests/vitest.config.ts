import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A test that asks for a database runs on both; one that does not runs once, with the unit tests. */
const databaseFolders = ['tests/api/**/*.test.ts', 'tests/db/**/*.test.ts']
const mayNeedDatabase = globSync(databaseFolders, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
const onBothDatabases = mayNeedDatabase.filter(
  (file) => /^tests\/api\/(routes|stores)\//.test(file) || asksForDatabase(file),
)
const withoutDatabase = mayNeedDatabase.filter((file) => !onBothDatabases.includes(file))

function asksForDatabase(file: string): boolean {
  return /\bfreshDatabase\b|support\/((mail-)?school|server|app)/.test(
    readFileSync(new URL(file, `file://${root}`), 'utf8'),
  )
}

const onDatabase = (kind: 'pglite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: kind,
    include: onBothDatabases,
    env: { TEST_DATABASE: kind },
    globalSetup: 'tests/support/database-templates.ts',
    // Long, because a busy machine is no fault of the program; what is too slow is measured by the bench.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

/** They start and kill whole servers: one at a time, and as long as that takes. The kills are as long as all others. */
const onServers = (name: string, include: string[], exclude: string[]) => ({
  extends: true as const,
  test: { name, include, exclude, fileParallelism: false, testTimeout: 600_000, hookTimeout: 120_000 },
})

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // One process loads the program once for all its files, as a server does for all its requests: nothing in it keeps
    // state between them but by what it is given.
    isolate: false,
    // An empty file, a test that asserts nothing and a rejection nobody awaits are faults, not successes.
    expect: { requireAssertions: true },
    passWithNoTests: false,
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{web,survey,proof}/**/*.test.ts', ...withoutDatabase],
          testTimeout: 60_000,
        },
      },
      onDatabase('pglite'),
      onDatabase('postgres'),
      onServers('kill', ['tests/durability/kill.test.ts'], []),
      onServers('durability', ['tests/durability/**/*.test.ts'], ['tests/durability/kill.test.ts']),
    ],
  },
})
