import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { isDossierBody } from '../../../../web/crypto/dossier-body.ts'
import { actionsOf, gistOf, gistSaid, gistTroubles } from '../../../../web/islands/dossier/gist.ts'
import { lineOf } from '../../../../web/islands/dossier/register-lines.ts'
import words from '../../../../web/text/nl/team-dossier-gist.ts'
import { openedEntry } from '../../../support/opened-dossier.ts'
import { ordinaryDay } from '../../../support/school.ts'

const gist = { on: '2026-11-20', form: 'verbal', place: 'corridor', severity: 'serious' }
const noted = (more: Partial<typeof gist> = {}) =>
  openedEntry({ kind: 'note' }, { text: 'Verbaal.', gist: { ...gist, ...more } })

describe('what it was', () => {
  test('is what was written last and not taken back', () => {
    const [first, second] = [noted(), noted({ form: 'online' })]
    expect(gistOf([])).toBeNull()
    expect(gistOf([first, second])?.form).toBe('online')
    const back = openedEntry({ kind: 'corrected', refersTo: second.entry.id }, { text: '' })
    expect(gistOf([first, second, back])?.form).toBe('verbal')
  })

  test('is said in words, and a code of a newer version as it is', () => {
    expect(gistSaid(gist, words)).toBe(
      'Verbaal, op de gang, in de aula of bij de kluisjes. Ernst: hier is het protocol voor nodig.',
    )
    expect(gistSaid({ ...gist, form: 'newer' }, words)).toMatch(/^newer, /)
  })

  test('asks for what is missing, and for a day that has been', () => {
    const empty = { on: '', form: '', place: '', severity: '' }
    expect(gistTroubles(empty, ordinaryDay)).toEqual({
      ...{ on: 'day', form: 'form', place: 'place', severity: 'severity' },
    })
    expect(gistTroubles({ ...gist, on: '2026-11-25' }, ordinaryDay)).toEqual({ on: 'future' })
    expect(gistTroubles(gist, ordinaryDay)).toEqual({})
  })

  test('passes as the body of an entry, and with a day that is none does not', () => {
    const { entry: facts, words: said } = noted()
    const entry = { ...facts, by: 'mo' }
    expect(isDossierBody('entry', { entry, words: said })).toBe(true)
    const wrong = { ...said, gist: { ...gist, on: 'gisteren' } }
    expect(isDossierBody('entry', { entry, words: wrong })).toBe(false)
  })
})

describe('a line of the register', () => {
  const listed = {
    ...{ site: 'ede', dossier: 'one', siteName: 'Ede', openedOn: localDate('2026-11-23') },
    protocol: { id: aeres11.id, version: aeres11.version },
  }
  const step = aeres11.steps[0]

  test('says what was done by the titles of the protocol, each once, and no words of anybody', () => {
    const secret = 'Mila en haar moeder'
    const entries = [
      noted(),
      openedEntry({ kind: 'step-done', code: step?.key ?? '' }, { text: secret }),
      openedEntry({ kind: 'step-done', code: step?.key ?? '' }, { text: secret }),
      openedEntry({ kind: 'closed', code: 'solved' }, { text: secret, reason: secret }),
    ]
    const line = lineOf(listed, { entries }, words)
    expect(line).toMatchObject({ on: '2026-11-20', cells: { site: 'Ede', form: 'Verbaal' } })
    expect(actionsOf(entries, aeres11)).toEqual([step?.title, aeres11.closings[0]?.title])
    expect(JSON.stringify(line)).not.toContain('Mila')
  })

  test('stands on the day of the dossier where nobody wrote what it was', () => {
    expect(lineOf(listed, { entries: [] }, words)).toMatchObject({
      on: '2026-11-23',
      cells: { form: 'niet ingevuld', severity: 'niet ingevuld', action: 'Nog mee bezig' },
    })
  })
})
