import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { cleanUp } from '../../../api/jobs/clean-up.ts'
import {
  accountSessions,
  attachmentChunks,
  drafts,
  signInFailures,
  spentSolutions,
  verifications,
} from '../../../db/schema/index.ts'
import { newReporter, openByCode, submit } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { signInAs } from '../../support/staff.ts'
import { uploadFile } from '../../support/upload.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

/** A draft with one chunk in it, opened on this day and never sent. */
async function leftBehind(day: string) {
  school.standOn(localDate(day))
  const draft = await school.openDraft('ede')
  const reporter = await newReporter(school.api)
  const { id } = await uploadFile(reporter, draft, randomBytes(10))
  school.standOn(ordinaryDay)
  return id
}

const chunksLeft = async () =>
  (await school.deps.db.select().from(attachmentChunks)).map(({ attachmentId }) => attachmentId)

test('what was never sent is erased after two days, and what was sent is kept', async () => {
  const [old, justNow] = [await leftBehind('2026-11-21'), await leftBehind('2026-11-22')]
  school.standOn(localDate('2026-11-20'))
  const reporter = await newReporter(school.api)
  const files = [randomBytes(10)]
  await submit(reporter, { to: ['contactPerson'], story: 'Oud.', files, draft: await school.openDraft('ede') })
  school.standOn(ordinaryDay)
  expect(await chunksLeft()).toContain(old)

  await cleanUp(school.deps.db, ordinaryDay)
  const left = await chunksLeft()
  expect(left).not.toContain(old)
  expect(left).toContain(justNow)
  const { stored } = await openByCode(school.api, reporter.code)
  expect(left).toContain(stored.attachments[0]?.id)
  expect((await school.deps.db.select().from(drafts)).map(({ openedOn }) => openedOn)).toEqual(['2026-11-22'])
})

test('a solution is remembered until it could not be used again anyway', async () => {
  const days = ['2026-11-21', '2026-11-23']
  for (const spentOn of days) {
    await school.deps.db.insert(spentSolutions).values({ solutionHash: randomUUID(), spentOn })
  }
  await cleanUp(school.deps.db, ordinaryDay)
  expect((await school.deps.db.select().from(spentSolutions)).map(({ spentOn }) => spentOn)).toEqual(['2026-11-23'])
})

test('sessions that ended and failures that no longer count are erased', async () => {
  await signInAs(school, 'mentor')
  const { db } = school.deps
  await db.insert(signInFailures).values({ emailHash: 'a', failures: 9, retryAt: new Date('2026-11-20T10:00:00Z') })
  await db.insert(signInFailures).values({ emailHash: 'b', failures: 9, retryAt: new Date('2026-11-24T09:59:00Z') })
  await cleanUp(db, localDate('2026-11-23'))
  expect(await db.select().from(accountSessions)).toHaveLength(1)
  await cleanUp(db, ordinaryDay)
  expect((await db.select().from(signInFailures)).map(({ emailHash }) => emailHash)).toEqual(['b'])
  await cleanUp(db, localDate('2099-01-01'))
  expect(await db.select().from(accountSessions)).toHaveLength(0)
})

test('half-way sign-ins and used codes are erased once they count no more', async () => {
  const { db } = school.deps
  const half = { identifier: 'half-way', value: 'somebody' }
  await db.insert(verifications).values({ id: 'old', ...half, expiresAt: new Date('2026-11-21T23:00:00Z') })
  await db.insert(verifications).values({ id: 'new', ...half, expiresAt: new Date('2026-11-24T10:10:00Z') })
  await cleanUp(db, ordinaryDay)
  expect((await db.select().from(verifications)).map(({ id }) => id)).toEqual(['new'])
})
