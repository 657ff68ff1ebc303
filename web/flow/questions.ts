import { reportLimits } from '../../api/domain/report.ts'
import {
  addressing,
  canBeExcluded,
  chosenFunctions,
  chosenPersons,
  hasReaders,
  hasTooManyReaders,
  standInFunction,
} from './addressing.ts'
import { type Answers, type FlowContext, nobody, type ReaderChoice, readerChoices } from './answers.ts'
import { type ReporterKind, type Subject, subjects } from './codes.ts'
import { missing, type Refused, tooLong } from './refusals.ts'

export const nameLimits = { name: 80, classGroup: 20, reach: 200 } as const

/**
 * One question is one page. A follow-up bears the number of the question it belongs to, so that "Vraag 4 van 11"
 * stays true whatever is answered. Why each is asked stands beside its words, in the text catalogue.
 */
type Shape = Readonly<{
  key: string
  /** The main question this one follows. */
  follows?: string
  fields: readonly (keyof Answers)[]
  isAsked?(answers: Answers, context: FlowContext): boolean
  refuse(answers: Answers, context: FlowContext): readonly Refused[]
  /** What the question was about. An answer to a question that has since become another one is not kept. */
  about?(answers: Answers, context: FlowContext): string
}>

const list = [
  {
    key: 'site',
    fields: ['site'],
    isAsked: (_, { sites }) => sites.length !== 1,
    refuse: ({ site }, { sites }) =>
      missing(
        sites.some(({ id }) => id === site),
        'site',
        'site-missing',
      ),
  },
  {
    key: 'reporterKind',
    fields: ['reporterKind'],
    refuse: ({ reporterKind }) => missing(reporterKind !== undefined, 'reporterKind', 'reporter-kind-missing'),
  },
  {
    key: 'forWhom',
    fields: ['forWhom'],
    refuse: ({ forWhom, reporterKind }) =>
      missing(
        subjectsFor(reporterKind).some((subject) => subject === forWhom),
        'forWhom',
        'for-whom-missing',
      ),
    about: ({ reporterKind }) => subjectsFor(reporterKind).join(),
  },
  {
    key: 'readers',
    fields: ['readers'],
    refuse: ({ readers = [] }, context) => {
      const offered = offeredReaders(context)
      return missing(
        readers.length > 0 && readers.every((reader) => offered.includes(reader)),
        'readers',
        'readers-missing',
      )
    },
    about: ({ site }) => site ?? '',
  },
  {
    key: 'mentorClass',
    follows: 'readers',
    fields: ['mentorClass'],
    isAsked: ({ readers = [] }) => readers.includes('mentor'),
    refuse: ({ mentorClass }, { classGroups }) =>
      missing(
        classGroups.some(({ name }) => name === mentorClass),
        'mentorClass',
        'mentor-class-missing',
      ),
    about: ({ site }) => site ?? '',
  },
  {
    key: 'trusted',
    follows: 'readers',
    fields: ['trusted'],
    isAsked: ({ readers = [] }) => readers.includes('trustedStaff'),
    refuse: ({ trusted }) => missing(trusted !== undefined, 'trusted', 'trusted-missing'),
    about: ({ site }) => site ?? '',
  },
  {
    key: 'standIn',
    follows: 'readers',
    fields: ['standIn'],
    isAsked: (answers, context) =>
      (answers.readers ?? []).length > 0 &&
      chosenFunctions(answers).length === 0 &&
      standInFunction(answers, context) !== undefined,
    refuse: ({ standIn }) => missing(standIn !== undefined, 'standIn', 'stand-in-missing'),
    about: (answers, context) => holdersOf(chosenPersons(answers, context)),
  },
  {
    key: 'excluded',
    follows: 'readers',
    fields: ['excluded'],
    isAsked: (answers, context) => canBeExcluded(answers, context).length > 0,
    refuse: (answers, context) => {
      const candidates = canBeExcluded(answers, context)
      const excluded = answers.excluded ?? []
      const isAnswered =
        excluded.length > 0 && excluded.every((id) => id === nobody || candidates.some(({ holder }) => holder === id))
      if (!isAnswered) return [{ field: 'excluded', refusal: 'excluded-missing' }]
      if (!hasReaders(addressing(answers, context))) return [{ field: 'excluded', refusal: 'excluded-everybody' }]
      return missing(!hasTooManyReaders(answers, context), 'excluded', 'excluded-leaves-too-many')
    },
    about: (answers, context) => holdersOf(canBeExcluded(answers, context)),
  },
  {
    key: 'forms',
    fields: ['forms'],
    refuse: ({ forms = [] }) => missing(forms.length > 0, 'forms', 'forms-missing'),
  },
  {
    key: 'goingRound',
    follows: 'forms',
    fields: ['goingRound'],
    isAsked: ({ forms = [] }) => forms.includes('online'),
    refuse: ({ goingRound }) => missing(goingRound !== undefined, 'goingRound', 'going-round-missing'),
  },
  {
    key: 'places',
    fields: ['places'],
    refuse: ({ places = [] }) => missing(places.length > 0, 'places', 'places-missing'),
  },
  {
    key: 'howLong',
    fields: ['howLong'],
    refuse: ({ howLong }) => missing(howLong !== undefined, 'howLong', 'how-long-missing'),
  },
  {
    key: 'howOften',
    fields: ['howOften'],
    refuse: ({ howOften }) => missing(howOften !== undefined, 'howOften', 'how-often-missing'),
  },
  {
    key: 'story',
    fields: ['story', 'cannotTell'],
    refuse: ({ story = '', cannotTell = false }) => [
      ...missing(cannotTell || story.trim() !== '', 'story', 'story-missing'),
      ...tooLong(story, reportLimits.storyCharacters, 'story', 'story-too-long'),
    ],
  },
  // The files themselves are not answers: web/islands/report keeps them, and none is an answer too.
  { key: 'files', fields: [], refuse: () => [] },
  {
    key: 'named',
    fields: ['named', 'name', 'classGroup', 'reach'],
    refuse: ({ named, name = '', classGroup, reach }) => {
      if (named !== 'named') return missing(named !== undefined, 'named', 'named-missing')
      return [
        ...missing(name.trim() !== '', 'name', 'name-missing'),
        ...tooLong(name, nameLimits.name, 'name', 'name-too-long'),
        ...tooLong(classGroup, nameLimits.classGroup, 'classGroup', 'class-group-too-long'),
        ...tooLong(reach, nameLimits.reach, 'reach', 'reach-too-long'),
      ]
    },
  },
] as const satisfies readonly Shape[]

export type QuestionKey = (typeof list)[number]['key']
export type Question = Omit<Shape, 'key' | 'follows'> & Readonly<{ key: QuestionKey; follows?: QuestionKey }>
export const questions: readonly Question[] = list

/** Whom a report can be about, seen from who tells it. */
export function subjectsFor(reporterKind: ReporterKind | undefined): readonly Subject[] {
  return subjects.filter((subject) => subject !== (reporterKind === 'parent' ? 'self' : 'ownChild'))
}

/** Who can be chosen at this site: no function without a key or members, no mentor where no classes are known. */
export function offeredReaders({ functions, classGroups }: FlowContext): readonly ReaderChoice[] {
  return readerChoices.filter((choice) => {
    if (choice === 'mentor') return classGroups.length > 0
    return choice === 'trustedStaff' || functions.some(({ role, members }) => role === choice && members.length > 0)
  })
}

function holdersOf(persons: readonly { holder: string }[]): string {
  return persons
    .map(({ holder }) => holder)
    .sort()
    .join()
}
