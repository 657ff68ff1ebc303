import { itemProblems } from './check/items.ts'
import type { Direction, Questionnaire, ReferencePeriod, ScaleItem } from './definition.ts'
import { itemsOf } from './items.ts'
import { instrumentOf } from './known-wordings.ts'
import { minutesOf, mostMinutes } from './reading-time.ts'
import { ownScales } from './scales.ts'
import { faultsOf, periodNames, sentencesOf, type Wording, type WordingFault } from './wording.ts'

/** What a school writes on a screen to ask something of its own. */
export type OwnItem = Readonly<{
  /** Begins with `own-` and stays when the words change, so that the trend line can show where they did. */
  key: string
  question: Wording
  /** The key of one of `ownScales`. */
  scale: string
  /** null where the scale has no order. */
  direction: Direction | null
  period: ReferencePeriod | null
  yes: readonly string[]
}>

/** Enough for what a school did this year; each more makes the slow reader stop before the end. */
export const mostOwnItems = 5
export const longestOwnQuestion = 160

export type OwnItemRefusal =
  | WordingFault
  | 'key-unfit'
  | 'key-taken'
  | 'question-too-long'
  | 'too-many-sentences'
  | 'translation-missing'
  | 'scale-unknown'
  | 'direction-unfit'
  | 'period-not-named'
  | 'cut-off-unfit'

/** What is to be mended in which of the items, by its place among them. */
export type ItemRefusals = Readonly<{ at: number; refusals: readonly OwnItemRefusal[] }>

export type Merged =
  | Readonly<{
      ok: true
      value: Questionnaire
      /** Read like an instrument of somebody else: whether the school may use it, only the school knows. */
      looksTaken: readonly Readonly<{ key: string; from: string }>[]
    }>
  | Readonly<{ ok: false; refusal: 'too-many' | 'takes-too-long' | 'item-unfit'; items: readonly ItemRefusals[] }>

/**
 * The questionnaire with the school's own items at its end, where they change nothing before them; or why not. Items that it
 * had of the school already go.
 */
export function withOwnItems(withEarlier: Questionnaire, own: readonly OwnItem[]): Merged {
  const questionnaire = { ...withEarlier, sections: withEarlier.sections.filter(({ key }) => key !== 'own') }
  if (own.length === 0) return { ok: true, value: questionnaire, looksTaken: [] }
  if (own.length > mostOwnItems) return refuse('too-many')
  const items = own.flatMap((item, at) => {
    const isTaken = [...itemsOf(questionnaire), ...own.slice(0, at)].some(({ key }) => key === item.key)
    const refusals: readonly OwnItemRefusal[] = [
      ...refusalsOf(item, questionnaire),
      ...(isTaken ? (['key-taken'] as const) : []),
    ]
    return refusals.length === 0 ? [] : { at, refusals }
  })
  if (items.length > 0) return refuse('item-unfit', items)
  const section = { key: 'own', items: own.flatMap((item) => toItem(item) ?? []) }
  const value = { ...questionnaire, sections: [...questionnaire.sections, section] }
  if (minutesOf(value) >= mostMinutes) return refuse('takes-too-long')
  const looksTaken = own.flatMap(({ key, question }) =>
    [question.nl, question.en ?? '']
      .flatMap((text) => instrumentOf(text) ?? [])
      .slice(0, 1)
      .map((from) => ({ key, from })),
  )
  return { ok: true, value, looksTaken }
}

const refuse = (refusal: 'too-many' | 'takes-too-long' | 'item-unfit', items: readonly ItemRefusals[] = []) =>
  ({ ok: false, refusal, items }) as const

const scaleOf = (key: string) => ownScales.find((scale) => scale.key === key)

/** A copy of what is known and of nothing else that was sent along. It is in no score, and everybody is asked it. */
function toItem({ key, question, scale: named, direction, period, yes }: OwnItem): ScaleItem | null {
  const scale = scaleOf(named)
  if (!scale) return null
  const words = { nl: question.nl.trim(), ...(question.en === undefined ? {} : { en: question.en.trim() }) }
  return { key, domain: 'own', kind: 'one', question: words, scale, direction, period, yes: [...yes] }
}

function refusalsOf(own: OwnItem, questionnaire: Questionnaire): readonly OwnItemRefusal[] {
  const scale = scaleOf(own.scale)
  const texts = Object.values(own.question) as string[]
  const period = own.period
  const faults: Readonly<Record<Exclude<OwnItemRefusal, WordingFault | 'key-taken'>, boolean>> = {
    'key-unfit': !/^own-[a-z0-9]{1,20}$/.test(own.key),
    'question-too-long': texts.some((text) => text.length > longestOwnQuestion),
    'too-many-sentences': texts.some((text) => sentencesOf(text).length > 2),
    'translation-missing': questionnaire.languages.some((language) => !own.question[language]?.trim()),
    'scale-unknown': scale === undefined,
    'direction-unfit': scale !== undefined && scale.isOrdered !== (own.direction !== null),
    'period-not-named':
      // How often without since when is a number of nothing.
      (own.scale === 'frequency' && period === null) ||
      (period !== null &&
        questionnaire.languages.some(
          (language) => !own.question[language]?.toLowerCase().includes(periodNames[period][language]),
        )),
    'cut-off-unfit': scale !== undefined && scale.isOrdered === (own.direction !== null) && hasProblems(own),
  }
  const unfit = Object.keys(faults) as (keyof typeof faults)[]
  return [...faultsOf(own.question, questionnaire), ...unfit.filter((fault) => faults[fault])]
}

const hasProblems = (own: OwnItem) => {
  const item = toItem(own)
  return item !== null && itemProblems(item).length > 0
}
