import { randomFillSync } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../api/domain/local-date.ts'
import { fillSchool } from '../../db/fill-school.ts'
import { instance, siteHolidays, sites } from '../../db/schema/index.ts'
import { readSchoolConfig } from '../../db/school-config.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const school = readSchoolConfig('school.json')
const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
const today = localDate('2026-11-24')
const fill = (opened: FreshDatabase, change: Partial<Parameters<typeof fillSchool>[1]> = {}) =>
  fillSchool(opened.db, { school, today, random, ...change })

describe('a database that the school was filled into', () => {
  let opened: FreshDatabase
  beforeAll(async () => {
    opened = await freshDatabase()
    await Promise.all([fill(opened), fill(opened), fill(opened)])
  })
  afterAll(() => opened.close())

  test('has one instance, however many processes started at once', async () => {
    const rows = await opened.db.select().from(instance)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ slug: 'aeres-vmbo', createdOn: today })
  })

  test('has a salt and a secret of 32 random bytes that later starts keep', async () => {
    const first = await fill(opened)
    const second = await fill(opened, { today: localDate('2027-01-11') })
    expect(second).toEqual(first)
    expect(Buffer.from(first.salt, 'base64url')).toHaveLength(32)
    expect(Buffer.from(first.secret, 'base64url')).toHaveLength(32)
    expect(first.salt).not.toBe(first.secret)
  })

  test('has the sites of the configuration, in its order, without keys', async () => {
    const rows = await opened.db.select().from(sites).orderBy(sites.position)
    expect(rows.map(({ id }) => id)).toEqual(school.sites.map(({ id }) => id))
    expect(rows.every(({ siteKey }) => siteKey === null)).toBe(true)
    expect(rows.find(({ id }) => id === 'velp')).toMatchObject({ name: 'Velp', region: 'zuid', schoolTypes: ['vmbo'] })
  })

  test('follows a change of the configuration and keeps the site key', async () => {
    await opened.db.update(sites).set({ siteKey: 'a key' }).where(eq(sites.id, 'ede'))
    const changed = school.sites.map((site) => (site.id === 'ede' ? { ...site, phone: '0318 000 000' } : site))
    await fill(opened, { school: { ...school, sites: changed } })
    const [ede] = await opened.db.select().from(sites).where(eq(sites.id, 'ede'))
    expect(ede).toMatchObject({ phone: '0318 000 000', siteKey: 'a key' })
  })

  test('does not put back a day off that the school took out', async () => {
    const autumn = and(eq(siteHolidays.siteId, 'sneek'), eq(siteHolidays.firstDay, '2026-10-10'))
    await opened.db.delete(siteHolidays).where(autumn)
    await fill(opened)
    expect(await opened.db.select().from(siteHolidays).where(autumn)).toEqual([])
  })

  test('gets the holidays that come after the last one it has', async () => {
    const may = and(eq(siteHolidays.siteId, 'sneek'), eq(siteHolidays.firstDay, '2028-07-15'))
    await opened.db.delete(siteHolidays).where(may)
    await fill(opened)
    expect(await opened.db.select().from(siteHolidays).where(may)).toHaveLength(1)
  })

  test('refuses the configuration of another school', async () => {
    await expect(fill(opened, { school: { ...school, slug: 'elders' } })).rejects.toThrow('belongs to the school')
  })
})

test('a secret from the environment is used and never stored', async () => {
  const opened = await freshDatabase()
  const authSecret = 'a secret of more than thirty-two characters'
  expect((await fill(opened, { authSecret })).secret).toBe(authSecret)
  expect((await opened.db.select().from(instance))[0]?.secret).toBeNull()
  await expect(fill(opened)).rejects.toThrow('AUTH_SECRET')
  await opened.close()
})
