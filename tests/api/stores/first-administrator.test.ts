import { inArray } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { setUpAdministrator } from '../../../api/stores/first-administrator.ts'
import { findInvitation } from '../../../api/stores/invitations.ts'
import { listStaffAtSites } from '../../../api/stores/staff.ts'
import { transact } from '../../../api/stores/transact.ts'
import { accounts, auditEvents, holders, staffKeys } from '../../../db/schema/index.ts'
import { emptySchool } from '../../support/app.ts'
import { mailOf, schoolOfThisTest } from '../../support/school.ts'

async function newSchool() {
  const { deps, close } = await emptySchool()
  onTestFinished(close)
  const { db, clock } = deps
  const set = (name: string, email: string) =>
    transact(db, (tx) => setUpAdministrator(tx, { name, email }, { now: clock.now(), today: clock.today() }))
  const setUp = async (name: string, email: string) => {
    const done = await set(name, email)
    if (!done.ok) throw new Error(`refused: ${done.others.join()}`)
    return { ...done, invited: await findInvitation(db, done.token, clock.now()) }
  }
  const enrol = (account: string) =>
    db.insert(staffKeys).values({ accountId: account, recipient: 'r', signingKey: 's', box: new Uint8Array(1) })
  return { deps, set, setUp, enrol }
}

test('the first administrator works at every site, unsigned, and has a link', async () => {
  const { deps, setUp } = await newSchool()
  const { invited, isAgain } = await setUp('Noor Jansen', 'noor@school.test')
  expect(isAgain).toBe(false)
  expect(invited).toMatchObject({ kind: 'first', name: 'Noor Jansen', email: 'noor@school.test' })
  const places = await listStaffAtSites(deps.db, invited?.account ?? '', deps.clock.today())
  expect(places.map(({ site }) => site).toSorted()).toEqual(deps.school.sites.map(({ id }) => id).toSorted())
  for (const { roles } of places) expect(roles).toEqual(['systemAdministrator'])
  for (const { certificate } of await deps.db.select().from(holders)) expect(certificate).toBeNull()
  const [event] = await deps.db.select().from(auditEvents)
  expect(event).toMatchObject({ siteId: '-', accountId: '-', action: 'invited', subjectId: invited?.account })
})

test('before the link was used, setting up again gives another and mends a mistyped name or address', async () => {
  const { deps, setUp } = await newSchool()
  const first = await setUp('Noor Jnasen', 'noor@shcool.test')
  const second = await setUp('Noor Jansen', 'noor@school.test')
  expect(second.isAgain).toBe(true)
  expect(second.invited).toMatchObject({ account: first.invited?.account, name: 'Noor Jansen' })
  expect(await findInvitation(deps.db, first.token, deps.clock.now())).toBeNull()
  expect(await deps.db.select().from(accounts)).toMatchObject([{ name: 'Noor Jansen', email: 'noor@school.test' }])
})

test('two who set up at the same moment make one administrator', async () => {
  const { deps, setUp } = await newSchool()
  await Promise.all([setUp('Noor Jansen', 'noor@school.test'), setUp('Noor Jansen', 'noor@school.test')])
  expect(await deps.db.select().from(accounts)).toHaveLength(1)
})

test('nobody becomes administrator beside one who has keys', async () => {
  const { deps, set, setUp, enrol } = await newSchool()
  const { invited } = await setUp('Noor Jansen', 'noor@school.test')
  await enrol(invited?.account ?? '')
  expect(await set('Iemand Anders', 'anders@school.test')).toEqual({ ok: false, others: ['noor@school.test'] })
  expect(await deps.db.select().from(accounts)).toHaveLength(1)
})

test('the only one who can invite people, and lost all keys, is let in anew', async () => {
  const { setUp, enrol } = await newSchool()
  const { invited } = await setUp('Noor Jansen', 'noor@school.test')
  await enrol(invited?.account ?? '')
  const again = await setUp('Noor Jansen', 'noor@school.test')
  expect(again.invited).toMatchObject({ kind: 'anew', account: invited?.account })
})

test('in a school at work nobody who is blocked counts any more', async () => {
  const { deps } = await schoolOfThisTest()
  const set = () =>
    transact(deps.db, (tx) =>
      setUpAdministrator(
        tx,
        { name: 'Nieuw Iemand', email: 'nieuw@school.test' },
        { now: deps.clock.now(), today: deps.clock.today() },
      ),
    )
  const before = await set()
  if (before.ok) throw new Error('somebody could begin a school that was there')
  expect(before.others).toContain(mailOf('beheerder'))
  const isAble = inArray(accounts.email, [...before.others])
  await deps.db.update(accounts).set({ blockedAt: deps.clock.now() }).where(isAble)
  expect(await set()).toMatchObject({ ok: true, isAgain: false })
})
