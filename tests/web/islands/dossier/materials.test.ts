import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { blank } from '../../../../web/crypto/dossier-write.ts'
import { blankMaterial, materialsOf, materialTroubles, toMaterial } from '../../../../web/islands/dossier/materials.ts'

const film = '00000000-0000-4000-8000-000000000001'
const photo = '00000000-0000-4000-8000-000000000002'
const post = '00000000-0000-4000-8000-000000000003'
const today = localDate('2026-11-27')

type Written = Parameters<typeof materialsOf>[0][number]
const written = (at: number, text: string, day: string, material: Partial<Written['words']['material']> | null) =>
  ({
    sequence: at,
    entry: {
      ...blank,
      ...{ id: `entry-${at}`, kind: 'note', by: 'mo', happenedOn: localDate(day), recordedOn: localDate(day) },
    },
    words: {
      text,
      ...(material && {
        material: { item: film, where: 'Snapchat', spread: '', askedOn: null, goneOn: null, ...material },
      }),
    },
    authorName: 'Mo Meijer',
  }) as unknown as Written
const takenBack = (at: number, entry: number) => {
  const note = written(at, 'Dit klopte niet.', '2026-11-27', null)
  return { ...note, entry: { ...note.entry, kind: 'corrected', refersTo: `entry-${entry}` } } as Written
}

describe('the list of what goes round', () => {
  test('says of each thing what was written last, and since when it stands there', () => {
    const lines = materialsOf([
      written(1, 'Een filmpje', '2026-11-20', {}),
      written(2, 'Gewone notitie', '2026-11-21', null),
      written(3, 'Een filmpje van de kantine', '2026-11-23', { askedOn: '2026-11-23' }),
    ])
    expect(lines).toEqual([
      expect.objectContaining({ what: 'Een filmpje van de kantine', since: '2026-11-20', askedOn: '2026-11-23' }),
    ])
  })

  test('what is still there comes first, the newest of it on top', () => {
    const lines = materialsOf([
      written(1, 'Een filmpje', '2026-11-20', {}),
      written(2, 'Een bericht', '2026-11-21', { item: post }),
      written(3, 'Een foto', '2026-11-22', { item: photo, goneOn: '2026-11-22' }),
    ])
    expect(lines.map(({ what }) => what)).toEqual(['Een bericht', 'Een filmpje', 'Een foto'])
  })

  test('what was taken back falls back on what was written before it, or is not in the list', () => {
    const first = written(1, 'Een filmpje', '2026-11-20', {})
    const second = written(2, 'Een filmpje, weg', '2026-11-21', { goneOn: '2026-11-21' })
    expect(materialsOf([first, second, takenBack(3, 2)])[0]).toMatchObject({ what: 'Een filmpje', goneOn: null })
    expect(materialsOf([first, takenBack(2, 1)])).toEqual([])
  })
})

describe('what is typed about it', () => {
  test.each([
    ['nothing', blankMaterial, { what: 'what', where: 'where' }],
    ['white space', { ...blankMaterial, what: ' ', where: ' ' }, { what: 'what', where: 'where' }],
    ['a day to come', { ...blankMaterial, what: 'x', where: 'y', askedOn: '2026-11-28' }, { askedOn: 'future' }],
    ['gone tomorrow', { ...blankMaterial, what: 'x', where: 'y', goneOn: '2026-11-28' }, { goneOn: 'future' }],
    [
      'gone before anybody asked',
      { ...blankMaterial, what: 'x', where: 'y', askedOn: '2026-11-27', goneOn: '2026-11-26' },
      { goneOn: 'before' },
    ],
    ['all that is needed', { ...blankMaterial, what: 'x', where: 'y' }, {}],
  ])('%s', (_, typed, troubles) => {
    expect(materialTroubles(typed, today)).toEqual(troubles)
  })

  test('a day that is not known is kept as none', () => {
    expect(toMaterial(film, { ...blankMaterial, what: 'x', where: ' y ', askedOn: '2026-11-27' })).toEqual({
      ...{ item: film, where: 'y', spread: '', askedOn: '2026-11-27', goneOn: null },
    })
  })
})
