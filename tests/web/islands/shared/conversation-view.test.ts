import { describe, expect, test } from 'vitest'
import type { Entry, EntryOf, Warning } from '../../../../web/crypto/conversation.ts'
import type { Header } from '../../../../web/crypto/header.ts'
import { newToReporter, showEntries, warningSentences } from '../../../../web/islands/shared/conversation-view.ts'
import text from '../../../../web/text/nl/conversation.ts'

const adviser = { kind: 'staff', holder: 'anna', key: 'k' } as const
const reporter = { kind: 'reporter' } as const

function entry(
  author: Header['author'],
  number: number,
  content: Pick<Entry, 'purpose' | 'body'>,
  seen: Header['seen'] = {},
): Entry {
  const { purpose, body } = content
  const header = { v: 1, site: 'ede', report: 'r', epoch: 1, number, author, purpose, on: '2026-11-23', seen }
  const isFromReporter = author.kind === 'reporter'
  const whose = { authorName: isFromReporter ? null : 'Anna', isFromReporter, sequence: number, id: `${number}` }
  return { ...whose, purpose, header, body } as Entry
}

const says = (words: string) => ({ purpose: 'message', body: { text: words, attachments: [] } }) as const
const view = { words: text.view, states: text.status.states, viewer: 'reporter' }

describe('what is new to the reporter', () => {
  const told = entry(reporter, 1, says('Help.'))
  const first = entry(adviser, 1, says('Ja?'))
  const second = entry(adviser, 2, says('Ben je er nog?'))
  const newOf = (entries: Entry[]) => entries.filter(newToReporter(entries)).map(({ header }) => header.number)

  test('is everything, when nothing was written since the report', () => {
    expect(newOf([told, first, second])).toEqual([1, 2])
  })

  test('is what came after the reporter last wrote', () => {
    expect(newOf([told, first, entry(reporter, 2, says('Ja.'), { anna: 1 }), second])).toEqual([2])
  })

  test('is also what came in while the reporter was writing and had not seen', () => {
    expect(newOf([told, first, second, entry(reporter, 2, says('Ja.'), { anna: 1 })])).toEqual([2])
  })
})

describe('an entry', () => {
  const shownOf = (one: Entry) => showEntries([one], { ...view, isNew: () => true })[0]

  test('of the reporter is never new, and says whose it is in words', () => {
    expect(shownOf(entry(reporter, 2, says('Ja.')))).toMatchObject({
      author: 'Jij',
      isOwn: true,
      isNew: false,
      text: 'Ja.',
    })
  })

  test('that changes the status says so in a sentence', () => {
    const status = entry(adviser, 1, { purpose: 'status', body: { state: 'inProgress' } })
    expect(shownOf(status)).toMatchObject({ isNew: true, event: 'Anna veranderde de status in: Mee bezig.', text: '' })
  })

  test('that plans something, changes it or takes it away says just that', () => {
    const sets = (number: number, body: object) =>
      entry(adviser, number, { purpose: 'status', body } as EntryOf<'status'>)
    const on = (day: string, kind = 'talk') => ({ state: 'inProgress', next: { on: day, kind } })
    const told = [sets(1, on('2026-12-03')), sets(2, on('2027-01-07', 'retired')), sets(3, { state: 'inProgress' })]
    const events = showEntries(told, { ...view, isNew: () => true }).map(({ event }) => event)
    expect(events).toEqual([
      'Anna veranderde de status in: Mee bezig. Anna liet weten wat er hierna komt: praten met jou, op donderdag 3 december.',
      'Anna liet weten wat er hierna komt: iets anders, op donderdag 7 januari 2027.',
      'Anna haalde weg wat er gepland was.',
    ])
  })

  test('that comes after a planned day says nothing of it', () => {
    const sets = (body: object) => entry(adviser, 1, { purpose: 'status', body } as EntryOf<'status'>)
    const told = [sets({ state: 'read', next: { on: '2026-11-20', kind: 'talk' } }), sets({ state: 'closed' })]
    expect(showEntries(told, { ...view, isNew: () => true })[1]?.event).toBe(
      'Anna veranderde de status in: Afgesloten.',
    )
  })

  test('that says how it goes keeps the words that came with it', () => {
    const body = { going: 'notWell', text: 'Vandaag weer.', attachments: [] } as const
    expect(shownOf(entry(reporter, 2, { purpose: 'checkIn', body }))).toMatchObject({
      event: 'Het gaat niet goed.',
      text: 'Vandaag weer.',
    })
  })
})

test('each kind of trouble is told once, the worst first', () => {
  const about = { sequence: 2, id: 'x', epoch: 1 }
  const warnings: Warning[] = [
    { kind: 'missing', author: 'anna', from: 1, to: 1 },
    { kind: 'missing', author: 'anna', from: 4, to: 5 },
    { kind: 'forged', ...about },
  ]
  expect(warningSentences(warnings, text.warnings).map(({ kind }) => kind)).toEqual(['forged', 'missing'])
})
