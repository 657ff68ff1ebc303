import { describe, expect, test } from 'vitest'
import { marksOf } from '../../../../api/domain/dossier/reminder-mark.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { numbersFor } from '../../../../api/domain/protocol/numbers.ts'
import { play, reader, staff } from '../../../support/protocol/dossier-play.ts'

const about = (key: string, dossier: ReturnType<typeof play>) =>
  dossier.now().reminders.filter((one) => 'step' in one.about && one.about.step === key)

describe('a reminder', () => {
  test('of a term that ends in a holiday comes on the last school day before it', () => {
    const dossier = play(aeres11, '2026-12-10')
    dossier.add('mia', 'opened', 'ordinary')
    dossier.add('mia', 'record-added', 'initiator', { record: 'lex' })
    dossier.add('mia', 'circumstance', 'recurred')
    dossier.on('2026-12-16')
    dossier.add('dirk', 'circumstance', 'no-agreement', { record: 'lex' })
    const ofDecision = () => about('r-director-decides', dossier)
    dossier.on('2026-12-17')
    expect(ofDecision()).toEqual([])
    // Five calendar days end on the first Monday of the holiday.
    dossier.on('2026-12-18')
    expect(ofDecision()).toMatchObject([{ kind: 'last-day', by: '2026-12-21', holders: ['dirk'] }])
    dossier.on('2027-01-04')
    expect(ofDecision()[0]).toMatchObject({ kind: 'late', by: '2026-12-21' })
  })

  test('goes to whose step it is, and to who may do it as well only where nobody has it', () => {
    const opened = (readers = staff) => {
      const dossier = play(aeres11, '2026-11-02', readers)
      dossier.add('mia', 'opened', 'digital')
      dossier.on('2026-11-03')
      return about('d-tell-police', dossier)[0] ?? about('d-act-in-class', dossier)[0]
    }
    expect(opened()).toMatchObject({ role: 'mentor', holders: ['mia'] })
    expect(opened([reader('mia', 'contactPerson'), reader('tom', 'teamLeader')])).toMatchObject({ holders: ['tom'] })
  })

  test('is told once for each stage, person and day it is due on', () => {
    const by = '2026-11-05' as const
    const shared = { about: { step: 'a1-talk-target' }, record: 'sam', role: 'mentor', holders: ['mia', 'moos'] }
    const marks = marksOf([
      { ...shared, by: by as never, kind: 'late', level: 0 },
      { ...shared, by: by as never, kind: 'escalated', level: 2 },
      { ...shared, by: by as never, kind: 'late', level: 0, about: { entry: 'e1' } },
    ])
    expect(marks.map(({ about: what, stage, holder }) => `${what}, ${stage}, ${holder}`)).toEqual([
      ...['a1-talk-target sam, late, mia', 'a1-talk-target sam, late, moos'],
      ...['a1-talk-target sam, escalated-2, mia', 'a1-talk-target sam, escalated-2, moos'],
      ...['e1, late, mia', 'e1, late, moos'],
    ])
  })
})

test('the numbers of a school count for dossiers of the version it works by, and for no other', () => {
  const school = { id: 'aeres-vmbo', version: '1.1', terms: { talk: 5 } }
  expect(numbersFor(school, { id: 'aeres-vmbo', version: '1.1' })).toEqual({ talk: 5 })
  expect(numbersFor(school, { id: 'aeres-vmbo', version: '1.0' })).toEqual({})
})
