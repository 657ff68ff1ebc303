import type { Condition, Step } from '../definition.ts'
import { isDigital } from './conditions.ts'
import { own } from './settings.ts'

/** 2.6, the first hours. */
const plan = 'digital'
const nobodyKnown: Condition = { not: { record: 'initiator' } }

export const digitalSteps: readonly Step[] = [
  {
    ...{ key: 'd-tell-team-leader', plan, track: 'target', section: '2.6', form: 'action' },
    title: 'Vertel het meteen de teamleider',
    asks: 'Wacht niet. Bespreek samen hoe ernstig het is en wie wat doet.',
    ...{ takesPart: ['mentor', 'teamLeader'], owner: 'handler', mayAlso: ['mentor', 'bullyingCoordinator'] },
    ...{ opensWhen: isDigital, term: own('urgent') },
  },
  {
    ...{ key: 'd-act-in-class', plan, track: 'middle-group', section: '2.6', form: 'class' },
    title: 'Grijp in de klas in',
    asks: 'Doe dit zo ernstig als het is, als het kan samen met de teamleider. Je mag een les ervoor onderbreken. Bekijk het materiaal niet zelf en bewaar het niet.',
    actions: [
      { key: 'said-why', title: 'Gezegd waarom de les stopt, zonder namen te noemen' },
      { key: 'everyone-looked', title: 'Iedereen die het kreeg of deelde, pakte telefoon of laptop' },
      { key: 'removed-from-accounts', title: 'Berichten, beeld en geluid zijn uit alle accounts gewist' },
      { key: 'asked-outside', title: 'Gevraagd of het buiten school is gedeeld' },
      { key: 'evidence-kept', title: 'Eerst bewaard wat de leerling als bewijs nodig heeft' },
    ],
    ...{ takesPart: ['classGroup', 'mentor', 'teamLeader'], owner: 'handler', mayAlso: ['mentor', 'teamLeader'] },
    ...{ opensWhen: isDigital, term: own('urgent-class') },
  },
  {
    ...{ key: 'd-ask-outside-class', plan, track: 'middle-group', section: '2.6', form: 'class' },
    title: 'Vraag de klas of het buiten school kwam',
    asks: 'Vraag met wie het is gedeeld. Vraag de klas om die mensen ook te laten wissen. Houd bij waar het heen ging en wanneer het weg was.',
    ...{ takesPart: ['classGroup', 'mentor'], owner: 'handler', mayAlso: ['mentor', 'teamLeader'] },
    ...{ opensWhen: isDigital, term: own('urgent-class') },
  },
  {
    ...{
      key: 'd-ask-outside-initiator',
      plan,
      track: 'initiator',
      section: '2.6',
      form: 'talk',
      eachOf: ['initiator'],
    },
    title: 'Vraag wie het doet of het buiten school kwam',
    asks: 'Vraag met wie de leerling het deelde. Vraag de leerling om die mensen te laten wissen.',
    ...{ takesPart: ['initiator', 'mentor'], owner: 'handler', mayAlso: ['mentor', 'teamLeader'] },
    ...{ opensWhen: isDigital, term: own('urgent-parents') },
  },
  {
    ...{ key: 'd-find-initiator', plan, track: 'initiator', section: 'D-finding', form: 'action' },
    title: 'Zoek uit wie het doet',
    asks: 'Je weet nog niet wie het doet. Zoek het uit met wat de leerling bewaarde en met wat klasgenoten vertellen. Beschuldig niemand zolang je het niet weet.',
    actions: [
      { key: 'saved-messages', title: 'Bewaarde berichten bekeken, met de leerling erbij' },
      { key: 'asked-classmates', title: 'Met klasgenoten gepraat' },
    ],
    ...{ takesPart: ['target', 'classGroup', 'mentor'], owner: 'handler', mayAlso: ['mentor', 'teamLeader'] },
    ...{ opensWhen: { all: [isDigital, nobodyKnown] }, term: own('inform') },
  },
  {
    ...{ key: 'd-system-administrator', plan, track: 'initiator', section: 'D-finding', form: 'action' },
    title: 'Vraag de systeembeheerder om mee te zoeken',
    asks: 'Het gebeurt ook op school. De systeembeheerder kan nagaan van wie berichten komen. Vertel niet meer dan nodig is.',
    ...{ takesPart: ['systemAdministrator', 'mentor'], owner: 'handler', mayAlso: ['mentor', 'teamLeader'] },
    opensWhen: { all: [isDigital, nobodyKnown, { circumstance: 'on-school-systems' }] },
    term: own('inform'),
  },
  {
    ...{ key: 'd-own-team-leader', plan, track: 'target', section: '2.6', form: 'action', basis: 'school' },
    title: 'Steun de mentor in de eerste uren',
    asks: 'Ga mee de klas in als het ernstig is. Zorg voor tijd, vervanging en een rustige plek. Vertel het de directeur als er strafbare feiten kunnen zijn.',
    ...{ takesPart: ['teamLeader', 'mentor'], owner: 'teamLeader', opensWhen: isDigital, term: own('inform') },
  },
  {
    ...{ key: 'd-own-coordinator', plan, track: 'target', section: '2.6', form: 'action', basis: 'school' },
    title: 'Denk mee en bewaak dat de vijf sporen volgen',
    asks: 'Kijk of elk spoor aan de beurt komt. Help de mentor met het materiaal en met de gesprekken.',
    ...{ takesPart: ['bullyingCoordinator', 'mentor'], owner: 'bullyingCoordinator' },
    ...{ opensWhen: isDigital, term: own('talk') },
  },
]
