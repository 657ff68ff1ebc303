import { expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { schoolYearOf } from '../../../api/domain/school-year.ts'
import type { PlanItem } from '../../../api/domain/year-plan/plan.ts'
import { addMissing, saveItem } from '../../../api/stores/year-plans.ts'
import { toDo, useMailSchool } from '../../support/mail-school.ts'

const post = useMailSchool()
const day = localDate

const item = (id: string, owner: PlanItem['owner'], more: Partial<PlanItem> = {}): PlanItem => ({
  ...{ id, section: null, asks: null, position: 0, version: 1, title: id, owner },
  ...{ startsOn: null, dueOn: day('2026-12-11'), doneOn: null, evidence: null, leftOut: null, ...more },
})

test('an item of the yearly plan is told a week of school before its day and once it is late, and not when done', async () => {
  const { db } = post.school().deps
  // What keys ask of everybody in this small school is told once, and not what this is about.
  await post.sent()
  const key = { site: 'ede', year: schoolYearOf(day('2026-12-11')) }
  const ofMentor = item('for-mentor', { role: 'mentor' })
  await addMissing(db, key, [
    ...[ofMentor, item('for-director', { role: 'director' }), item('also-for-director', { role: 'director' })],
    item('done', { role: 'director' }, { doneOn: day('2026-11-20'), dueOn: day('2026-12-10') }),
  ])
  const on = async (text: string) => {
    post.school().standOn(day(text))
    return post.sent()
  }
  expect(await on('2026-12-03')).toEqual([])
  // The mentor cannot open the plan, so the coordinator hears of what the mentor has to do.
  expect(await on('2026-12-04')).toEqual(toDo('directeur', 'coordinator'))
  expect(await on('2026-12-07')).toEqual([])
  await saveItem(db, key, ofMentor, { ...ofMentor, doneOn: day('2026-12-07') })
  expect(await on('2026-12-14')).toEqual(toDo('directeur'))
  expect(await on('2026-12-15')).toEqual([])
})
