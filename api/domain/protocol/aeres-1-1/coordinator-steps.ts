import type { Step } from '../definition.ts'
import { goesOn, withCoordinator } from './conditions.ts'
import { own } from './settings.ts'

/** Bijlage 1, de anti-pestcoördinator, and what the coordinator tells parents (A8). */
const plan = 'after-report'
const owner = 'bullyingCoordinator'

export const coordinatorSteps: readonly Step[] = [
  {
    ...{ key: 'c1-take-over', plan, track: 'target', section: 'C1', form: 'action', owner },
    title: 'Neem het over van de mentor',
    asks: 'De teamleider heeft besloten dat jij verdergaat. Neem het over als de notities zijn doorgenomen.',
    ...{ takesPart: ['bullyingCoordinator', 'mentor'], handsOverTo: 'bullyingCoordinator' },
    opensWhen: {
      all: [{ handler: 'mentor' }, { circumstance: 'coordinator-takes-over' }, { settled: 'a7-go-through-notes' }],
    },
    ...{ term: own('inform'), isRequired: true, anewAfter: ['coordinator-takes-over'] },
  },
  {
    ...{ key: 'a8-parents-not-solved', plan, track: 'parents', section: 'A8', form: 'parents', owner },
    title: 'Vertel de ouders dat het nog niet is opgelost',
    asks: 'Bel de ouders van beide leerlingen. Vertel dat jij het nu doet en wat er gaat gebeuren.',
    ...{ takesPart: ['parents', 'bullyingCoordinator'], eachOf: ['target', 'initiator'] },
    ...{ opensWhen: { all: [withCoordinator, goesOn] }, term: own('parents'), anewAfter: ['goes-on'] },
  },
  {
    ...{ key: 'c2-apart-or-together', plan, track: 'target', section: 'C2', form: 'decision', owner },
    title: 'Kies: apart praten of meteen samen',
    asks: 'Bekijk wat veilig is voor de leerling die gepest wordt. Apart praten kan altijd.',
    ...{ takesPart: ['bullyingCoordinator'], opensWhen: withCoordinator, term: own('decide'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'c4-talk-target', plan, track: 'target', section: 'C4', form: 'talk', owner, eachOf: ['target'] },
    title: 'Praat met de leerling die gepest wordt',
    asks: 'Bekijk het probleem met de ogen van beide leerlingen. Zoek wat erachter zit. Zeg wat de leerling kan doen als het doorgaat.',
    prompts: [
      'Hoe ziet de leerling het? Hoe ziet de ander het, denkt de leerling?',
      'Speelt er nog iets anders?',
      'Wat doet de leerling als het doorgaat, en bij wie kan de leerling terecht?',
    ],
    ...{ takesPart: ['target', 'bullyingCoordinator'], term: own('talk'), anewAfter: ['reopened'] },
    opensWhen: { settled: 'c2-apart-or-together' },
  },
  {
    ...{
      key: 'c3-talk-initiator',
      plan,
      track: 'initiator',
      section: 'C3',
      form: 'talk',
      owner,
      eachOf: ['initiator'],
    },
    title: 'Praat met de leerling die het doet',
    asks: 'Bekijk het probleem met de ogen van beide leerlingen. Zoek wat erachter zit. Wees duidelijk over wat volgt als het doorgaat.',
    prompts: [
      'Hoe ziet de leerling het? Hoe is het voor de ander, denkt de leerling?',
      'Speelt er nog iets anders?',
      'Wat volgt er als het doorgaat?',
    ],
    ...{ takesPart: ['initiator', 'bullyingCoordinator'], term: own('talk'), anewAfter: ['reopened'] },
    opensWhen: { settled: 'c2-apart-or-together' },
  },
  {
    ...{ key: 'c5-advise-help', plan, track: 'target', section: 'C5', form: 'talk', owner, isOptional: true },
    title: 'Raad hulp aan, als dat nodig is',
    asks: 'Je kunt beide leerlingen vrijwillige hulp aanraden, bij de counselor of zorgcoördinator. Is hulp nodig om het op te lossen, leg dat dan vast: dan is het niet meer vrijblijvend.',
    ...{ takesPart: ['target', 'initiator', 'careCoordinator'], eachOf: ['target', 'initiator'] },
    opensWhen: { settled: 'c2-apart-or-together' },
  },
  {
    ...{ key: 'c5-arrange-help', plan, track: 'target', section: 'C5', form: 'action', owner },
    title: 'Regel de hulp die nodig is',
    asks: 'Jij vindt hulp nodig om dit op te lossen. Regel die met de counselor of zorgcoördinator, en vertel de leerling en de ouders waarom.',
    ...{ takesPart: ['careCoordinator', 'parents'], mayAlso: ['careCoordinator'], term: own('help') },
    ...{ opensWhen: { circumstance: 'help-necessary' }, anewAfter: ['help-necessary'] },
  },
  {
    ...{ key: 'c6-parents-recurrence', plan, track: 'parents', section: 'C6', form: 'parents', owner },
    title: 'Vertel alle ouders dat het weer gebeurde',
    asks: 'Vraag of zij met hun kind willen praten. Vertel wat er nu volgt, en bespreek welke hulp er is.',
    ...{ takesPart: ['parents', 'bullyingCoordinator'], eachOf: ['target', 'initiator'] },
    ...{ opensWhen: { circumstance: 'recurred' }, term: own('parents'), anewAfter: ['recurred'] },
  },
  {
    ...{ key: 'c7-report-back', plan, track: 'target', section: 'C7', form: 'action', owner },
    title: 'Koppel terug aan collega’s',
    asks: 'Vertel teamleider, mentor, zorgcoördinator en team hoe het staat. Vertel niet meer dan zij nodig hebben.',
    takesPart: ['teamLeader', 'mentor', 'careCoordinator', 'team'],
    opensWhen: { all: [withCoordinator, { settled: 'c3-talk-initiator' }, { settled: 'c4-talk-target' }] },
    ...{ term: own('write'), anewAfter: ['reopened', 'recurred'] },
  },
]
