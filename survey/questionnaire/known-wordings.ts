import { wordsOf } from './wording.ts'

/**
 * Sentences of instruments of others that could be found in the open, so that none of them slips into a list of ours. They are
 * here to be kept out, and are shown nowhere. The list cannot be complete: most instruments are not public.
 */
const known: readonly Readonly<{ from: string; sentence: string }>[] = [
  ...of('Vensters VSO', [
    'Hoe vind je het op school?',
    'Hoeveel contact heb je met je klasgenoten?',
    'Hebben jullie een leuke klas?',
    'Heb je het gevoel dat mensen op school het fijn vinden dat jij er bent?',
    'Hoe veilig voel je je op of rond school?',
  ]),
  ...of('Vensters PO', [
    'Ik ben deze week gepest door andere kinderen op school',
    'Ik ben deze week online gepest door andere kinderen op school',
    'Andere kinderen op deze school doen mij expres pijn',
    'Ik ben bang voor andere kinderen op school',
  ]),
  ...of('HBSC', ['How often have you been bullied at school in the past couple of months?']),
  ...of('HBSC', ['How often have you taken part in bullying at school in the past couple of months?']),
  ...of('PISA', ['Other students left me out of things on purpose', 'Other students made fun of me']),
  ...of('PISA', ['Other students spread nasty rumours about me', 'I got hit or pushed around by other students']),
]

function of(from: string, sentences: readonly string[]) {
  return sentences.map((sentence) => ({ from, sentence }))
}

/**
 * The instrument that a text is taken from, by its words and their order, or null. Asking a school to look is all this is good
 * for: it may hold a licence, and a text that is found nowhere here may be somebody's all the same.
 */
export function instrumentOf(text: string): string | null {
  const pairs = pairsOf(text)
  return known.find(({ sentence }) => overlap(pairs, pairsOf(sentence)) >= 0.6)?.from ?? null
}

const pairsOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text.toLowerCase()).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
}

/** The share of both that they have in common. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
  const both = [...a].filter((pair) => b.has(pair)).length
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
