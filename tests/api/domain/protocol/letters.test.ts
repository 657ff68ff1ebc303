import { describe, expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { checkProtocol } from '../../../../api/domain/protocol/check/check-protocol.ts'
import type { Protocol } from '../../../../api/domain/protocol/definition.ts'
import { type Letter, standardText } from '../../../../api/domain/protocol/letter.ts'
import { roles } from '../../../../api/domain/roles.ts'
import { invented } from '../../../support/protocol/invented.ts'

const letters: readonly Letter[] = aeres11.letters

describe('the letters of the Aeres protocol', () => {
  test('are there for what the paper asks of contact with parents, and for talks', () => {
    const sections = new Set(letters.map(({ section }) => section))
    for (const section of ['A1', 'A2', 'A3', 'A8', 'C6', 'D-parents', '2.4', '2.5']) expect(sections).toContain(section)
    expect(letters.filter(({ kind }) => kind === 'record')).toHaveLength(2)
  })

  test('show what the law adds with a suspension and a removal', () => {
    const lawOf = (key: string) => letters.find((letter) => letter.key === key)?.law
    expect(lawOf('l-suspension')).toEqual(['suspension'])
    expect(lawOf('l-removal')).toEqual(['removal'])
  })

  test('say u to parents, blame nobody, promise nothing of a report, and keep sentences short', () => {
    const texts = letters.map(standardText)
    expect(texts.filter((text) => /\b(je|jij|jouw|jullie)\b/i.test(text))).toEqual([])
    expect(
      texts.filter((text) => /\b(slachtoffers?|daders?|pesters?|gepest|meldingen?|melders?|helaas)\b/i.test(text)),
    ).toEqual([])
    const sentences = letters
      .flatMap((letter) => [letter.asks, standardText(letter)])
      .flatMap((text) => text.split(/(?<=[.?!:])\s+|\n+/))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([])
  })
})

test('another protocol has other letters', () => {
  expect(invented.letters.map(({ key }) => key)).toEqual(['kaartje'])
  expect(checkProtocol(invented, roles)).toEqual([])
})

const withLetter = (change: Partial<Letter>): Protocol => ({
  ...aeres11,
  letters: letters.map((letter) => (letter.key === 'l-closing' ? { ...letter, ...change } : letter)),
})

test.each<readonly [string, Protocol, string]>([
  ['something that nothing fills in', withLetter({ text: ['Beste {iedereen}'] }), 'has {iedereen} in its text'],
  ['half a brace', withLetter({ text: ['Beste {ouders'] }), 'has a brace without its other half'],
  ['no text', withLetter({ text: [] }), 'has no text'],
  ['too much text', withLetter({ text: ['x'.repeat(6_001)] }), 'is 1 characters too long'],
  ['no word of when it is for', withLetter({ asks: '' }), 'does not say when it is for'],
  ['a law that is not there', withLetter({ law: ['gravity'] }), 'names law gravity'],
  ['a section that is not in the paper', withLetter({ section: '9.9' }), 'names section 9.9'],
  ['the key of another letter', withLetter({ key: 'l-decision' }), 'key l-decision is used twice'],
])('a letter with %s stops the start', (_, protocol, problem) => {
  expect(checkProtocol(protocol, roles).join('\n')).toContain(problem)
})
