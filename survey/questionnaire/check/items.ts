import { type Item, type ScaleItem, scoredDomains } from '../definition.ts'
import { optionsOf } from '../items.ts'

/** What is wrong with how an item is answered and counted. */
export function itemProblems(item: Item): readonly string[] {
  const isScored = scoredDomains.some((domain) => domain === item.domain)
  const problems: Readonly<Record<string, boolean>> = {
    'has fewer than two options': optionsOf(item).length < 2,
    // A list in a score would count how much somebody ticked; what only some are asked has another base.
    'is in a score and is not on an ordered scale': isScored && !(item.kind === 'one' && item.scale.isOrdered),
    'is in a score and only some are asked it': isScored && item.askedWhen !== undefined,
    'is about harm and names no period': (item.domain === 'harm' || tellsForm(item)) && item.period === null,
    ...(item.kind === 'one' ? scaleProblems(item) : listProblems(item)),
    ...cutOffProblems(item),
  }
  return Object.keys(problems)
    .filter((problem) => problems[problem])
    .map((problem) => `item ${item.key} ${problem}`)
}

const tellsForm = (item: Item) => item.form !== undefined || optionsOf(item).some(({ form }) => form !== undefined)

function scaleProblems({ scale, direction }: ScaleItem): Readonly<Record<string, boolean>> {
  const values = scale.options.flatMap(({ value }) => (value === null ? [] : [value]))
  return {
    'has a scale without a direction': scale.isOrdered && direction === null,
    'has a direction and no order': !scale.isOrdered && direction !== null,
    'has an order without values': scale.isOrdered && values.length < 2,
    'has values without an order': !scale.isOrdered && values.length > 0,
    'has values that do not rise': values.some((value, index) => index > 0 && value <= (values[index - 1] ?? 0)),
    'has options of a list on a scale': scale.options.some(({ form, isAlone }) => form !== undefined || isAlone),
  }
}

const listProblems = (item: Item): Readonly<Record<string, boolean>> => ({
  'has values in a list': optionsOf(item).some(({ value }) => value !== null),
  'is a list of which nobody can choose two': optionsOf(item).filter(({ isAlone }) => !isAlone).length < 2,
})

/** The cut-off of an ordered scale cuts it once: what counts as yes is all on one side. */
function cutOffProblems(item: Item): Readonly<Record<string, boolean>> {
  const keys = optionsOf(item).map(({ key }) => key)
  const ordered = optionsOf(item).flatMap(({ key, value }) => (value === null ? [] : [item.yes.includes(key)]))
  const cuts = ordered.filter((isYes, index) => index > 0 && isYes !== ordered[index - 1]).length
  const isOrdered = item.kind === 'one' && item.scale.isOrdered
  return {
    'counts an answer as yes that is not there': item.yes.some((key) => !keys.includes(key)),
    'counts an answer as yes twice': new Set(item.yes).size !== item.yes.length,
    'counts nothing or everything as yes': item.yes.length === 0 || item.yes.length >= keys.length,
    'has a cut-off that does not cut once': isOrdered && cuts !== 1,
    'counts as yes what is beside the scale':
      isOrdered && optionsOf(item).some(({ key, value }) => value === null && item.yes.includes(key)),
  }
}
