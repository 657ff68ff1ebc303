import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NamedPerson } from '../../../../web/islands/dossier-papers/name-words.ts'
import { namesLeft, redact } from '../../../../web/islands/dossier-papers/redact.ts'

const named = (name: string, label: string): NamedPerson => ({ id: name, name, label })
const sara = named('Sara de Vries', 'leerling 1')
const daan = named('Daan van den Berg', 'leerling 2')
const others = { shown: [], hidden: [sara, daan, named('Loïs El Amrani', 'leerling 3')] }

describe('a name of somebody who may not be named', () => {
  test.each([
    ['Sara zei dat.', 'leerling 1 zei dat.'],
    ['SARA en sara', 'leerling 1 en leerling 1'],
    ['Sara de Vries kwam.', 'leerling 1 kwam.'],
    ['De Vries kwam.', 'leerling 1 kwam.'],
    ['S. de Vries kwam.', 'leerling 1 kwam.'],
    ['Sara V. kwam.', 'leerling 1 kwam.'],
    ['Sara’s tas en Daans jas', 'leerling 1’s tas en leerling 2’s jas'],
    ["Sara's tas", 'leerling 1’s tas'],
    ['Daantje zat daar.', 'leerling 2 zat daar.'],
    ['Met Sara, Daan en Lois.', 'Met leerling 1, leerling 2 en leerling 3.'],
    ['Sara Daan', 'leerling 1 leerling 2'],
    ['Berg en van den Berg', 'leerling 2 en leerling 2'],
    ['D. van den Berg en D.', 'leerling 2 en D.'],
    ['LOÏS! (Amrani)', 'leerling 3! (leerling 3)'],
    ['Lo\u0069\u0308s', 'leerling 3'],
    ['Sa\u00adra', 'leerling 1'],
    ['app van saradevries', 'app van leerling 1'],
    ['Sara-Daan', 'leerling 1-leerling 2'],
    ['De fiets van de bakker in de berging.', 'De fiets van de bakker in de berging.'],
    ['', ''],
  ])('%j becomes %j', (text, made) => {
    expect(redact(text, others)).toBe(made)
  })

  test('that two have is the one or the other, until more of it is said', () => {
    const tom = named('Tom de Vries', 'leerling 2')
    const both = { shown: [], hidden: [sara, tom] }
    expect(redact('De Vries', both)).toBe('leerling 1 of leerling 2')
    expect(redact('Tom de Vries', both)).toBe('leerling 2')
  })

  test('goes, while the surname stays of a sister who may be named', () => {
    const tom = named('Tom de Vries', 'leerling 2')
    const naming = { shown: [sara], hidden: [tom] }
    expect(redact('Sara de Vries sloeg Tom de Vries. Mevrouw De Vries belde over Toms jas.', naming)).toBe(
      'Sara de Vries sloeg leerling 2. Mevrouw De Vries belde over leerling 2’s jas.',
    )
  })

  test('is said to be there', () => {
    expect(namesLeft('daans jas', others)).toEqual([daan])
    expect(namesLeft('de jas', others)).toEqual([])
  })
})

describe('whatever the text', () => {
  const first = fc.constantFrom('Sara', 'Daan', 'Loïs', 'Bo', 'Jan-Willem', 'Mees', 'Noor', 'Çağla', 'Søren', 'Thomas')
  const last = fc.constantFrom('de Vries', 'Bakker', 'van den Berg', 'El Amrani', 'Yılmaz', 'Smit', 'Jansen', '')
  const name = fc.tuple(first, last).map((parts) => parts.join(' ').trim())
  const bent = fc.constantFrom(
    (one: string) => one,
    (one: string) => one.toUpperCase(),
    (one: string) => one.toLowerCase(),
    (one: string) => one.normalize('NFD'),
    (one: string) => `${one}s`,
    (one: string) => `${one}’s`,
    (one: string) => `(${one})`,
    (one: string) => `${one}tje`,
  )
  const other = fc.constantFrom('en', 'zei', 'van', 'de', 'tas', 'S.', 'op', 'het', 'plein', '24', '\n', 'zus', '’s')
  const piece = fc.oneof(
    other,
    fc.tuple(name, bent).map(([one, bend]) => bend(one)),
    fc.tuple(first, bent).map(([one, bend]) => bend(one)),
    fc.tuple(last, bent).map(([one, bend]) => bend(one)),
  )
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ', ', '-', '. ', '\n')), { maxLength: 25 })
    .map((pieces) => pieces.flat().join(''))
  const people = fc
    .uniqueArray(name, { minLength: 1, maxLength: 5 })
    .map((names) => names.map((one, at) => named(one, `leerling ${at + 1}`)))

  /** Told apart on its own: letters, without accents and capitals, and nothing of the code under test. */
  const plain = (one: string) =>
    one
      .toLowerCase()
      .replaceAll('ı', 'i')
      .replaceAll('ø', 'o')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}]+/u)
  const telling = (one: string) =>
    plain(one).filter((part) => part.length > 1 && !['de', 'van', 'den', 'el'].includes(part))

  test('no name is left of somebody who was not ticked, but what a ticked person is called as well', () => {
    fc.assert(
      fc.property(text, people, fc.nat({ max: 5 }), (written, all, ticked) => {
        const [shown, hidden] = [all.slice(0, ticked), all.slice(ticked)]
        const made = plain(redact(written, { shown, hidden }))
        const kept = new Set(shown.flatMap((one) => telling(one.name)))
        const gone = hidden.flatMap((one) => telling(one.name)).filter((part) => !kept.has(part))
        for (const part of gone) {
          // Bo, made plural, is a forest; with a ticked Bos it may stay.
          const bent = [part, `${part}s`, `${part}tje`]
          expect(made.filter((one) => bent.includes(one))).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what is redacted stays as it is when it is done again', () => {
    fc.assert(
      fc.property(text, people, (written, hidden) => {
        const once = redact(written, { shown: [], hidden })
        expect(redact(once, { shown: [], hidden })).toBe(once)
      }),
    )
  })

  test('a text without these names is not touched', () => {
    fc.assert(
      fc.property(
        fc.array(other).map((parts) => parts.join(' ')),
        people,
        (written, hidden) => {
          expect(redact(written, { shown: [], hidden })).toBe(written)
        },
      ),
    )
  })
})
