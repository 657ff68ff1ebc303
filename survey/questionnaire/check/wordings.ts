import type { Item, Questionnaire, Section } from '../definition.ts'
import { optionsOf } from '../items.ts'
import { instrumentOf } from '../known-wordings.ts'
import { faultsOf, type Language, languages, periodNames, type Wording } from '../wording.ts'

/** What is wrong with what its reader sees. */
export const wordingProblems = (questionnaire: Questionnaire): readonly string[] => [
  ...textProblems('the title', questionnaire.title, questionnaire),
  ...languageProblems(questionnaire),
  ...questionnaire.sections.flatMap((section) => [
    ...(section.lead ? textProblems(`the lead of ${section.key}`, section.lead, questionnaire) : []),
    ...section.items.flatMap((item) => [
      ...textProblems(item.key, item.question, questionnaire),
      ...(item.hint ? textProblems(`the hint of ${item.key}`, item.hint, questionnaire) : []),
      ...optionsOf(item).flatMap(({ key, label }) => textProblems(`${item.key}, ${key}`, label, questionnaire)),
      ...periodProblems(item, section, questionnaire.languages),
    ]),
  ]),
]

function textProblems(where: string, wording: Wording, questionnaire: Questionnaire): readonly string[] {
  const instrument = languages.map((language) => instrumentOf(wording[language] ?? '')).find((from) => from !== null)
  return [
    ...faultsOf(wording, questionnaire).map((fault) => `${where} is ${fault}`),
    ...questionnaire.languages
      .filter((language) => (wording[language] ?? '').trim() === '')
      .map((language) => `${where} is not there in ${language}`),
    ...(instrument ? [`${where} reads like ${instrument}`] : []),
  ]
}

/** Whoever answers must read which time it is about, above the question or in it. */
const periodProblems = (item: Item, { lead }: Section, inLanguages: readonly Language[]): readonly string[] =>
  inLanguages
    .filter((language) => item.period !== null && !saysPeriod(item, lead, language))
    .map((language) => `${item.key} does not say in ${language} that it is about the ${item.period}`)

const saysPeriod = ({ period, question, hint }: Item, lead: Wording | undefined, language: Language) =>
  period !== null &&
  [question, hint, lead].some((wording) => wording?.[language]?.toLowerCase().includes(periodNames[period][language]))

const languageProblems = ({ languages: inLanguages }: Questionnaire): readonly string[] => [
  ...(inLanguages.includes('nl') ? [] : ['it is not there in nl']),
  ...(new Set(inLanguages).size === inLanguages.length ? [] : ['a language is listed twice']),
]
