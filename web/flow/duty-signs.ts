import { type Duty, duties } from '../../api/domain/duty.ts'

/** Why a duty is thought of: what the reporter chose, that it was called urgent, or words that were written. */
export type DutySign = Readonly<{ duty: Duty; because: 'urgent' | 'answers' | 'words' }>

/**
 * Beginnings of words in one language. For each duty there are combinations; in a combination each group has to be there
 * with at least one of its beginnings, within one sentence.
 */
export type DutyWords = Readonly<Record<Duty, readonly (readonly (readonly string[])[])[]>>

/** What is known of a report, as far as it says something about a duty. */
export type Told = Readonly<{
  forms: readonly string[]
  goingRound?: string | undefined
  howOften: string
  isUrgent: boolean
  /** Everything the reporter wrote, later messages too. */
  texts: readonly string[]
}>

/**
 * Which duties to think of first, at most one sign for each, in the order of the duties. It only decides what lies open:
 * all duties stay in reach, because a list of words misses most of what people say.
 */
export function dutySigns(told: Told, words: DutyWords): readonly DutySign[] {
  const sentences = told.texts.flatMap(sentencesOf)
  return duties.flatMap((duty): DutySign[] => {
    if (words[duty].some((groups) => sentences.some((sentence) => hasAll(sentence, groups))))
      return [{ duty, because: 'words' }]
    if (duty !== 'danger') return []
    if (isGrave(told)) return [{ duty, because: 'answers' }]
    return isUrgentOtherwise(told) ? [{ duty, because: 'urgent' }] : []
  })
}

/** Every duty once: those with a sign first. */
export const dutiesInOrder = (signs: readonly DutySign[]): readonly Duty[] => [
  ...new Set([...signs.map(({ duty }) => duty), ...duties]),
]

const isGrave = ({ forms, howOften }: Told): boolean =>
  forms.includes('extortion') || forms.includes('stalking') || (forms.includes('physical') && howOften === 'daily')

/** Pictures that go round make a report urgent by themselves; that is haste, and no danger to a life. */
const isUrgentOtherwise = ({ isUrgent, goingRound }: Told): boolean => isUrgent && goingRound !== 'yes'

/** In small letters, without accents, each word after one space: so that the beginning of a word can be looked for. */
function sentencesOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[.!?\n]+/)
    .map((sentence) => ` ${sentence.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`)
}

const hasAll = (sentence: string, groups: readonly (readonly string[])[]): boolean =>
  groups.every((group) => group.some((beginning) => sentence.includes(` ${beginning}`)))
