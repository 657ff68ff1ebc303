import { describe, expect, test } from 'vitest'
import { addMonths, localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { keptDossier } from '../../../../api/domain/retention/kept-dossier.ts'
import { keptKindOf, periodsOf, standardPeriods } from '../../../../api/domain/retention/periods.ts'
import { play } from '../../../support/protocol/dossier-play.ts'

const surroundings = {
  ...{ openedOn: localDate('2026-11-02'), isRead: true, isNeeded: false, warnedOn: null },
  periods: { report: 12, dossier: 24, 'set-aside': 6 },
}

function opened() {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', 'ordinary')
  return dossier
}
const kept = (dossier: ReturnType<typeof play>) => keptDossier(aeres11, dossier.entries, surroundings)

describe('a month later', () => {
  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 24, '2028-12-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-15', 84, '2033-08-15'],
  ])('%s and %i', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to)
  })
})

describe('the period of a dossier', () => {
  test('runs from the day on which its closing was written down', () => {
    const dossier = opened()
    expect(kept(dossier).endsOn).toBeNull()
    dossier.on('2026-12-01')
    dossier.add('cor', 'closed', 'prank', { happenedOn: localDate('2026-11-10') })
    expect(kept(dossier)).toMatchObject({ endsOn: '2027-06-01', lastAddedOn: '2026-12-01', isHeld: false })
  })

  test('is the one that was chosen, whatever the school does later', () => {
    const dossier = opened()
    dossier.add('cor', 'closed', 'teasing', { dueOn: localDate('2027-01-05') })
    expect(kept(dossier).endsOn).toBe('2027-01-05')
  })

  test('is over when it is opened again, and begins at the next closing', () => {
    const dossier = opened()
    dossier.add('cor', 'closed', 'teasing', { dueOn: localDate('2027-01-05') })
    dossier.on('2026-11-20')
    dossier.add('mia', 'reopened', 'happened-again')
    expect(kept(dossier)).toMatchObject({ endsOn: null, lastAddedOn: '2026-11-20' })
    dossier.add('cor', 'closed', 'teasing')
    expect(kept(dossier).endsOn).toBe('2027-05-20')
  })

  test('does not count under a hold, and lifting that is something new', () => {
    const dossier = opened()
    dossier.add('cor', 'closed', 'prank')
    dossier.on('2027-04-01')
    dossier.add('dirk', 'held', null)
    expect(kept(dossier)).toMatchObject({ isHeld: true, lastAddedOn: '2027-04-01' })
    dossier.on('2027-09-01')
    dossier.add('dirk', 'hold-ended', null)
    expect(kept(dossier)).toMatchObject({ isHeld: false, lastAddedOn: '2027-09-01', endsOn: '2027-05-02' })
  })
})

test('what did not end in a solution is set aside, and kept shorter', () => {
  const kinds = aeres11.closings.map(({ key }) => [key, keptKindOf(key, aeres11)])
  expect(Object.fromEntries(kinds)).toMatchObject({ solved: 'dossier', teasing: 'set-aside', duplicate: 'set-aside' })
  expect(standardPeriods['set-aside']).toBeLessThan(standardPeriods.dossier)
})

test('a site has its own periods, else those of the school, else those of any school', () => {
  expect(periodsOf({ report: 3, dossier: null }, { report: 8, dossier: 18 })).toEqual({
    ...{ report: 3, dossier: 18, 'set-aside': standardPeriods['set-aside'] },
  })
})
