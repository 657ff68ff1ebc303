import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Questionnaire, ScoredDomain } from './definition.ts'
import { type ItemInPlace, inPlace, itemsOf, optionsOf } from './items.ts'
import { type Language, languages, type Wording } from './wording.ts'

/** The version of an item in a language: another as soon as one word differs of what its reader sees, null when it is not in it. */
export function itemVersion(place: ItemInPlace, language: Language): string | null {
  const seen = seenIn(place, language)
  return seen === null ? null : digest(seen)
}

/** The version of a whole questionnaire: another as soon as anything in it is asked, ordered or counted otherwise. */
export const questionnaireVersion = (questionnaire: Questionnaire): string =>
  digest([
    ...[questionnaire.key, questionnaire.audience, questionnaire.level, said(questionnaire.title)],
    ...questionnaire.sections.map(({ key, lead, items }) => [
      key,
      lead ? said(lead) : null,
      items.map((item) => {
        const place = { item, lead: null, parent: null }
        return [languages.map((language) => seenIn(place, language)), counted(place), item.askedWhen ?? null]
      }),
    ]),
  ])

/**
 * Whether two askings of an item may be in one trend line: the same words in each language they share, counted in the
 * same way, and asked of the same people, so that what decides who is asked has not changed either.
 */
export function isComparable(a: ItemInPlace, b: ItemInPlace): boolean {
  const isSaidAlike = languages.every((language) => {
    const [one, other] = [itemVersion(a, language), itemVersion(b, language)]
    return one === null || other === null || one === other
  })
  if (!isSaidAlike || digest(counted(a)) !== digest(counted(b))) return false
  if (a.parent === null || b.parent === null) return a.parent === b.parent
  return isComparable(a.parent, b.parent)
}

/** Whether the score of a domain may be compared: the same items, each of them comparable. */
export function isDomainComparable(a: Questionnaire, b: Questionnaire, domain: ScoredDomain): boolean {
  const keysOf = (questionnaire: Questionnaire) =>
    itemsOf(questionnaire)
      .filter((item) => item.domain === domain)
      .map(({ key }) => key)
      .sort()
  const keys = keysOf(a)
  return digest(keys) === digest(keysOf(b)) && keys.every((key) => areComparable(inPlace(a, key), inPlace(b, key)))
}

/**
 * A trend line cut where it breaks; null is a year in which the item was not asked. Every two years in one piece are
 * comparable, not only neighbours: a word that went away and came back differently breaks it too.
 *
 * @returns the positions of the years, piece by piece.
 */
export function unbroken(years: readonly (ItemInPlace | null)[]): readonly (readonly number[])[] {
  const pieces: number[][] = []
  for (const [at, year] of years.entries()) {
    if (year === null) continue
    const piece = pieces.at(-1)
    const goesOn = piece?.every((earlier) => areComparable(years[earlier] ?? null, year))
    if (piece && goesOn) piece.push(at)
    else pieces.push([at])
  }
  return pieces
}

const areComparable = (a: ItemInPlace | null, b: ItemInPlace | null) => a !== null && b !== null && isComparable(a, b)

function seenIn({ item, lead }: ItemInPlace, language: Language): readonly unknown[] | null {
  const labels = optionsOf(item).map(({ label }) => label[language])
  if (item.question[language] === undefined || labels.includes(undefined)) return null
  return [lead, item.question, item.hint]
    .map((wording) => wording?.[language] ?? null)
    .concat(item.kind, labels as string[])
}

const counted = ({ item }: ItemInPlace): readonly unknown[] => [
  ...[item.key, item.kind, item.domain, item.period, item.form ?? null, [...item.yes].sort()],
  ...[item.kind === 'one' ? item.direction : null, item.askedWhen?.item ?? null],
  [...(item.askedWhen?.oneOf ?? [])].sort(),
  optionsOf(item).map(({ key, value, form, isAlone }) => [key, value, form ?? null, isAlone ?? false]),
]

const said = (wording: Wording) => languages.map((language) => wording[language] ?? null)

/** 96 bits: two texts of a school never meet by chance. NFC, because the same letter can be written in two ways. */
const digest = (content: unknown): string =>
  bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(content).normalize('NFC')))).slice(0, 24)
