import { expect, test } from 'vitest'
import { readMoment, stillPlanned } from '../../../../web/islands/team/next-moment.ts'

const today = '2026-12-10'
const calendar = [{ firstDay: '2026-12-19', lastDay: '2027-01-03', name: 'Kerstvakantie' }] as const
const read = (kind: string, on: string, planned: Parameters<typeof readMoment>[1] = null) =>
  readMoment({ kind, on }, planned, today, calendar)
const refused = (trouble: string) => ({ ok: false, trouble })

test('nothing planned needs no day', () => {
  expect(read('', '')).toEqual({ ok: true, next: null })
  expect(read('', '2026-12-01')).toEqual({ ok: true, next: null })
})

test.each([
  ['', 'missing'],
  ['2026-02-31', 'missing'],
  ['2026-12-09', 'past'],
  ['2026-12-12', 'free'],
  ['2026-12-21', 'free'],
  ['2027-03-29', 'free'],
  ['2027-04-30', 'far'],
])('a talk on “%s” is refused: %s', (on, trouble) => {
  expect(read('talk', on)).toEqual(refused(trouble))
})

test('today and a school day after the holiday can be promised', () => {
  for (const on of [today, '2027-01-05'] as const)
    expect(read('talk', on)).toEqual({ ok: true, next: { on, kind: 'talk' } })
})

test('what was planned may stay when the school has become free on that day', () => {
  const planned = { on: '2026-12-21', kind: 'talk' } as const
  expect(read('talk', planned.on, planned)).toEqual({ ok: true, next: planned })
  expect(read('message', planned.on, planned)).toEqual(refused('free'))
})

test('a plan that is past, or of a kind that is no longer used, is not put in the fields', () => {
  expect(stillPlanned({ on: today, kind: 'talk' }, today)).not.toBeNull()
  expect(stillPlanned({ on: '2026-12-09', kind: 'talk' }, today)).toBeNull()
  expect(stillPlanned({ on: today, kind: 'retired' }, today)).toBeNull()
})
