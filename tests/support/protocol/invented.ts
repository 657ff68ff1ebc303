import type { Protocol, Step } from '../../../api/domain/protocol/definition.ts'

/**
 * A protocol of no school at all: four tracks, terms in calendar days, no coordinator, and the support coordinator who
 * closes. It exists to show that the interpreter knows nothing of any one school.
 */
const section = 'p. 1'
const calendarDays = (count: number) => ({ unit: 'calendarDays', count }) as const

const steps: readonly Step[] = [
  {
    ...{
      key: 'luister',
      plan: 'begin',
      track: 'kind',
      section,
      form: 'talk',
      title: 'Luister',
      asks: 'Luister eerst.',
    },
    ...{ takesPart: ['target', 'supportCoordinator'], owner: 'handler', eachOf: ['target'] },
    ...{ opensWhen: { always: true }, term: calendarDays(2), anewAfter: ['reopened'] },
  },
  {
    ...{
      key: 'spreek-aan',
      plan: 'begin',
      track: 'ander',
      section,
      form: 'talk',
      title: 'Spreek aan',
      asks: 'Spreek aan.',
    },
    ...{ takesPart: ['initiator'], owner: 'director', eachOf: ['initiator'], opensWhen: { settled: 'luister' } },
    ...{ term: calendarDays(7), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'bel-thuis', plan: 'begin', track: 'thuis', section, form: 'parents', title: 'Bel thuis', asks: 'Bel.' },
    ...{ takesPart: ['parents'], owner: 'contactPerson', eachOf: ['target', 'initiator'] },
    ...{ opensWhen: { settled: 'luister' }, term: { unit: 'calendarWeeks', count: 1 } },
  },
  {
    ...{ key: 'kring', plan: 'begin', track: 'groep', section, form: 'class', title: 'Kring', asks: 'Houd een kring.' },
    ...{ takesPart: ['group'], owner: 'opener', opensWhen: { always: true } },
    term: { unit: 'calendarDays', count: { setting: 'kring-binnen' } },
  },
  {
    ...{
      key: 'oordeel',
      plan: 'begin',
      track: 'kind',
      section,
      form: 'decision',
      title: 'Oordeel',
      asks: 'Is het over?',
    },
    ...{ takesPart: ['supportCoordinator'], owner: 'handler', isRequired: true, decides: ['niet-over', 'over'] },
    ...{ opensWhen: { settled: 'spreek-aan' }, term: calendarDays(14), anewAfter: ['reopened'] },
  },
  {
    ...{
      key: 'geef-door',
      plan: 'begin',
      track: null,
      section,
      form: 'action',
      title: 'Geef door',
      asks: 'Geef het door.',
    },
    ...{
      takesPart: ['director'],
      owner: 'director',
      handsOverTo: 'director',
      opensWhen: { circumstance: 'niet-over' },
    },
    ...{ term: calendarDays(3), anewAfter: ['niet-over'] },
  },
  {
    ...{ key: 'volg', plan: 'begin', track: 'kind', section, form: 'talk', title: 'Volg', asks: 'Hoe gaat het?' },
    ...{ takesPart: ['target'], owner: 'handler', opensWhen: { settled: 'oordeel' }, recurs: calendarDays(21) },
    ...{ term: calendarDays(21), isRequired: true },
  },
  {
    ...{
      key: 'eindgesprek',
      plan: 'begin',
      track: 'kind',
      section,
      form: 'talk',
      title: 'Eind',
      asks: 'Mag het dicht?',
    },
    ...{ takesPart: ['target'], owner: 'supportCoordinator', opensWhen: { circumstance: 'over' }, isRequired: true },
    ...{ term: calendarDays(30), anewAfter: ['reopened', 'niet-over'] },
  },
]

const track = (key: string) => ({ key, title: key, section, asks: `Het spoor ${key}.` })

export const invented: Protocol = {
  ...{
    id: 'de-linde',
    version: '3',
    name: 'Afspraken van De Linde',
    adoptedOn: '2026-01-01',
    reviewBefore: '2027-06-01',
  },
  sections: { 'p. 1': 'De ene bladzijde' },
  roles: {
    supportCoordinator: { label: 'begeleider', hasAccount: true },
    contactPerson: { label: 'luisterend oor', hasAccount: true },
    director: { label: 'rector', hasAccount: true },
  },
  others: { parents: 'thuis', group: 'de groep' },
  parts: { target: 'het kind', initiator: 'de ander', middleGroup: 'de groep', bystander: 'wie keek' },
  tracks: ['kind', 'ander', 'thuis', 'groep'].map(track),
  plans: [{ key: 'begin', title: 'Alles', section }],
  waysIn: [{ key: 'verteld', title: 'Verteld', section }],
  circumstances: [
    { key: 'over', title: 'Over', section, group: 'hoe', by: ['handler'], untilReopened: true },
    { key: 'niet-over', title: 'Niet over', section, group: 'hoe', by: ['handler'], untilReopened: true },
  ],
  ...{ steps, statutory: [], overrideBy: null, firstHandler: 'supportCoordinator' },
  measures: [
    {
      ...{ key: 'thuis-werken', title: 'Een dag thuis werken', section, asks: 'Een dag.', kind: 'ladder' },
      ...{ by: ['director'], about: 'initiator', requires: { done: 'spreek-aan' } },
    },
  ],
  handOvers: [
    { to: 'director', by: ['director'], section, requires: { circumstance: 'niet-over' } },
    { to: 'supportCoordinator', by: ['supportCoordinator'], section, requires: { always: true } },
  ],
  escalation: { roles: ['supportCoordinator', 'director'], after: calendarDays(4) },
  aftercare: { from: { circumstance: 'over' }, apart: [], section },
  closings: [
    {
      ...{ key: 'klaar', title: 'Klaar', section, asks: 'Klaar.', kind: 'solved', by: ['supportCoordinator'] },
      ...{ requires: { all: [{ circumstance: 'over' }, { done: 'eindgesprek' }] }, needsAllSettled: true },
    },
    {
      ...{ key: 'anders', title: 'Anders', section, asks: 'Anders.', kind: 'not-bullying', by: ['supportCoordinator'] },
      ...{ requires: { always: true }, needsReason: true },
    },
  ],
  reopenings: [
    {
      key: 'weer',
      title: 'Weer',
      section,
      by: ['supportCoordinator', 'director'],
      isRecurrence: true,
      sets: ['niet-over'],
    },
  ],
  keepers: ['supportCoordinator'],
  settings: [{ key: 'kring-binnen', title: 'Kring', unit: 'calendarDays', standard: 5, least: 1, most: 9 }],
  ...{ schoolHours: { from: 9, until: 15 }, yearlyPlan: [] },
  letters: [
    {
      ...{ key: 'kaartje', title: 'Kaartje', section, asks: 'Om iets te laten weten.', kind: 'letter' },
      text: ['Dag {ouders},', 'Bel even over {leerling}.'],
    },
  ],
}
