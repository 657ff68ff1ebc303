/**
 * What a browser can fill in of a letter from an opened dossier, and how staff write that in its text: the Dutch word,
 * between braces.
 */
export const placeholders = {
  student: 'leerling',
  classGroup: 'klas',
  parents: 'ouders',
  school: 'school',
  site: 'locatie',
  today: 'datum',
  writer: 'schrijver',
  role: 'functie',
  meetingDay: 'gesprek',
  present: 'aanwezig',
  discussed: 'besproken',
  agreements: 'afspraken',
  lookBackOn: 'terugkijken',
  steps: 'stappen',
  measure: 'maatregel',
  measureDay: 'maatregeldatum',
} as const
export type Placeholder = keyof typeof placeholders

export const letterLimits = { text: 6_000 } as const

/** What is between a brace and the next, on one line. */
const inBraces = /\{([^{}\n]*)\}/g

const keys = Object.keys(placeholders) as Placeholder[]
const byWord = new Map<string, Placeholder>(keys.map((key) => [placeholders[key], key]))

export const inText = (placeholder: Placeholder): string => `{${placeholders[placeholder]}}`

/** Whether a text asks for something. */
export const asksFor = (text: string, placeholder: Placeholder): boolean => text.includes(inText(placeholder))

/** What is wrong with the text of a letter; `unknown` as somebody typed it, braces and all. */
export type TextFaults = Readonly<{
  isEmpty: boolean
  /** How many characters too many. */
  over: number
  unknown: readonly string[]
  /** A brace without its other half would come out on paper as it is. */
  hasLooseBrace: boolean
}>

export function faultsOf(text: string): TextFaults {
  const strange = [...text.matchAll(inBraces)].filter(([, word = '']) => !byWord.has(word))
  return {
    isEmpty: text.trim() === '',
    over: Math.max(0, text.length - letterLimits.text),
    unknown: [...new Set(strange.map(([whole]) => whole))],
    hasLooseBrace: /[{}]/.test(text.replace(inBraces, '')),
  }
}

export const isRightText = (text: string): boolean => {
  const { isEmpty, over, unknown, hasLooseBrace } = faultsOf(text)
  return !isEmpty && over === 0 && unknown.length === 0 && !hasLooseBrace
}

/** Text from elsewhere brings tabs and returns along; the database takes no other control character either. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim()

export type LetterValues = Readonly<Partial<Record<Placeholder, string>>>

/**
 * The text with everything filled in that is known. What is not known is left open between square brackets, as what the
 * writer has to fill in is. A value is never looked through again: braces that somebody typed in a dossier stay braces.
 *
 * @param names - what to call what is left open.
 */
export const fillLetter = (text: string, values: LetterValues, names: Readonly<Record<Placeholder, string>>): string =>
  text.replace(inBraces, (whole, word: string) => {
    const placeholder = byWord.get(word)
    if (placeholder === undefined) return whole
    const value = values[placeholder]?.trim() ?? ''
    return value === '' ? `[${names[placeholder]}]` : value
  })

/** What is still open, each once. */
export const leftOpen = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\[[^[\]\n]+\]/g)].map(([whole]) => whole)),
]
