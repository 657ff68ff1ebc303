import { describe, expect, test } from 'vitest'
import { pseudonym } from '../../../../web/islands/team/pseudonym.ts'
import words from '../../../../web/text/nl/team-pseudonyms.ts'

const report = 'e1a4c5d2-6a0f-4d0e-9a51-0c3b7f2d9e10'

describe('the pseudonym of a report', () => {
  test('is the same for every colleague', () => {
    expect(pseudonym(report, words)).toBe(pseudonym(report, words))
    expect(pseudonym(report, { adjectives: ['rustige', 'kalme'], animals: ['otter', 'egel', 'uil'] })).toMatch(
      /^(Rustige|Kalme) (otter|egel|uil)$/,
    )
  })

  test('tells reports apart: a thousand random ones have over nine hundred names', () => {
    const names = Array.from({ length: 1_000 }, () => pseudonym(crypto.randomUUID(), words))
    expect(new Set(names).size).toBeGreaterThan(900)
    expect(names.filter((name) => !/^\p{Lu}[\p{Ll}-]+ [\p{Ll}-]+$/u.test(name))).toEqual([])
  })
})

describe('the words for pseudonyms', () => {
  test('are many enough and none is there twice', () => {
    expect(words.adjectives.length).toBeGreaterThanOrEqual(64)
    expect(words.animals.length).toBeGreaterThanOrEqual(64)
    expect(new Set(words.adjectives).size).toBe(words.adjectives.length)
    expect(new Set(words.animals).size).toBe(words.animals.length)
  })

  test('hold none that hurts beside a serious report', () => {
    const hurtful =
      /pest|dik|dun|dom|gek|lelijk|vies|zielig|bang|blij|vrolijk|grappig|lach|aap|ezel|varken|koe$|hond$|slang|^rat$|pad$|gans|kip|geit|schaap|zwijn|^gier$|hyena|kwal|olifant|nijlpaard|walvis|uilskuiken|merel|robin/
    const allowed = ['zeehond', 'schildpad', 'zeeschildpad', 'merel']
    const found = [...words.adjectives, ...words.animals].filter(
      (word) => hurtful.test(word) && !allowed.includes(word),
    )
    expect(found).toEqual([])
  })
})
