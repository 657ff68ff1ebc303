import { describe, expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { type Letter, standardText } from '../../../../api/domain/protocol/letter.ts'
import { letterNow } from '../../../../web/islands/letters/letter-now.ts'
import { textErrors } from '../../../../web/islands/letters/text-errors.ts'
import words from '../../../../web/text/nl/team-letters.ts'

const letter = aeres11.letters.find(({ key }) => key === 'l-closing') as Letter
const own = { protocol: 'aeres-vmbo', letter: 'l-closing', text: 'Beste {ouders}', version: 3 }

describe('what a letter says today', () => {
  test.each([
    ['nothing of its own', [], { text: standardText(letter), version: 0, isOwn: false }],
    ['its own text', [own], { text: 'Beste {ouders}', version: 3, isOwn: true }],
    ['gone back', [{ ...own, text: null }], { text: standardText(letter), version: 3, isOwn: false }],
    [
      'the text of another protocol',
      [{ ...own, protocol: 'de-linde' }],
      { text: standardText(letter), version: 0, isOwn: false },
    ],
  ] as const)('at a site with %s', (_, texts, now) => {
    expect(letterNow(letter, 'aeres-vmbo', [...texts])).toEqual(now)
  })
})

test('each thing that is wrong with a text is named, with what to do', () => {
  expect(textErrors('Beste {naam} en {ouder}, {', words.errors)).toEqual([
    'Dit kan het programma niet invullen: {naam}, {ouder}. Kies uit de lijst, of zet het tussen [ en ].',
    'Er staat ergens een { of } alleen. Zet de andere helft erbij, of haal hem weg.',
  ])
  expect(textErrors('', words.errors)).toEqual([words.errors.empty])
  expect(textErrors('x'.repeat(6_002), words.errors)).toEqual(['Deze tekst is te lang. Maak hem 2 tekens korter.'])
  expect(textErrors('Beste {ouders}, [plaats]', words.errors)).toEqual([])
})
