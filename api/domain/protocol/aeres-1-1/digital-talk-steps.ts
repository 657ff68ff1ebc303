import type { Step } from '../definition.ts'
import { isDigital } from './conditions.ts'
import { own } from './settings.ts'

/** Bijlage 2: the talks that follow on the first hours. */
const plan = 'digital'
const mentorToo = { owner: 'handler', mayAlso: ['mentor'] } as const

export const digitalTalkSteps: readonly Step[] = [
  {
    ...{ key: 'd-talk-target', plan, track: 'target', section: 'D-target', form: 'talk', eachOf: ['target'] },
    title: 'Praat met de leerling die gepest wordt',
    asks: 'Neem de tijd en laat de leerling vertellen. Verwijt niets. Zeg wat de leerling nu zelf kan doen.',
    prompts: ['Bewaar of print de berichten.', 'Blokkeer wie het doet.', 'Wie heeft het gezien of gedeeld?'],
    ...{ takesPart: ['target', 'mentor'], ...mentorToo, opensWhen: isDigital, term: own('inform') },
    anewAfter: ['reopened'],
  },
  {
    ...{
      key: 'd-talk-initiator',
      plan,
      track: 'initiator',
      section: 'D-initiator',
      form: 'talk',
      eachOf: ['initiator'],
    },
    title: 'Praat met de leerling die het doet',
    asks: 'Luister ook naar deze kant, en vraag door. Zijn het er meer, praat dan eerst met elk apart. Zeg dat dit ernstig is en strafbaar kan zijn.',
    prompts: ['Wat is er gebeurd, in eigen woorden?', 'Wat doet dit met de ander?', 'Wat kan de politie ermee doen?'],
    ...{ takesPart: ['initiator', 'mentor'], ...mentorToo, term: own('talk'), anewAfter: ['reopened'] },
    opensWhen: { all: [isDigital, { settled: 'd-talk-target' }] },
  },
  {
    ...{ key: 'd-agreements', plan, track: 'target', section: 'D-begin', form: 'note' },
    title: 'Maak duidelijke afspraken over het vervolg',
    asks: 'Spreek met beide leerlingen af wat er verandert. Schrijf elke afspraak op met een datum.',
    ...{ takesPart: ['target', 'initiator', 'mentor'], ...mentorToo, term: own('write'), anewAfter: ['reopened'] },
    opensWhen: { all: [isDigital, { settled: 'd-talk-target' }, { settled: 'd-talk-initiator' }] },
  },
  {
    ...{ key: 'd-note', plan, track: 'target', section: 'D-begin', form: 'note' },
    title: 'Noteer wat er gebeurde en wat je deed',
    asks: 'Zet voorvallen, acties en afspraken in het leerlingvolgsysteem. Zet het materiaal er niet bij.',
    ...{ takesPart: ['mentor'], ...mentorToo, term: own('write'), anewAfter: ['reopened'] },
    opensWhen: { all: [isDigital, { settled: 'd-talk-target' }] },
  },
  {
    ...{ key: 'd-parents-target', plan, track: 'parents', section: 'D-parents', form: 'parents', eachOf: ['target'] },
    title: 'Bel de ouders van de leerling die gepest wordt',
    asks: 'De mentor van dit kind belt, zo snel mogelijk. Vertel wat er speelt en wat is afgesproken.',
    prompts: [
      'Welke signalen zien de ouders? Waar kunnen zij op letten?',
      'Welke afspraken zijn er gemaakt?',
      'Wat gebeurt er als er iets strafbaars is gedaan?',
      'Is het nodig om naar de politie te gaan?',
      'Waar vinden de ouders meer uitleg?',
    ],
    ...{ takesPart: ['parents', 'mentor'], owner: 'mentor', opensWhen: isDigital, term: own('urgent-parents') },
    anewAfter: ['reopened'],
  },
  {
    ...{ key: 'd-parents-initiator', plan, track: 'parents', section: 'D-parents', form: 'parents' },
    title: 'Bel de ouders van de leerling die het doet',
    asks: 'De mentor van dít kind belt, zo snel mogelijk. Dat kan een andere mentor zijn: breng die dan in. Vertel ook wat strafbaar kan zijn.',
    prompts: [
      'Welke signalen zien de ouders? Waar kunnen zij op letten?',
      'Welke afspraken zijn er gemaakt?',
      'Wat gebeurt er als er iets strafbaars is gedaan?',
      'Waar vinden de ouders meer uitleg?',
    ],
    ...{ takesPart: ['parents', 'mentor'], owner: 'mentor', opensWhen: isDigital, term: own('urgent-parents') },
    ...{ eachOf: ['initiator'], anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'd-police', plan, track: 'parents', section: 'D-parents', form: 'parents', isOptional: true },
    title: 'Raad ouders aan naar de politie te gaan, als dat nodig is',
    asks: 'Ouders beslissen zelf of zij aangifte doen. Zeg wat de school kan bewaren, en bewaar zelf geen materiaal dat strafbaar kan zijn.',
    ...{ takesPart: ['parents', 'mentor'], owner: 'mentor', mayAlso: ['bullyingCoordinator', 'teamLeader'] },
    ...{ eachOf: ['target'], opensWhen: isDigital },
  },
  {
    ...{ key: 'd-weigh', plan, track: 'target', section: 'D-both', form: 'decision' },
    title: 'Weeg af: apart blijven praten of samen',
    asks: 'Praat in elk geval met beide kanten. Bekijk daarna of een gesprek met z’n drieën goed kan aflopen. Zijn er meer die het doen, houd de gesprekken dan eerst apart.',
    ...{ takesPart: ['mentor'], ...mentorToo, term: own('decide'), anewAfter: ['reopened'] },
    opensWhen: { all: [isDigital, { settled: 'd-talk-target' }, { settled: 'd-talk-initiator' }] },
  },
  {
    ...{ key: 'd-talk-of-three', plan, track: 'target', section: 'D-both', form: 'talk', isOptional: true },
    title: 'Praat met z’n drieën',
    asks: 'Doe dit alleen als de leerling die gepest wordt het wil. Die leerling zit nooit alleen tegenover een groep.',
    ...{ takesPart: ['target', 'initiator', 'mentor'], ...mentorToo },
    opensWhen: { all: [isDigital, { settled: 'd-weigh' }, { done: 'd-talk-initiator' }] },
  },
]
