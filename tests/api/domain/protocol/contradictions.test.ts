import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { type Play, play, reader } from '../../../support/protocol/dossier-play.ts'
import { invented } from '../../../support/protocol/invented.ts'

const sam = { record: 'sam' }
const lex = { record: 'lex' }

function opened(): Play {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', 'ordinary')
  dossier.add('mia', 'record-added', 'target', sam)
  dossier.add('mia', 'record-added', 'initiator', lex)
  return dossier
}

const dueOf = (key: string, dossier: Play) =>
  dossier.now().open.find(({ step, record }) => step.key === key && (record === null || record === 'sam'))?.deadline?.by

describe('on one day', () => {
  test('a dossier is not closed twice: which of the two counts would be left to chance', () => {
    const dossier = opened()
    dossier.add('cor', 'closed', 'prank')
    dossier.add('cor', 'reopened', 'closed-by-mistake')
    expect(dossier.ask('cor', 'closed', 'teasing')).toMatchObject({ refusal: 'later-exists' })
    dossier.on('2026-11-03')
    dossier.add('cor', 'closed', 'teasing')
    expect(dossier.now().closing?.code).toBe('teasing')
  })

  test('it happened again, so that it cannot seem over that day; that it goes on can be said', () => {
    const dossier = opened()
    dossier.add('cor', 'closed', 'teasing')
    dossier.add('mia', 'reopened', 'happened-again')
    expect(dossier.ask('mia', 'circumstance', 'calm')).toMatchObject({ refusal: 'later-exists' })
    expect(dossier.ask('mia', 'circumstance', 'goes-on').ok).toBe(true)
    dossier.on('2026-11-03')
    dossier.add('mia', 'circumstance', 'calm')
    expect(dossier.now().state).toBe('aftercare')
  })
})

describe('a moment that was planned', () => {
  test('for a colleague is no double role', () => {
    const dossier = opened()
    dossier.add('mia', 'circumstance', 'calm')
    dossier.add('cor', 'planned', 'n-check-in-target', { ...sam, dueOn: localDate('2026-11-09') })
    expect(dossier.ask('cor', 'step-done', 'n-contact-target', sam).ok).toBe(true)
  })

  test('before it went on again puts nothing off that began anew', () => {
    const dossier = opened()
    dossier.add('mia', 'circumstance', 'calm')
    dossier.add('mia', 'planned', 'n-check-in-target', { ...sam, dueOn: localDate('2027-06-01') })
    expect(dueOf('n-check-in-target', dossier)).toBe('2027-06-01')
    dossier.on('2026-11-05')
    dossier.add('mia', 'circumstance', 'goes-on')
    dossier.on('2026-11-09')
    dossier.add('mia', 'circumstance', 'calm')
    expect(dueOf('n-check-in-target', dossier)).toBe('2026-11-23')
  })

  test('is over once the step was taken on its day or later', () => {
    const dossier = opened()
    dossier.add('mia', 'circumstance', 'calm')
    dossier.add('mia', 'planned', 'n-check-in-target', { ...sam, dueOn: localDate('2026-11-05') })
    dossier.on('2026-11-06')
    dossier.add('mia', 'step-done', 'n-check-in-target', sam)
    expect(dueOf('n-check-in-target', dossier)).toBe('2026-11-20')
  })
})

test('as long as it goes on somebody looks again: that cannot be skipped', () => {
  const dossier = opened()
  dossier.add('mia', 'circumstance', 'goes-on')
  expect(dossier.ask('mia', 'step-skipped', 'look-again')).toMatchObject({ refusal: 'step-required' })
})

test('what was said of a student whose record is taken back opens nothing for somebody else', () => {
  const dossier = opened()
  dossier.add('mia', 'circumstance', 'recurred')
  dossier.add('dirk', 'circumstance', 'no-agreement', lex)
  dossier.add('cor', 'measure', 'anti-bullying-path', lex)
  expect(dossier.openKeys()).toEqual(expect.arrayContaining(['r-director-decides', 'm-path-expectations']))
  const record = dossier.entries.find(({ kind, code }) => kind === 'record-added' && code === 'initiator')
  dossier.add('mia', 'corrected', null, { refersTo: record?.id ?? null })
  expect(dossier.openKeys()).not.toContain('r-director-decides')
  expect(dossier.openKeys()).not.toContain('m-path-expectations')
})

describe('where the rector handles it', () => {
  const handedOver = () => {
    const dossier = play(invented, '2026-11-02', [reader('sja', 'supportCoordinator'), reader('rik', 'director')])
    dossier.add('sja', 'opened', 'verteld')
    dossier.add('sja', 'record-added', 'target', sam)
    dossier.add('sja', 'step-done', 'luister', sam)
    dossier.add('rik', 'step-skipped', 'spreek-aan')
    dossier.add('sja', 'circumstance', 'niet-over')
    dossier.add('rik', 'handed-over', 'director')
    return dossier
  }

  test('it is not asked to be handed to the rector again', () => {
    const dossier = handedOver()
    dossier.on('2026-11-09')
    dossier.add('rik', 'circumstance', 'niet-over')
    expect(dossier.openKeys()).not.toContain('geef-door')
  })

  test('what comes back and had stopped is due a whole term after it began again', () => {
    const dossier = handedOver()
    dossier.add('rik', 'step-done', 'volg')
    dossier.add('sja', 'closed', 'anders')
    dossier.on('2027-01-11')
    dossier.add('sja', 'reopened', 'weer')
    dossier.add('rik', 'step-done', 'luister', sam)
    dossier.add('rik', 'step-skipped', 'spreek-aan')
    dossier.on('2027-01-12')
    dossier.add('rik', 'circumstance', 'niet-over')
    expect(dueOf('volg', dossier)).toBe('2027-02-02')
  })
})
