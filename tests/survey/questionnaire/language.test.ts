import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bullyingForms, type Questionnaire } from '../../../survey/questionnaire/definition.ts'
import { itemsOf, optionsOf } from '../../../survey/questionnaire/items.ts'
import { instrumentOf } from '../../../survey/questionnaire/known-wordings.ts'
import { questionnaires } from '../../../survey/questionnaire/lists/registry.ts'
import { protocolForms, places as reportPlaces } from '../../../web/flow/codes.ts'

/** Every Dutch text, read from the data and not with the program's own reader, so that the two check each other. */
const textsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'nl' && typeof inner === 'string' ? [inner] : textsOf(inner),
  )
}
const sentences = (text: string) => text.split(/(?<=[.!?])\s+/)
const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word))
const lists = questionnaires.map((list) => ({ list, texts: textsOf(list) }))
const of = (...audiences: readonly Questionnaire['audience'][]) =>
  lists.filter(({ list }) => audiences.includes(list.audience)).flatMap(({ texts }) => texts)

describe('the Dutch of the questionnaires', () => {
  test('is there to be looked at', () => {
    for (const { texts } of lists) expect(texts.length).toBeGreaterThan(60)
  })

  test('has no sentence over twenty words, and none over twelve for praktijkonderwijs', () => {
    const long = lists.flatMap(({ list, texts }) =>
      texts.flatMap(sentences).filter((one) => words(one).length > (list.level === 'praktijkonderwijs' ? 12 : 20)),
    )
    expect(long).toEqual([])
  })

  test('asks in nine words on average at most', () => {
    for (const { list } of lists) {
      const asked = itemsOf(list).flatMap(({ question }) => sentences(question.nl))
      expect(asked.flatMap(words).length / asked.length).toBeLessThanOrEqual(list.key === 'students-short' ? 7 : 9)
    }
  })

  test('has no word that is longer than a reader of thirteen breaks up', () => {
    const hard = of('student')
      .flatMap(words)
      .filter((word) => word.replace(/\P{L}/gu, '').length > 14)
    // What the school calls that person, so it has to be read.
    expect([...new Set(hard)]).toEqual(['vertrouwenspersoon'])
  })

  test('says je to students and staff, u to parents', () => {
    expect(of('student', 'staff').filter((text) => /\b(u|uw)\b/i.test(text))).toEqual([])
    expect(of('parent').filter((text) => /\b(je|jij|jou|jouw)\b/i.test(text))).toEqual([])
  })

  test('never calls anybody by what they did or underwent', () => {
    expect(
      of('student', 'parent', 'staff').filter((text) => /slachtoffer|dader|pester|pestkop|klikspaan/i.test(text)),
    ).toEqual([])
  })

  test('asks one thing at a time: no “and” between two questions, no double denial', () => {
    const asked = questionnaires.flatMap((list) => itemsOf(list).map(({ question }) => question.nl))
    expect(
      asked.filter((text) => /\?.*\?|\ben\/of\b|\b(niet|geen|nooit)\b.*\b(niet|geen|nooit|zonder)\b/i.test(text)),
    ).toEqual([])
  })

  test('ends a question with its mark and what one agrees with with a full stop', () => {
    const asked = questionnaires.flatMap((list) => itemsOf(list).map(({ question }) => question.nl))
    expect(
      asked.filter((text) =>
        /^(Hoe|Wat|Waar|Waarom|Weet|Werd|Aan|Met|Durf|Heb|Gebeurde)\b/.test(text)
          ? !text.endsWith('?')
          : !text.endsWith('.'),
      ),
    ).toEqual([])
  })
})

describe('what is asked', () => {
  test('are the forms that a report can have, each once in the lists for students', () => {
    expect(bullyingForms).toEqual(protocolForms)
    for (const { list } of lists.filter(({ list: { audience } }) => audience === 'student')) {
      const forms = itemsOf(list).flatMap((item) => [item.form, ...optionsOf(item).map(({ form }) => form)])
      expect(forms.filter((form) => form !== undefined).sort()).toEqual([...bullyingForms].sort())
    }
  })

  test('are the places that a report can have', () => {
    const kebab = reportPlaces
      .filter((place) => place !== 'unknown')
      .map((place) => place.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    for (const { list } of lists.filter(({ list: { audience } }) => audience === 'student')) {
      const places = itemsOf(list).find(({ key }) => key === 'places')
      expect(places && optionsOf(places).map(({ key }) => key)).toEqual(kebab)
    }
  })

  test.each(['bullied', 'told', 'helped', 'knows-contact-person'])('has %s in every list', (key) => {
    expect(lists.filter(({ list }) => !itemsOf(list).some((item) => item.key === key))).toEqual([])
  })
})

describe('what belongs to others', () => {
  test('is recognised with another word or capitals, and nothing of ours is', () => {
    expect(instrumentOf('HEBBEN JULLIE een leuke klas')).toBe('Vensters VSO')
    expect(instrumentOf('Ik ben deze maand gepest door andere kinderen op school')).toBe('Vensters PO')
    expect(of('student', 'parent', 'staff').filter((text) => instrumentOf(text) !== null)).toEqual([])
    expect(instrumentOf('Ja')).toBeNull()
  })
})

test('nothing on a screen says that a list of our own is what the law asks', () => {
  const claims =
    /voldoe\w*\s+(\S+\s+){0,3}(de\s+wet|wettelijk\w*|artikel)|wettelijk\s+(erkend|goedgekeurd)|(erkend|gevalideerd)e?\s+(instrument|vragenlijst)|goedgekeurd\s+door\s+de\s+inspectie/i
  const screens = globSync('web/text/nl/*.ts').map((file) => readFileSync(file, 'utf8'))
  expect(screens.length).toBeGreaterThan(20)
  expect([...screens, ...of('student', 'parent', 'staff')].filter((text) => claims.test(text))).toEqual([])
  expect('Deze vragenlijst voldoet aan de wet.').toMatch(claims)
})
