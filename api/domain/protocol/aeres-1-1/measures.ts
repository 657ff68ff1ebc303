import type { Condition, Measure } from '../definition.ts'
import { repeatedOrGrave } from './conditions.ts'

/** It went on, written down on a later day than the measure before. */
const wentOnAfter = (measure: string): Condition => ({
  all: [{ measure }, { circumstance: 'goes-on', after: { measure } }],
})
const workers = ['handler', 'teamLeader', 'bullyingCoordinator', 'director']

/** 2.5: what a location may choose, and the ladder for the student who does it, in the order of the paper. */
export const measures: readonly Measure[] = [
  {
    ...{ key: 'resilience', kind: 'option', section: '2.5', by: workers, requires: repeatedOrGrave },
    title: 'Weerbaarheidstraject',
    asks: 'Voor één leerling, op school of daarbuiten. Bespreek het eerst met de leerling en de ouders.',
  },
  {
    ...{ key: 'mediation', kind: 'option', section: '2.5', by: workers, requires: repeatedOrGrave },
    title: 'Bemiddeling door een leerling',
    asks: 'Een klasgenoot stelt beide leerlingen vragen, zodat zij elkaar beter begrijpen.',
  },
  {
    ...{ key: 'restorative', kind: 'option', section: '2.5', by: workers, requires: repeatedOrGrave },
    title: 'Herstelgesprek',
    asks: 'De leerlingen zoeken zelf naar een oplossing en herstellen wat stuk ging.',
  },
  {
    ...{ key: 'no-blame', kind: 'option', section: '2.5', by: workers },
    title: 'No Blame: samen oplossen zonder straf',
    asks: 'De groep lost het samen op en niemand krijgt de schuld. Dit kan alleen als de leerling die gepest wordt het wil.',
    requires: { all: [repeatedOrGrave, { circumstance: 'target-consents', ofEvery: 'target' }] },
  },
  {
    ...{ key: 'care-team', kind: 'option', section: '2.5', by: workers, requires: repeatedOrGrave },
    title: 'Gesprek in het zorgteam',
    asks: 'Het zorgteam denkt mee over één aanpak die blijft werken.',
  },
  {
    ...{ key: 'by-team-leader', kind: 'option', section: 'B4', by: ['teamLeader'], about: 'initiator' },
    title: 'Eigen maatregel van de teamleider',
    asks: 'Na iets ernstigs mag de teamleider zelf een maatregel nemen. Schrijf op welke, en waarom.',
    requires: { circumstance: 'grave' },
  },
  {
    ...{ key: 'anti-bullying-path', kind: 'ladder', section: '2.5', about: 'initiator' },
    title: 'Anti-pesttraject',
    asks: 'De leerling krijgt nog een kans, en volgt daarvoor een eigen programma. Het laat zien wat pesten met een ander doet.',
    by: ['bullyingCoordinator', 'teamLeader', 'director'],
    requires: { circumstance: 'recurred' },
  },
  {
    ...{ key: 'reflection-day', kind: 'ladder', section: '2.5', about: 'initiator' },
    title: 'Nadenkverlof van één dag',
    asks: 'Het traject hielp niet blijvend. De leerling is één dag niet in de les.',
    by: ['bullyingCoordinator', 'teamLeader', 'director'],
    ...{ requires: wentOnAfter('anti-bullying-path'), law: ['reflection'] },
  },
  {
    ...{ key: 'suspension', kind: 'ladder', section: '2.5', about: 'initiator', by: ['teamLeader', 'director'] },
    title: 'Schorsing',
    asks: 'Dit kan pas na een gesprek met teamleider en anti-pestcoördinator. De directeur moet ervan weten.',
    requires: {
      all: [
        wentOnAfter('reflection-day'),
        { done: 'm-talk-before-suspension' },
        { circumstance: 'director-knows', after: { measure: 'anti-bullying-path' } },
      ],
    },
    law: ['suspension'],
  },
  {
    ...{ key: 'director-suspension', kind: 'ladder', section: '2.5', about: 'initiator', by: ['director'] },
    title: 'Schorsing door de directeur',
    asks: 'Het gedrag houdt nog steeds aan. De directeur besluit tot een (tijdelijke) schorsing.',
    ...{ requires: wentOnAfter('suspension'), law: ['suspension'] },
  },
  {
    ...{ key: 'removal', kind: 'ladder', section: '2.5', about: 'initiator', by: ['director'] },
    title: 'Verwijdering van school',
    asks: 'De school kan de veiligheid van anderen niet meer waarborgen. Alleen de directeur besluit dit.',
    ...{ requires: wentOnAfter('director-suspension'), law: ['removal'] },
  },
]
