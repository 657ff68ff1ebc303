import { type Questionnaire, scoredDomains } from '../definition.ts'
import { itemsOf, optionsOf } from '../items.ts'
import { minutesOf, mostMinutes } from '../reading-time.ts'
import { itemProblems } from './items.ts'
import { routingProblems } from './routing.ts'
import { wordingProblems } from './wordings.ts'

/**
 * What is wrong with a questionnaire, in English for whoever wrote it; nothing when it can be filled in and counted. Run
 * where the lists are loaded, so that no round begins with one that has a hole in it.
 */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly string[] {
  return [
    ...keyProblems(questionnaire),
    ...itemsOf(questionnaire).flatMap((item) => itemProblems(item)),
    ...routingProblems(questionnaire),
    ...wordingProblems(questionnaire),
    ...domainProblems(questionnaire),
    ...timeProblems(questionnaire),
  ].map((problem) => `${questionnaire.key}: ${problem}`)
}

const fitKey = /^[a-z0-9]+(-[a-z0-9]+)*$/

function keyProblems({ sections, ...questionnaire }: Questionnaire): readonly string[] {
  const items = itemsOf({ sections, ...questionnaire })
  const lists = [
    sections.map(({ key }) => key),
    items.map(({ key }) => key),
    ...items.map((item) => optionsOf(item).map(({ key }) => key)),
  ]
  const keys = lists.flat()
  return [
    ...lists.flatMap((list) =>
      list.filter((key, index) => list.indexOf(key) !== index).map((key) => `key ${key} is used twice`),
    ),
    ...keys.filter((key) => !fitKey.test(key)).map((key) => `key "${key}" is not in small letters with dashes`),
  ]
}

/** A score of one or two items is those items, not a score. */
const fewestInDomain = 3

function domainProblems(questionnaire: Questionnaire): readonly string[] {
  const items = itemsOf(questionnaire)
  return [
    ...scoredDomains
      .filter((domain) => items.filter((item) => item.domain === domain).length < fewestInDomain)
      .map((domain) => `domain ${domain} has fewer than ${fewestInDomain} items`),
    ...questionnaire.sections
      .filter(({ key }) => key !== 'own')
      .flatMap((section) => section.items.filter(({ domain }) => domain === 'own'))
      .map(({ key }) => `item ${key} is a school's own and stands among others`),
  ]
}

function timeProblems(questionnaire: Questionnaire): readonly string[] {
  const minutes = minutesOf(questionnaire)
  return minutes < mostMinutes ? [] : [`it takes a slow reader ${minutes.toFixed(1)} minutes`]
}
