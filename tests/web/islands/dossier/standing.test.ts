import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { Worker } from '../../../../web/islands/dossier/dossier-api.ts'
import { countDue } from '../../../../web/islands/dossier/dossiers-due.ts'
import { missingInWords, titleOf } from '../../../../web/islands/dossier/protocol-in-words.ts'
import { standingOf } from '../../../../web/islands/dossier/standing.ts'
import { hasWords, initialsOf } from '../../../../web/islands/dossier/words-of.ts'
import { choicesOf, kindsNow } from '../../../../web/islands/dossier/write-entry.ts'
import words from '../../../../web/text/nl/team-dossier-refusals.ts'
import { play } from '../../../support/protocol/dossier-play.ts'

const mentor: Worker = { holder: 'mia', name: 'Mia', roles: ['mentor'], isAble: true }
const keeper: Worker = { holder: 'cor', name: 'Cor', roles: ['bullyingCoordinator'], isAble: true }
const protocol = { id: aeres11.id, version: aeres11.version }

/** An ordinary dossier of Tuesday 24 November, as it stands on another day. */
function standing(own: string, today: string, workers: readonly Worker[] = [mentor, keeper]) {
  const dossier = play(aeres11, '2026-11-24')
  dossier.add('mia', 'opened', 'ordinary')
  dossier.add('mia', 'record-added', 'target', { record: 'r1' })
  const facts = { protocol, entries: dossier.entries, workers }
  return standingOf(facts, own, { calendar: [], today: localDate(today), terms: {} })
}

describe('how a dossier stands for one person', () => {
  test('puts on top what somebody has to do, and in the group of its day', () => {
    expect(standing('mia', '2026-11-24')?.mine.map(({ step }) => step.key)).toContain('a1-talk-target')
    expect(standing('mia', '2026-12-24')?.group).toBe('late')
  })

  test('counts each dossier once, by what is most pressing, on the page with reports', () => {
    const rows = (own: string, ...days: string[]) => days.map((day) => ({ standing: standing(own, day) }))
    expect(countDue(rows('mia', '2026-12-24', '2026-12-24', '2026-11-24'))).toMatchObject({ late: 2 })
    expect(countDue(rows('cor', '2026-12-24', '2026-12-24'))).toEqual({ late: 0, today: 0 })
    expect(countDue([{ standing: null }])).toEqual({ late: 0, today: 0 })
  })

  test('leaves to others what is theirs', () => {
    const forKeeper = standing('cor', '2026-12-24')
    expect(forKeeper?.mine.map(({ step }) => step.key)).not.toContain('a1-talk-target')
    expect(forKeeper?.others.map(({ step }) => step.key)).toContain('a1-talk-target')
    expect(forKeeper?.group).toBe('nothing')
  })

  test('asks whoever is there to bring somebody in, where nobody reads along who can do it', () => {
    const alone = standing('cor', '2026-12-24', [keeper])
    expect(alone?.mine.find(({ step }) => step.key === 'a1-talk-target')?.bringIn?.role).toBe('mentor')
    expect(alone?.group).toBe('late')
  })

  test('is unknown under a protocol that the program does not have', () => {
    const facts = { protocol: { id: 'other', version: '1' }, entries: [], workers: [] }
    expect(standingOf(facts, 'mia', { calendar: [], today: localDate('2026-11-24'), terms: {} })).toBeNull()
  })
})

describe('what can be written beside the steps', () => {
  test('is no reopening while it runs, and a measure only with what it lacks', () => {
    const now = standing('mia', '2026-11-24')?.now
    if (!now) throw new Error('not opened')
    expect(kindsNow(now)).not.toContain('reopened')
    const noBlame = choicesOf('measure', now).find(({ key }) => key === 'no-blame')
    expect(noBlame?.isAllowed).toBe(false)
    const lacks = missingInWords(noBlame?.missing ?? [], aeres11, words.missing, () => 'Sara')
    expect(lacks.join(' ')).toContain(titleOf('target-consents', aeres11))
    expect(new Set(lacks).size).toBe(lacks.length)
  })

  test('says from which day something counts that may be there already', () => {
    const later = localDate('2026-11-24')
    const lacks = [{ kind: 'circumstance', key: 'goes-on', record: null, later }] as const
    expect(missingInWords(lacks, aeres11, words.missing, () => 'Sara')).toEqual([
      'dat is vastgelegd over een dag na dinsdag 24 november: Het gaat door',
    ])
  })
})

test('initials say no more than the first letters', () => {
  expect(initialsOf(' Sara de Vries-Bakker ')).toBe('S. d. V. B.')
})

test.each([
  [{ text: ' ' }, false],
  [{ text: '', answers: { p1: ' ' } }, false],
  [{ text: '', answers: { p1: 'ja' } }, true],
  [{ text: '', reason: 'omdat' }, true],
])('%j has words: %s', (said, has) => {
  expect(hasWords(said)).toBe(has)
})
