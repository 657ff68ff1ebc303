import type { Step } from '../definition.ts'
import { isCalm } from './conditions.ts'
import { own } from './settings.ts'

/** 2.4. The mentor asks how it goes; the coordinator talks about closing. Nobody does both. */
const plan = 'aftercare'
const anewAfter = ['reopened', 'goes-on']
const coordinator = { owner: 'bullyingCoordinator', takesPart: ['target', 'bullyingCoordinator'] } as const

export const aftercareSteps: readonly Step[] = [
  {
    ...{ key: 'n-check-in-target', plan, track: 'target', section: '2.4', form: 'talk', eachOf: ['target'] },
    title: 'Vraag de leerling die gepest werd hoe het nu gaat',
    asks: 'Vraag het af en toe, op een rustig moment. Hoor je dat het weer gebeurt, vertel het dan de anti-pestcoördinator.',
    ...{ takesPart: ['target', 'mentor'], owner: 'mentor', opensWhen: isCalm, anewAfter },
    ...{ term: own('check-in'), recurs: own('check-in'), reporterAnswers: true },
  },
  {
    ...{ key: 'n-check-in-initiator', plan, track: 'initiator', section: '2.4', form: 'talk', eachOf: ['initiator'] },
    title: 'Vraag ook de leerling die het deed hoe het nu gaat',
    asks: 'Houd ook met deze leerling contact, om herhaling te voorkomen. Zeg wat er goed gaat.',
    ...{ takesPart: ['initiator', 'mentor'], owner: 'mentor', opensWhen: isCalm, anewAfter },
    ...{ term: own('check-in'), recurs: own('check-in') },
  },
  {
    ...{ key: 'n-signal', plan, track: 'target', section: '2.4', form: 'action', isOptional: true },
    title: 'Geef de anti-pestcoördinator een signaal',
    asks: 'Doe dit zodra je iets hoort of ziet. Je hoeft het niet zeker te weten.',
    ...{ takesPart: ['mentor', 'bullyingCoordinator'], owner: 'mentor', opensWhen: isCalm, anewAfter },
  },
  {
    ...{ key: 'n-contact-target', plan, track: 'target', section: '2.4', form: 'talk', eachOf: ['target'] },
    title: 'Houd contact met de leerling die gepest werd',
    asks: 'Dit doet de anti-pestcoördinator, niet de mentor. Bespreek of het probleem genoeg is opgelost.',
    ...{ ...coordinator, opensWhen: isCalm, anewAfter, term: own('aftercare'), recurs: own('aftercare') },
    reporterAnswers: true,
  },
  {
    ...{ key: 'n-contact-parents', plan, track: 'parents', section: '2.4', form: 'parents', eachOf: ['target'] },
    title: 'Houd contact met de ouders van die leerling',
    asks: 'Vraag wat zij thuis merken. Bespreek of het probleem genoeg is opgelost.',
    ...{ ...coordinator, takesPart: ['parents', 'bullyingCoordinator'], opensWhen: isCalm, anewAfter },
    ...{ term: own('aftercare'), recurs: own('aftercare') },
  },
  {
    ...{ key: 'n-view-target', plan, track: 'target', section: '2.4', form: 'talk', eachOf: ['target'] },
    title: 'Vraag de leerling of het dossier dicht kan',
    asks: 'Schrijf op wat de leerling ervan vindt, in eigen woorden. Wil de leerling niet praten, schrijf dat dan op.',
    ...{ ...coordinator, opensWhen: isCalm, anewAfter, term: own('closing'), isRequired: true },
  },
  {
    ...{ key: 'n-view-parents', plan, track: 'parents', section: '2.4', form: 'parents', eachOf: ['target'] },
    title: 'Vraag de ouders of het dossier dicht kan',
    asks: 'Schrijf op wat de ouders ervan vinden. Lukt contact niet, schrijf dan op wat je probeerde.',
    ...{ ...coordinator, takesPart: ['parents', 'bullyingCoordinator'], opensWhen: isCalm, anewAfter },
    ...{ term: own('closing'), isRequired: true },
  },
  {
    ...{ key: 'n-tell-mentor', plan, track: 'target', section: '2.4', form: 'action' },
    title: 'Vertel de mentor dat het dossier dichtgaat',
    asks: 'Vertel ook wat de leerling en de ouders ervan vinden. De mentor blijft opletten.',
    ...{ ...coordinator, takesPart: ['mentor', 'bullyingCoordinator'], anewAfter, term: own('inform') },
    opensWhen: { all: [isCalm, { done: 'n-view-target' }, { done: 'n-view-parents' }] },
  },
  {
    ...{ key: 'u-decide', plan: 'unforeseen', track: null, section: '3.1', form: 'decision', owner: 'director' },
    title: 'Besluit wat er gebeurt',
    asks: 'Het protocol zegt hier niets over. De schoolleiding of de instellingsdirecteur beslist. Schrijf het besluit en de reden op.',
    ...{ takesPart: ['director', 'teamLeader', 'institutionDirector'], mayAlso: ['teamLeader'] },
    ...{ opensWhen: { circumstance: 'unforeseen' }, term: own('decide'), anewAfter: ['unforeseen'] },
  },
]
