import type { Step } from '../definition.ts'
import { goesOn, initiatorHeard, ordinaryWithMentor, targetHeard, withMentor } from './conditions.ts'
import { own } from './settings.ts'

/** Bijlage 1, de mentor of coach, with what 2.2 asks of whoever receives a report. */
const plan = 'after-report'

export const mentorSteps: readonly Step[] = [
  {
    ...{ key: 'inform-mentor', plan, track: 'target', section: '2.2.1', form: 'action' },
    title: 'Vertel het de mentor en verdeel de rollen',
    asks: 'Wie de melding kreeg, vertelt het de mentor van de leerling. Spreek samen af of jij een rol houdt. Ben je zelf de mentor, leg dan vast wie er nog meer meedoet.',
    ...{ takesPart: ['mentor'], owner: 'opener', opensWhen: { always: true }, term: own('inform') },
  },
  {
    ...{ key: 'a1-talk-target', plan, track: 'target', section: 'A1', form: 'talk', eachOf: ['target'] },
    title: 'Praat apart met de leerling die gepest wordt',
    asks: 'Praat eerst met deze leerling, zonder de ander erbij. Neem het serieus en zoek uit wat er is gebeurd. Vraag wat de leerling zelf wil.',
    prompts: ['Wat gebeurde er, hoe vaak en waar?', 'Wie waren erbij?', 'Wat zou helpen? Wat juist niet?'],
    takesPart: ['target', 'mentor'],
    ...{ owner: 'mentor', opensWhen: { all: ordinaryWithMentor }, term: own('talk'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a1-talk-initiator', plan, track: 'initiator', section: 'A1', form: 'talk', eachOf: ['initiator'] },
    title: 'Praat daarna apart met de leerling die het doet',
    asks: 'Doe dit na het eerste gesprek. Bespreek wat de leerling doet en wat dat met de ander doet. Luister ook naar de eigen kant van het verhaal.',
    prompts: [
      'Wat vertelt de leerling zelf?',
      'Wat zijn de gevolgen voor de ander?',
      'Wat gaat de leerling anders doen?',
    ],
    takesPart: ['initiator', 'mentor'],
    opensWhen: { all: [...ordinaryWithMentor, { settled: 'a1-talk-target' }] },
    ...{ owner: 'mentor', term: own('talk'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a1-talk-together', plan, track: 'initiator', section: 'A1', form: 'talk', isOptional: true },
    title: 'Praat met beide leerlingen samen, als dat kan',
    asks: 'Doe dit alleen als het veilig is voor de leerling die gepest wordt. Probeer samen tot goede afspraken te komen.',
    takesPart: ['target', 'initiator', 'mentor'],
    opensWhen: { all: [...ordinaryWithMentor, { settled: 'a1-talk-target' }, { settled: 'a1-talk-initiator' }] },
    owner: 'mentor',
  },
  {
    ...{ key: 'a1-agreements', plan, track: 'target', section: 'A1', form: 'note' },
    title: 'Maak afspraken met beide leerlingen',
    asks: 'Spreek af wat er verandert en wanneer jullie erop terugkomen. Schrijf elke afspraak op met een datum.',
    takesPart: ['target', 'initiator', 'mentor'],
    opensWhen: { all: [...ordinaryWithMentor, { settled: 'a1-talk-target' }, { settled: 'a1-talk-initiator' }] },
    ...{ owner: 'mentor', term: own('write'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a1-note', plan, track: 'target', section: 'A1', form: 'note' },
    title: 'Zet een korte notitie in het leerlingvolgsysteem',
    asks: 'Noteer alleen het gedrag en de afspraken met beide leerlingen. Dan weten collega’s ervan. Vijfspoor maakt de tekst voor je klaar.',
    takesPart: ['mentor'],
    opensWhen: { all: [...ordinaryWithMentor, { settled: 'a1-agreements' }] },
    ...{ owner: 'mentor', term: own('write'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a1-inform-coordinator', plan, track: 'target', section: 'A1', form: 'action' },
    title: 'Vertel het de anti-pestcoördinator',
    asks: 'Laat weten wat er speelt en wat je al deed. De anti-pestcoördinator hoeft nog niets over te nemen.',
    ...{ takesPart: ['bullyingCoordinator'], owner: 'mentor' },
    ...{ opensWhen: { all: [withMentor, targetHeard] }, term: own('inform') },
  },
  {
    ...{ key: 'a2-parents-target', plan, track: 'parents', section: 'A2', form: 'parents', eachOf: ['target'] },
    title: 'Bel de ouders van de leerling die gepest wordt',
    asks: 'Vertel wat er speelt en wat de school doet. Vraag wat zij zien, en betrek hen bij de oplossing.',
    takesPart: ['parents', 'mentor'],
    opensWhen: { all: [...ordinaryWithMentor, { settled: 'a1-talk-target' }] },
    ...{ owner: 'mentor', term: own('parents'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a2-parents-initiator', plan, track: 'parents', section: 'A2', form: 'parents', eachOf: ['initiator'] },
    title: 'Bel de ouders van de leerling die het doet',
    asks: 'Vertel wat je weet en wat je hebt afgesproken. Betrek ook deze ouders bij de oplossing.',
    takesPart: ['parents', 'mentor'],
    opensWhen: { all: [...ordinaryWithMentor, { settled: 'a1-talk-initiator' }] },
    ...{ owner: 'mentor', term: own('parents'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a3-if-it-repeats', plan, track: 'initiator', section: 'A3', form: 'note' },
    title: 'Spreek meteen af wat volgt als het weer gebeurt',
    asks: 'Wacht hier niet mee. Zeg beide leerlingen nu al wat de school doet als het zich herhaalt.',
    ...{ takesPart: ['target', 'initiator', 'mentor'], owner: 'mentor' },
    ...{ opensWhen: { all: [withMentor, targetHeard, initiatorHeard] }, term: own('inform'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a4-mediation', plan, track: 'middle-group', section: 'A4', form: 'talk', isOptional: true },
    title: 'Laat een klasgenoot bemiddelen, als dat kan',
    asks: 'Een leerling uit de klas stelt beide leerlingen vragen. Zo groeit begrip en kan het contact herstellen. Vraag eerst of iedereen dit wil.',
    takesPart: ['classmate', 'target', 'initiator', 'mentor'],
    ...{ opensWhen: { all: [withMentor, targetHeard, initiatorHeard] }, owner: 'mentor' },
  },
  {
    ...{ key: 'a5-class-talk', plan, track: 'middle-group', section: 'A5', form: 'class' },
    title: 'Praat met de klas',
    asks: 'Praat over de sfeer en over de rol van iedereen. Wie maakt het erger, wie komt voor een ander op? Vraag wat de klas kan doen. Wijs niemand aan.',
    prompts: ['Wat gebeurt er in de groep?', 'Wie kan wat doen?', 'Wat spreken jullie af?'],
    ...{ takesPart: ['classGroup', 'mentor'], owner: 'handler', mayAlso: ['mentor'] },
    ...{ opensWhen: targetHeard, term: own('class'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'a6-course', plan, track: 'target', section: 'A6', form: 'decision' },
    title: 'Kijk of het gestopt is',
    asks: 'Vraag het de leerling en kijk naar de klas. Gaat het door, of komt de sfeer niet terug? Leg vast hoe het nu is.',
    takesPart: ['target', 'mentor'],
    opensWhen: {
      any: [{ settled: 'a1-agreements' }, { settled: 'd-agreements' }, { settled: 'c3-talk-initiator' }],
    },
    ...{ owner: 'handler', mayAlso: ['mentor', 'bullyingCoordinator'], term: own('course'), isRequired: true },
    decides: ['goes-on', 'calm'],
    anewAfter: ['reopened', 'mentor-goes-on', 'coordinator-takes-over'],
  },
  {
    ...{ key: 'a6-tell-team-leader', plan, track: 'target', section: 'A6', form: 'action' },
    title: 'Meld het de teamleider',
    asks: 'Het gaat door, of de sfeer in de klas komt niet terug. Vertel de teamleider wat er is gedaan en wat er nog speelt.',
    ...{ takesPart: ['teamLeader', 'mentor'], owner: 'mentor', opensWhen: { all: [withMentor, goesOn] } },
    ...{ term: own('inform'), anewAfter: ['goes-on'] },
  },
]
