import type { Step } from '../definition.ts'
import { own } from './settings.ts'

/** 2.5: it does not stop although the school tried; and the talks that belong to a measure. */
const plan = 'recurrence'

export const recurrenceSteps: readonly Step[] = [
  {
    ...{ key: 'r-talk-parents', plan, track: 'parents', section: '2.5', form: 'parents', eachOf: ['initiator'] },
    title: 'Nodig de ouders uit, directeur en mentor samen',
    asks: 'Het gaat om de ouders van de leerling die het doet. Bespreek hoe ernstig het is en maak afspraken. Leg vast of jullie het eens werden.',
    ...{ takesPart: ['director', 'mentor', 'parents'], owner: 'director', mayAlso: ['mentor'] },
    ...{ opensWhen: { circumstance: 'recurred' }, decides: ['agreed-with-parents', 'no-agreement'] },
    ...{ term: own('director-talk'), anewAfter: ['recurred'] },
  },
  {
    ...{ key: 'r-record', plan, track: 'initiator', section: '2.5', form: 'note', eachOf: ['initiator'] },
    title: 'Schrijf het verslag van dat gesprek',
    asks: 'De mentor schrijft het. Het komt in de eigen gegevens van de leerling die het doet, niet bij die van een ander.',
    ...{ takesPart: ['mentor'], owner: 'mentor', opensWhen: { done: 'r-talk-parents' } },
    ...{ term: own('write'), anewAfter: ['recurred'] },
  },
  {
    ...{ key: 'r-director-decides', plan, track: 'initiator', section: '2.5', form: 'decision', eachOf: ['initiator'] },
    title: 'Besluit wat er nu volgt',
    asks: 'School en ouders werden het niet eens. De directeur beslist over het vervolg.',
    ...{ takesPart: ['director'], owner: 'director', isRequired: true },
    ...{ opensWhen: { circumstance: 'no-agreement' }, term: own('director-decides'), anewAfter: ['no-agreement'] },
  },
  {
    ...{ key: 'r-tell-parents', plan, track: 'parents', section: '2.5', form: 'parents', eachOf: ['initiator'] },
    title: 'Laat de ouders het besluit weten',
    asks: 'De ouders horen het binnen een week na het gesprek. Vakantie telt gewoon mee.',
    ...{ takesPart: ['parents', 'director'], owner: 'director', mayAlso: ['mentor'], isRequired: true },
    opensWhen: { all: [{ circumstance: 'no-agreement' }, { done: 'r-director-decides' }] },
    ...{ countsFrom: { circumstance: 'no-agreement' }, term: { unit: 'calendarWeeks', count: 1 } },
    anewAfter: ['no-agreement'],
  },
  {
    ...{ key: 'm-path-expectations', plan, track: 'initiator', section: '2.5', form: 'parents', eachOf: ['initiator'] },
    title: 'Bespreek wat jullie van het anti-pesttraject verwachten',
    asks: 'Doe dit met de leerling en de ouders. Spreek af welk gedrag jullie op school verwachten. Het traject is zo veel mogelijk na schooltijd.',
    ...{ takesPart: ['initiator', 'parents'], owner: 'bullyingCoordinator', mayAlso: ['teamLeader', 'mentor'] },
    ...{ opensWhen: { measure: 'anti-bullying-path' }, term: own('parents') },
  },
  {
    ...{ key: 'm-talk-before-suspension', plan, track: 'initiator', section: '2.5', form: 'talk', isOptional: true },
    title: 'Praat met de leerling voor je schorst',
    asks: 'Teamleider en anti-pestcoördinator praten samen met de leerling. Zonder dit gesprek volgt geen schorsing. Zorg dat de directeur het weet.',
    ...{ takesPart: ['initiator', 'teamLeader', 'bullyingCoordinator'], owner: 'teamLeader', eachOf: ['initiator'] },
    ...{ mayAlso: ['bullyingCoordinator'], opensWhen: { measure: 'reflection-day' } },
  },
]
