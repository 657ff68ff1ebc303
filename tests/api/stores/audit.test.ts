import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditEvent, wholeSchool } from '../../../api/domain/audit.ts'
import { genesisOf, hashOfEvent, writeAudit } from '../../../api/stores/audit.ts'
import { transact } from '../../../api/stores/transact.ts'
import { auditEvents } from '../../../db/schema/index.ts'
import { emptySchool } from '../../support/app.ts'

let school: Awaited<ReturnType<typeof emptySchool>>
beforeAll(async () => {
  school = await emptySchool()
})
afterAll(() => school.close())

const at = new Date('2026-11-24T09:15:00.123Z')
const opened = (site: string, report = 'r-1'): AuditEvent => ({
  ...{ site, account: 'a-1', action: 'opened', subject: 'report', subjectId: report },
})
const write = (event: AuditEvent) => transact(school.deps.db, (tx) => writeAudit(tx, event, at))
const chain = (site: string) =>
  school.deps.db.select().from(auditEvents).where(eq(auditEvents.siteId, site)).orderBy(asc(auditEvents.sequence))

/** Every row follows on the one before, and holds the hash of what it says. */
async function expectWhole(site: string, rows: number): Promise<void> {
  const stored = await chain(site)
  expect(stored.map(({ sequence }) => sequence)).toEqual(Array.from({ length: rows }, (_, index) => index + 1))
  let previousHash = await genesisOf(school.deps.db, site)
  for (const { siteId, accountId: account, detail, ...row } of stored) {
    expect(row.previousHash).toBe(previousHash)
    expect(row.hash).toBe(hashOfEvent({ ...row, site: siteId, account, detail: detail ?? undefined }))
    previousHash = row.hash
  }
}

describe('the chain of a site', () => {
  test('has each row hold the hash of the one before', async () => {
    await write(opened('ede', 'r-1'))
    await write({ ...opened('ede', 'r-1'), action: 'shared', detail: 'confidentialAdviser' })
    await expectWhole('ede', 2)
  })

  test('begins elsewhere than that of another site', async () => {
    await write(opened(wholeSchool))
    const [first] = await chain(wholeSchool)
    expect(first?.previousHash).not.toBe((await chain('ede'))[0]?.previousHash)
  })

  test('has no gap and no fork when many write at once, and none waits for another site', async () => {
    const sites = ['almere', 'barneveld']
    const many = Array.from({ length: 40 }, (_, index) => opened(sites[index % 2] ?? '', `r-${index}`))
    await Promise.all(many.map(write))
    for (const site of sites) await expectWhole(site, 20)
  })

  test('has no row of what did not happen after all', async () => {
    const before = (await chain('ede')).length
    const fail = transact(school.deps.db, async (tx) => {
      await writeAudit(tx, opened('ede'), at)
      throw new Error('changed my mind')
    })
    await expect(fail).rejects.toThrow('changed my mind')
    expect(await chain('ede')).toHaveLength(before)
  })
})

describe('the database refuses', () => {
  test.each([
    ['to change a row', sql`update audit_events set account_id = 'somebody else'`],
    ['to remove a row', sql`delete from audit_events where sequence = 1`],
    ['to empty the table', sql`truncate audit_events`],
  ])('%s', async (_, statement) => {
    await write(opened('ede'))
    const before = await chain('ede')
    await expect(school.deps.db.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('audit events are never changed') },
    })
    expect(await chain('ede')).toEqual(before)
  })
})
