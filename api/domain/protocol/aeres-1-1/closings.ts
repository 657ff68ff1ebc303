import type { Closing, HandOver, Reopening } from '../definition.ts'
import { isCalm } from './conditions.ts'

/** That only the coordinator closes is how we read 2.4; a school may set it otherwise. */
const by = ['bullyingCoordinator']
const always = { always: true } as const
const notBullying = { kind: 'not-bullying', section: '2.4', by, requires: always, needsReason: true } as const

export const closings: readonly Closing[] = [
  {
    ...{ key: 'solved', kind: 'solved', section: '2.4', by, needsAllSettled: true },
    title: 'Opgelost',
    asks: 'De leerling en de ouders vinden het genoeg opgelost, en de mentor weet dat het dossier dichtgaat.',
    requires: {
      all: [isCalm, { done: 'n-view-target' }, { done: 'n-view-parents' }, { settled: 'n-tell-mentor' }],
    },
  },
  {
    ...notBullying,
    key: 'teasing',
    title: 'Het was plagen',
    asks: 'Het was speels en van twee kanten. Schrijf op waarom je dat denkt.',
  },
  {
    ...notBullying,
    key: 'quarrel',
    title: 'Het was ruzie',
    asks: 'Er was een conflict. Schrijf op wie er nu mee helpt.',
  },
  {
    ...{ ...notBullying, key: 'something-else' },
    title: 'Het was iets anders',
    asks: 'Schrijf op wat het was, en aan wie je het overdroeg.',
  },
  {
    ...{ key: 'duplicate', kind: 'duplicate', section: '2.4', by, requires: always, needsLink: true },
    title: 'Hoort bij een ander dossier',
    asks: 'Kies het dossier waarin jullie verdergaan.',
  },
  {
    ...{ key: 'prank', kind: 'prank', section: '2.4', by, requires: always, needsReason: true },
    title: 'Niet echt gebeurd',
    asks: 'Wees hier zeker van. Schrijf op hoe je het weet, en of er toch iets achter zit.',
  },
]

const everybody = ['mentor', 'teamLeader', 'bullyingCoordinator', 'director']

export const reopenings: readonly Reopening[] = [
  {
    ...{ key: 'happened-again', section: '2.5', by: everybody, isRecurrence: true, sets: ['recurred', 'goes-on'] },
    title: 'Het gebeurde opnieuw',
  },
  { key: 'closed-by-mistake', title: 'Te vroeg gesloten', section: '2.4', by, isRecurrence: false, sets: [] },
]

export const handOvers: readonly HandOver[] = [
  {
    ...{ to: 'bullyingCoordinator', by: ['bullyingCoordinator'], section: 'C1' },
    requires: { all: [{ circumstance: 'coordinator-takes-over' }, { settled: 'a7-go-through-notes' }] },
  },
  {
    ...{ to: 'mentor', by: ['teamLeader', 'bullyingCoordinator'], section: 'B2', needsReason: true },
    requires: always,
  },
]
