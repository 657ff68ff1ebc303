import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  faultsOf,
  fillLetter,
  inText,
  isRightText,
  leftOpen,
  letterLimits,
  type Placeholder,
  placeholders,
  tidyText,
} from '../../../../api/domain/letters/template.ts'

const names = Object.fromEntries(Object.keys(placeholders).map((key) => [key, `naam van ${key}`])) as Record<
  Placeholder,
  string
>

describe('the text of a letter', () => {
  test('may ask for everything that can be filled in, and for the same twice', () => {
    const all = (Object.keys(placeholders) as Placeholder[]).map(inText).join(' ')
    expect(isRightText(`${all} ${all}`)).toBe(true)
  })

  test.each([
    ['Beste {naam}, en {leerlnig} en {naam}', { unknown: ['{naam}', '{leerlnig}'] }],
    ['Beste {Leerling}', { unknown: ['{Leerling}'] }],
    ['Beste { leerling }', { unknown: ['{ leerling }'] }],
    ['Beste {}', { unknown: ['{}'] }],
    ['Beste {student}', { unknown: ['{student}'] }],
    ['Beste {leerling', { hasLooseBrace: true, unknown: [] }],
    ['Beste leerling}', { hasLooseBrace: true }],
    ['Beste {{leerling}}', { hasLooseBrace: true }],
    ['Beste {leer\nling}', { hasLooseBrace: true }],
    [' \n ', { isEmpty: true }],
    ['x'.repeat(letterLimits.text + 3), { over: 3 }],
  ])('is refused by name when nothing can fill it in: %j', (text, fault) => {
    expect(faultsOf(text)).toMatchObject(fault)
    expect(isRightText(text)).toBe(false)
  })

  test('may leave something open for the writer', () => {
    expect(isRightText('Het gesprek is op [dag en tijd].')).toBe(true)
    expect(leftOpen('Op [dag en tijd], in [plaats]. Of op [dag en tijd]. [] telt niet, en [dit\nook niet].')).toEqual([
      '[dag en tijd]',
      '[plaats]',
    ])
  })

  test('loses what came along from elsewhere and no word', () => {
    expect(tidyText(' Beste\touders,\r\nHallo\u0000.\rDag\u2028! ')).toBe('Beste ouders,\nHallo.\nDag\u2028!')
  })
})

describe('filling in', () => {
  test('puts what is known in its place, and leaves open what is not, by its name', () => {
    const filled = fillLetter('Beste {ouders}, {leerling} zit in {klas}.', { student: 'Sara', classGroup: ' ' }, names)
    expect(filled).toBe('Beste [naam van parents], Sara zit in [naam van classGroup].')
    expect(leftOpen(filled)).toEqual(['[naam van parents]', '[naam van classGroup]'])
  })

  test('never looks through what it filled in, whatever somebody typed in a dossier', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => {
        fc.pre(typed.trim() !== '')
        expect(fillLetter('A{afspraken}B', { agreements: typed, student: 'Sara' }, names)).toBe(`A${typed.trim()}B`)
      }),
      { examples: [['{leerling}'], ['$&'], ['$1 {afspraken}']] },
    )
  })

  test('leaves no placeholder of a right text behind', () => {
    const part = fc.oneof(
      fc.constantFrom(...(Object.keys(placeholders) as Placeholder[])).map(inText),
      fc.constantFrom('Beste ouders, ', '[plaats]', '\n\n', 'é'),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(fillLetter(parts.join(''), {}, names)).not.toMatch(/[{}]/)
      }),
    )
  })
})
