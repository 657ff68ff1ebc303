import { execFile } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeSchool } from '../../../api/domain/audit.ts'
import { localDate } from '../../../api/domain/local-date.ts'
import { writeAudit } from '../../../api/stores/audit.ts'
import { type Database, openDatabase } from '../../../db/connect.ts'
import { fillSchool } from '../../../db/fill-school.ts'
import { migrate } from '../../../db/migrate.ts'
import { readSchoolConfig } from '../../../db/school-config.ts'
import { makePostgresDatabase, type PostgresDatabase } from '../../support/postgres-database.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-audit-'))
let database: PostgresDatabase | null = null

/** The embedded database has one user at a time, so the test lets go before the command looks. */
async function onDatabase(work: (db: Database) => Promise<unknown>): Promise<void> {
  const { db, close } = await openDatabase({ dataDir, databaseUrl: database?.url })
  try {
    await work(db)
  } finally {
    await close()
  }
}

type Verified = Readonly<{ code: number; said: string }>

const verify = (...expected: string[]): Promise<Verified> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _, ...inherited } = process.env
    const env = { ...inherited, DATA_DIR: dataDir, ...(database && { DATABASE_URL: database.url }) }
    const given = expected.flatMap((head) => ['--expect', head])
    execFile(process.execPath, ['api/audit-verify.ts', ...given], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })

/** As somebody with the whole database in hand, who knows about the trigger. */
const tamper = (statement: SQL) =>
  onDatabase((db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`alter table audit_events disable trigger all`)
      await tx.execute(statement)
      await tx.execute(sql`alter table audit_events enable trigger all`)
    }),
  )

const head = (site: string, { said }: Verified): string =>
  new RegExp(`Head: (${site}=[0-9a-f]{64})$`, 'm').exec(said)?.[1] ?? ''

beforeAll(async () => {
  database = process.env['TEST_DATABASE'] === 'postgres' ? await makePostgresDatabase() : null
  await onDatabase(async (db) => {
    await migrate(db)
    const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
    await fillSchool(db, { school: readSchoolConfig('school.json'), today: localDate('2026-11-24'), random })
    for (const [index, site] of ['ede', 'ede', 'ede', 'velp', wholeSchool].entries()) {
      const event = { site, account: 'a-1', action: 'opened', subject: 'report', subjectId: `r-${index}` } as const
      await db.transaction((tx) => writeAudit(tx, event, new Date('2026-11-24T09:00:00Z')))
    }
  })
})
afterAll(async () => {
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('npm run audit:verify', () => {
  test('finds chains whole, cut off and changed', async () => {
    const whole = await verify()
    expect(whole.code).toBe(0)
    expect(whole.said).toContain('ede: 3 rows, whole.')
    expect(whole.said).toContain('velp: 1 rows, whole.')
    expect(whole.said).toContain('the whole school: 1 rows, whole.')
    const kept = head('ede', whole)
    expect(await verify(kept, head('velp', whole))).toMatchObject({ code: 0 })

    await tamper(sql`delete from audit_events where site_id = 'ede' and sequence = 3`)
    const cut = await verify()
    expect(cut).toMatchObject({ code: 0, said: expect.stringContaining('ede: 2 rows, whole.') })
    const missed = await verify(kept)
    expect(missed).toMatchObject({ code: 1, said: expect.stringContaining('Its end was cut off or replaced.') })

    await tamper(sql`update audit_events set account_id = 'a-2' where site_id = 'ede' and sequence = 2`)
    const changed = await verify()
    expect(changed.code).toBe(1)
    expect(changed.said).toContain('ede: row 2 does not fit on the 1 before it.')
    expect(changed.said).toContain('velp: 1 rows, whole.')
  })

  test('says what is wrong with a head that is none', async () => {
    const answer = await verify('ede=123')
    expect(answer).toMatchObject({ code: 2, said: expect.stringContaining('a head has 64 digits') })
  })
})
