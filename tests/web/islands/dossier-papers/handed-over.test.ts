import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { asHtml, asText, handedOver, recordParts } from '../../../../web/islands/dossier-papers/handed-over.ts'
import { othersIn } from '../../../../web/islands/dossier-papers/involved-names.ts'
import { recordFacts } from '../../../../web/islands/dossier-papers/record-facts.ts'
import papers from '../../../../web/text/nl/team-dossier-papers.ts'
import dossiers from '../../../../web/text/nl/team-dossiers.ts'
import { openedDossier, openedEntry, openedRecord } from '../../../support/opened-dossier.ts'

const words = papers.handingOver
const sara = openedRecord('Sara de Vries', 'target')
const daan = openedRecord('Daan Bakker', 'initiator')
const noor = openedRecord('Noor Smit', 'bystander')
const taken = '0f8fad5b-d9cb-469f-a165-70867728950e'
const opened = openedDossier(
  [daan, sara, noor],
  [
    openedEntry(
      { kind: 'agreement', record: sara.record, happenedOn: localDate('2026-11-20') },
      { text: 'Een dag <thuis>.' },
    ),
    openedEntry({ record: daan.record }, { text: 'Van Daan alleen.' }),
    openedEntry(
      { kind: 'step-done', code: 'c4-talk-target', record: sara.record },
      { text: '', answers: { p1: 'Bang.' }, withWhom: ['Noor'] },
    ),
    openedEntry({ id: taken, record: sara.record }, { text: 'Fout.' }),
    openedEntry({ kind: 'corrected', refersTo: taken, record: sara.record }, { text: '', reason: 'Anders.' }),
    openedEntry({ record: null }, { text: 'De klas.' }, 'Coen Kok'),
  ],
)
const parts = recordParts(opened, sara.record, aeres11, { paper: words.paper, dossiers })
const others = othersIn(opened, sara.record, words.labels)
const self = { id: sara.record, name: 'Sara de Vries', label: 'Sara de Vries' }

describe('what may go along with the record of one person', () => {
  test('is what is about that person and what is common, the oldest first, and never what is another’s', () => {
    expect(parts.map(({ text }) => text)).toEqual([
      'Een dag <thuis>.\nVastgelegd door Mo Meijer.',
      expect.stringMatching(/^Met Noor\.\n.*: Bang\.\nVastgelegd door Mo Meijer\.$/s),
      'Fout.\nVastgelegd door Mo Meijer.',
      'De klas.\nVastgelegd door Coen Kok.',
    ])
    expect(parts.map(({ isOwn, isTakenBack }) => [isOwn, isTakenBack])).toEqual([
      [true, false],
      [true, false],
      [true, true],
      [false, false],
    ])
  })
})

test('others are told apart by number and letter, parents by their child', () => {
  expect(others.map(({ name, label }) => [name, label])).toEqual([
    ['Daan Bakker', 'leerling 1'],
    ['Karin Bakker', 'ouder van leerling 1'],
    ['Noor Smit', 'leerling 2'],
    ['Karin Smit', 'ouder van leerling 2'],
    ['Karin de Vries', 'een van de ouders'],
    ['Mo Meijer', 'medewerker A'],
    ['Coen Kok', 'medewerker B'],
  ])
})

describe('the paper', () => {
  const facts = (purpose: 'police' | 'own-record') =>
    recordFacts(
      {
        ...{ stored: { siteName: 'Ede', today: localDate('2026-11-29') }, protocol: aeres11 },
        ...{ reason: 'Om wat Daan deed', purpose, record: sara },
      },
      words,
    )
  const make = (said: string, shown: typeof others = []) =>
    handedOver(
      { name: self.name, facts: facts('police'), parts: parts.map((part) => ({ ...part, text: said })) },
      { shown: [self, ...shown], hidden: others.filter((one) => !shown.includes(one)) },
      words.paper,
    )

  test('never holds a name that was not ticked, however it is bent, as text or as a page', () => {
    const name = fc.constantFrom(
      'Daan',
      'DAANS',
      'Bakker’s',
      'Noor Smit',
      'smits',
      'N. Smit',
      'Mo Meijer',
      'Kok',
      'Sara',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, fc.constantFrom('zei', 'dat', '\n', '<b>'))),
        fc.subarray([...others]),
        (said, shown) => {
          const paper = make(said.join(' '), shown)
          const gone = others.filter((one) => !shown.includes(one)).map((one) => one.name.split(' ').at(-1) ?? '')
          const kept = shown.map((one) => one.name.split(' ').at(-1) ?? '')
          for (const last of gone.filter((one) => one !== 'Vries' && !kept.includes(one)))
            for (const made of [asText(paper), asHtml(paper)])
              expect(made.toLowerCase()).not.toMatch(new RegExp(`\\b${last.toLowerCase()}s?\\b`))
        },
      ),
    )
  })

  test('says for whom and why, with the names in the reason replaced', () => {
    expect(asText(make('x'))).toContain(
      'Voor wie: De politie\r\nWaarom: Om wat leerling 1 deed\r\nOver wie: Sara de Vries',
    )
    expect(asText(make('x'))).toContain('20 november 2026: Afspraak\r\nx')
    expect(asText(make('x'))).toContain('(teruggenomen)')
  })

  test('tells how parents are reached to nobody but the family', () => {
    expect(facts('police').find(({ label }) => label === 'Ouders')?.value).toBe('')
    expect(facts('own-record').find(({ label }) => label === 'Ouders')?.value).toBe('Karin de Vries 06 00 00 00 00')
  })

  test('runs nothing that somebody typed', () => {
    const html = asHtml(make('<script>alert("1")</script> & \'2\''))
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;2&#39;')
    expect(html).not.toMatch(/<script|https?:/)
  })
})
