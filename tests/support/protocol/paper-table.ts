import type { Term } from '../../../api/domain/protocol/definition.ts'

/** What has to be in a dossier for something to come up: codes of entries, in kinds that their names tell apart. */
export type Before = Readonly<{
  way?: 'digital'
  done?: readonly string[]
  circumstances?: readonly string[]
  measures?: readonly string[]
  handler?: string
  withoutInitiator?: true
}>

/** A point of the paper: its key in the definition, its section there, who does it, by when, and what comes before. */
export type PaperRow = readonly [key: string, section: string, by: string, term: string, before: Before]

export const termText = (term: Term | undefined): string =>
  term === undefined ? 'optional' : typeof term.count === 'number' ? `${term.count} ${term.unit}` : `own ${term.unit}`

const days = 'own schoolDays'
const hours = 'own hours'
const mentor = 'mentor'
const coordinator = 'bullyingCoordinator'
const leader = 'teamLeader'
const director = 'director'
const heardTarget: Before = { done: ['a1-talk-target'] }
const heard: Before = { done: ['a1-talk-target', 'a1-talk-initiator'] }
const digital: Before = { way: 'digital' }
const digitalHeard: Before = { way: 'digital', done: ['d-talk-target', 'd-talk-initiator'] }
const goesOn: Before = { circumstances: ['goes-on'] }
const takenOver: Before = { handler: coordinator }
const recurred: Before = { circumstances: ['recurred'] }
const noAgreement: Before = { circumstances: ['recurred', 'no-agreement'] }
const calm: Before = { circumstances: ['calm'] }

/** Every step of the paper, in its order. */
export const paperSteps: readonly PaperRow[] = [
  ['inform-mentor', '2.2.1', 'opener', days, {}],
  ['help-target', '2.2.2', mentor, days, heardTarget],
  ['help-initiator', '2.2.3', mentor, days, heard],
  ['class-again', '2.2.4', mentor, '2 schoolWeeks', { done: ['a5-class-talk'] }],
  ['parents-advice', '2.2.5', mentor, 'optional', heardTarget],
  ['explain-training', '2.2.5', coordinator, 'optional', heardTarget],
  ['team-watches', '2.2.5', mentor, days, heardTarget],
  ['a1-talk-target', 'A1', mentor, days, {}],
  ['a1-talk-initiator', 'A1', mentor, days, heardTarget],
  ['a1-talk-together', 'A1', mentor, 'optional', heard],
  ['a1-agreements', 'A1', mentor, days, heard],
  ['a1-note', 'A1', mentor, days, { done: ['a1-agreements'] }],
  ['a1-inform-coordinator', 'A1', mentor, days, heardTarget],
  ['a2-parents-target', 'A2', mentor, days, heardTarget],
  ['a2-parents-initiator', 'A2', mentor, days, heard],
  ['a3-if-it-repeats', 'A3', mentor, days, heard],
  ['a4-mediation', 'A4', mentor, 'optional', heard],
  ['a5-class-talk', 'A5', mentor, days, heardTarget],
  ['a6-course', 'A6', mentor, days, { done: ['a1-agreements'] }],
  ['a6-tell-team-leader', 'A6', mentor, days, goesOn],
  ['look-again', 'A6', mentor, days, goesOn],
  ['a7-go-through-notes', 'A7', leader, days, { circumstances: ['coordinator-takes-over'] }],
  ['a8-parents-not-solved', 'A8', coordinator, days, { ...takenOver, ...goesOn }],
  ['b1-consult', 'B1', leader, days, goesOn],
  ['b2-decide', 'B2', leader, days, { ...goesOn, done: ['b1-consult'] }],
  ['b3-talk-initiator', 'B3', leader, days, takenOver],
  ['b4-intervene', 'B4', leader, days, { circumstances: ['grave'] }],
  ['b4-care-team', 'B4', leader, 'optional', { circumstances: ['grave'] }],
  [
    'c1-take-over',
    'C1',
    coordinator,
    days,
    { circumstances: ['coordinator-takes-over'], done: ['a7-go-through-notes'] },
  ],
  ['c2-apart-or-together', 'C2', coordinator, days, takenOver],
  ['c3-talk-initiator', 'C3', coordinator, days, { ...takenOver, done: ['c2-apart-or-together'] }],
  ['c4-talk-target', 'C4', coordinator, days, { ...takenOver, done: ['c2-apart-or-together'] }],
  ['c5-advise-help', 'C5', coordinator, 'optional', { ...takenOver, done: ['c2-apart-or-together'] }],
  ['c5-arrange-help', 'C5', coordinator, days, { ...takenOver, circumstances: ['help-necessary'] }],
  ['c6-parents-recurrence', 'C6', coordinator, days, recurred],
  ['c7-report-back', 'C7', coordinator, days, { ...takenOver, done: ['c3-talk-initiator', 'c4-talk-target'] }],
  ['d-tell-team-leader', '2.6', mentor, hours, digital],
  ['d-act-in-class', '2.6', mentor, hours, digital],
  ['d-ask-outside-class', '2.6', mentor, hours, digital],
  ['d-ask-outside-initiator', '2.6', mentor, hours, digital],
  ['d-own-team-leader', '2.6', leader, days, digital],
  ['d-own-coordinator', '2.6', coordinator, days, digital],
  ['d-find-initiator', 'D-finding', mentor, days, { ...digital, withoutInitiator: true }],
  [
    ...(['d-system-administrator', 'D-finding', mentor, days] as const),
    { ...digital, withoutInitiator: true, circumstances: ['on-school-systems'] },
  ],
  ['d-talk-target', 'D-target', mentor, days, digital],
  ['d-talk-initiator', 'D-initiator', mentor, days, { ...digital, done: ['d-talk-target'] }],
  ['d-agreements', 'D-begin', mentor, days, digitalHeard],
  ['d-note', 'D-begin', mentor, days, digitalHeard],
  ['d-parents-target', 'D-parents', mentor, hours, digital],
  ['d-parents-initiator', 'D-parents', mentor, hours, digital],
  ['d-police', 'D-parents', mentor, 'optional', digital],
  ['d-weigh', 'D-both', mentor, days, digitalHeard],
  ['d-talk-of-three', 'D-both', mentor, 'optional', { way: 'digital', done: ['d-talk-initiator', 'd-weigh'] }],
  ['r-talk-parents', '2.5', director, days, recurred],
  ['r-record', '2.5', mentor, days, { circumstances: ['recurred', 'agreed-with-parents'] }],
  ['r-director-decides', '2.5', director, 'own calendarDays', noAgreement],
  ['r-tell-parents', '2.5', director, '1 calendarWeeks', { ...noAgreement, done: ['r-director-decides'] }],
  ['m-path-expectations', '2.5', coordinator, days, { measures: ['anti-bullying-path'] }],
  ['m-talk-before-suspension', '2.5', leader, 'optional', { measures: ['reflection-day'] }],
  ['n-check-in-target', '2.4', mentor, days, calm],
  ['n-check-in-initiator', '2.4', mentor, days, calm],
  ['n-signal', '2.4', mentor, 'optional', calm],
  ['n-contact-target', '2.4', coordinator, days, calm],
  ['n-contact-parents', '2.4', coordinator, days, calm],
  ['n-view-target', '2.4', coordinator, days, calm],
  ['n-view-parents', '2.4', coordinator, days, calm],
  ['n-tell-mentor', '2.4', coordinator, days, { ...calm, done: ['n-view-target', 'n-view-parents'] }],
  ['u-decide', '3.1', director, days, { circumstances: ['unforeseen'] }],
]

/** What 2.5 lets a location choose, and its ladder; by whom, and what must be there. */
export const paperMeasures: readonly PaperRow[] = [
  ['resilience', '2.5', mentor, 'option', recurred],
  ['mediation', '2.5', mentor, 'option', recurred],
  ['restorative', '2.5', mentor, 'option', recurred],
  ['no-blame', '2.5', mentor, 'option', { circumstances: ['recurred', 'target-consents'] }],
  ['care-team', '2.5', mentor, 'option', { circumstances: ['grave'] }],
  ['by-team-leader', 'B4', leader, 'option', { circumstances: ['grave'] }],
  ['anti-bullying-path', '2.5', coordinator, 'ladder', recurred],
  ['reflection-day', '2.5', coordinator, 'ladder', { measures: ['anti-bullying-path'], ...goesOn }],
  [
    ...(['suspension', '2.5', leader, 'ladder'] as const),
    {
      measures: ['anti-bullying-path', 'reflection-day'],
      circumstances: ['goes-on', 'director-knows'],
      done: ['m-talk-before-suspension'],
    },
  ],
  ['director-suspension', '2.5', director, 'ladder', { measures: ['suspension'], ...goesOn }],
  ['removal', '2.5', director, 'ladder', { measures: ['director-suspension'], ...goesOn }],
]

/** Track 1 (2.2.1), by key and owner. */
export const paperYearly: readonly (readonly [key: string, owner: string])[] = [
  ['y-staff-informed', coordinator],
  ['y-staff-step-plan', leader],
  ['y-students-rules', mentor],
  ['y-students-where', mentor],
  ['y-staff-signals', leader],
  ['y-student-reviews', leader],
  ['y-parent-evening', leader],
  ['y-names-in-guide', director],
  ['y-lessons', leader],
  ['y-diversity', leader],
  ['y-event', coordinator],
  ['y-survey', director],
  ['y-improvements', coordinator],
]

/** The points of the paper that ask somebody to do something. */
export const paperPoints: readonly string[] = [
  ...['2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.2.5', '2.4', '2.5', '2.6', '3.1'],
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'B1', 'B2', 'B3', 'B4'],
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'],
  ...['D-begin', 'D-target', 'D-finding', 'D-initiator', 'D-parents', 'D-both'],
]
