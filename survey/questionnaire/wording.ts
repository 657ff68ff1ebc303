import type { Audience, ReadingLevel, ReferencePeriod } from './definition.ts'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** What stands on a screen. Dutch is always there; another language is when somebody wrote it. */
export type Wording = Readonly<{ nl: string; en?: string }>

/** How a period is said. An item about a period says so, in these words, or its section does. */
export const periodNames: Readonly<Record<ReferencePeriod, Required<Wording>>> = {
  'last-two-weeks': { nl: 'laatste 2 weken', en: 'last 2 weeks' },
  'last-two-months': { nl: 'laatste 2 maanden', en: 'last 2 months' },
  'last-year': { nl: 'laatste 12 maanden', en: 'last 12 months' },
}

/** The longest sentence for somebody who reads at this level, in words. */
export const longestSentence: Readonly<Record<ReadingLevel, number>> = { praktijkonderwijs: 12, vmbo: 20, adult: 20 }

/** Words that blame, and words of forms and of research. */
const unfit =
  /\b(slachtoffers?|daders?|pesters?|pestkop(?:pen)?|ongeldige?|respondent(?:en)?|sociale veiligheid|welbevinden|verplicht|enquête)\b/i
const formal = /\b(u|uw|uzelf)\b/i
const familiar = /\b(je|jij|jou|jouw|jezelf|jullie)\b/i
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u

export type WordingFault = 'empty' | 'unseen-character' | 'sentence-too-long' | 'word-unfit' | 'address-wrong'

/** What a text does to its reader that it should not; nothing when it is plain. Words and address are judged in Dutch only. */
export function faultsOf(
  { nl, en }: Wording,
  { audience, level }: Readonly<{ audience: Audience; level: ReadingLevel }>,
): readonly WordingFault[] {
  const texts = en === undefined ? [nl] : [nl, en]
  const sentences = texts.flatMap(sentencesOf)
  const faults: Readonly<Record<WordingFault, boolean>> = {
    empty: texts.some((text) => wordsOf(text).length === 0),
    'unseen-character': texts.some((text) => unseen.test(text)),
    'sentence-too-long': sentences.some((sentence) => wordsOf(sentence).length > longestSentence[level]),
    'word-unfit': unfit.test(nl),
    // Staff and students are je, parents are u.
    'address-wrong': (audience === 'parent' ? familiar : formal).test(nl),
  }
  return (Object.keys(faults) as WordingFault[]).filter((fault) => faults[fault])
}

export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?:])["’”')]?\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

export const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
