import type { Step } from '../definition.ts'
import { goesOn, initiatorHeard, targetHeard } from './conditions.ts'
import { own } from './settings.ts'

/** What 2.2.2 to 2.2.5 ask beyond the step plans of bijlage 1. */
const plan = 'after-report'

export const trackSteps: readonly Step[] = [
  {
    ...{ key: 'help-target', plan, track: 'target', section: '2.2.2', form: 'talk', eachOf: ['target'] },
    title: 'Bespreek welke steun past bij de leerling die gepest wordt',
    asks: 'Bespreek met de leerling, en zo nodig met de ouders, wat kan helpen. Dat kan een gesprek zijn, of hulp in of buiten school.',
    ...{ takesPart: ['target', 'parents'], owner: 'handler', mayAlso: ['supportCoordinator', 'careCoordinator'] },
    ...{ opensWhen: targetHeard, term: own('help'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'help-initiator', plan, track: 'initiator', section: '2.2.3', form: 'talk', eachOf: ['initiator'] },
    title: 'Bespreek welke steun past bij de leerling die het doet',
    asks: 'Ook deze leerling krijgt hulp aangeboden. Bespreek met de leerling, en zo nodig met de ouders, wat past.',
    ...{ takesPart: ['initiator', 'parents'], owner: 'handler', mayAlso: ['supportCoordinator', 'careCoordinator'] },
    ...{ opensWhen: initiatorHeard, term: own('help'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'class-again', plan, track: 'middle-group', section: '2.2.4', form: 'class' },
    title: 'Kom er in de klas op terug',
    asks: 'Bespreek binnen twee schoolweken opnieuw hoe het gaat. Wat is er beter, en wat doet de klas verder?',
    prompts: ['Wat is er veranderd?', 'Wat hielp?', 'Wat spreken jullie nu af?'],
    ...{ takesPart: ['classGroup', 'mentor'], owner: 'handler', mayAlso: ['mentor'] },
    ...{ opensWhen: { done: 'a5-class-talk' }, term: { unit: 'schoolWeeks', count: 2 }, anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'parents-advice', plan, track: 'parents', section: '2.2.5', form: 'parents', isOptional: true },
    title: 'Geef ouders raad, of wijs hun de weg naar hulp',
    asks: 'Bespreek hoe ouders met hun kind kunnen omgaan. Is er meer nodig, noem dan een deskundige.',
    ...{ takesPart: ['parents'], owner: 'handler', mayAlso: ['bullyingCoordinator', 'careCoordinator'] },
    ...{ eachOf: ['target', 'initiator'], opensWhen: targetHeard },
  },
  {
    ...{ key: 'explain-training', plan, track: 'parents', section: '2.2.5', form: 'parents', isOptional: true },
    title: 'Leg ouders uit hoe een training kan helpen',
    asks: 'Ouders kunnen het moeilijk vinden dat hun kind aan zichzelf moet werken. Leg uit dat het kind er sterker van wordt. Zeg erbij dat pesten nooit de schuld is van wie gepest wordt.',
    ...{ takesPart: ['parents'], owner: 'bullyingCoordinator', mayAlso: ['careCoordinator'] },
    ...{ eachOf: ['target'], opensWhen: targetHeard },
  },
  {
    ...{ key: 'team-watches', plan, track: 'parents', section: '2.2.5', form: 'action' },
    title: 'Zorg dat ouders en collega’s mee opletten',
    asks: 'Collega’s en ouders weten ervan, zodat zij het in het oog houden. Vertel niet meer dan nodig is.',
    ...{ takesPart: ['team', 'parents'], owner: 'handler', mayAlso: ['mentor'] },
    ...{ opensWhen: targetHeard, term: own('write') },
  },
  {
    ...{ key: 'look-again', plan, track: 'target', section: 'A6', form: 'action', basis: 'school' },
    title: 'Kijk opnieuw hoe het gaat',
    asks: 'Het is nog niet gestopt. Vraag de leerling hoe het nu is en leg dat vast. Lijkt het gestopt, leg dat dan vast.',
    ...{ takesPart: ['target'], owner: 'handler', mayAlso: ['mentor', 'bullyingCoordinator'], opensWhen: goesOn },
    // As long as it goes on somebody looks: skipped once, the dossier would wait for nobody.
    ...{ term: own('course'), recurs: own('course'), anewAfter: ['goes-on'], isRequired: true },
  },
]
