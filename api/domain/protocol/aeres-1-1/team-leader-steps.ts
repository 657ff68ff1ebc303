import type { Step } from '../definition.ts'
import { goesOn, withCoordinator, withMentor } from './conditions.ts'
import { own } from './settings.ts'

/** Bijlage 1, de teamleider, with the talk of three in which the mentor hands over (A7). */
const plan = 'after-report'

export const teamLeaderSteps: readonly Step[] = [
  {
    ...{ key: 'b1-consult', plan, track: 'target', section: 'B1', form: 'talk' },
    title: 'Overleg met de mentor',
    asks: 'Het gaat door, ook na wat de mentor deed. Bespreek samen wat er is gedaan en wat er nu nodig is.',
    ...{ takesPart: ['mentor', 'teamLeader'], owner: 'teamLeader' },
    opensWhen: { all: [withMentor, { any: [goesOn, { circumstance: 'exceeds-class' }] }] },
    ...{ term: own('talk'), anewAfter: ['goes-on', 'exceeds-class'] },
  },
  {
    ...{ key: 'b2-decide', plan, track: 'target', section: 'B2', form: 'decision' },
    title: 'Besluit of de anti-pestcoördinator het overneemt',
    asks: 'Jij beslist of en wanneer dat gebeurt. Gaat de mentor verder, schrijf dan op waarom.',
    ...{ takesPart: ['teamLeader'], owner: 'teamLeader', isRequired: true },
    opensWhen: { all: [withMentor, { settled: 'b1-consult' }] },
    decides: ['coordinator-takes-over', 'mentor-goes-on'],
    ...{ term: own('decide'), anewAfter: ['goes-on', 'exceeds-class', 'reopened'] },
  },
  {
    ...{ key: 'a7-go-through-notes', plan, track: 'target', section: 'A7', form: 'talk' },
    title: 'Neem met mentor en anti-pestcoördinator de notities door',
    asks: 'Nodig beiden uit. Lees samen wat er is gebeurd en afgesproken. Daarna neemt de anti-pestcoördinator het over.',
    takesPart: ['mentor', 'teamLeader', 'bullyingCoordinator'],
    ...{ owner: 'teamLeader', mayAlso: ['bullyingCoordinator'] },
    opensWhen: { all: [withMentor, { circumstance: 'coordinator-takes-over' }] },
    ...{ term: own('talk'), anewAfter: ['coordinator-takes-over'] },
  },
  {
    ...{ key: 'b3-talk-initiator', plan, track: 'initiator', section: 'B3', form: 'talk', eachOf: ['initiator'] },
    title: 'Bespreek traject en verwachtingen met de leerling die het doet',
    asks: 'Doe dit samen met de anti-pestcoördinator. Vertel wat er gaat gebeuren en wat jullie verwachten. De anti-pestcoördinator schrijft het op en gaat ermee verder.',
    takesPart: ['initiator', 'teamLeader', 'bullyingCoordinator'],
    ...{ owner: 'teamLeader', mayAlso: ['bullyingCoordinator'], opensWhen: withCoordinator },
    ...{ term: own('talk'), anewAfter: ['reopened'] },
  },
  {
    ...{ key: 'b4-intervene', plan, track: 'initiator', section: 'B4', form: 'decision' },
    title: 'Besluit of je zelf ingrijpt',
    asks: 'Er gebeurde iets ernstigs. Je mag zelf ingrijpen en een maatregel nemen. Leg vast wat je doet, of waarom je niets doet.',
    ...{ takesPart: ['teamLeader'], owner: 'teamLeader', mayAlso: ['director'] },
    ...{ opensWhen: { circumstance: 'grave' }, term: own('inform'), anewAfter: ['grave'] },
  },
  {
    ...{ key: 'b4-care-team', plan, track: 'target', section: 'B4', form: 'action', isOptional: true },
    title: 'Vraag het zorgteam om hulp',
    asks: 'In het zorgteam werkt de school met deskundigen van buiten. Je kunt hen erbij vragen.',
    ...{ takesPart: ['teamLeader', 'careTeam'], owner: 'teamLeader', mayAlso: ['bullyingCoordinator'] },
    ...{ opensWhen: { circumstance: 'grave' }, anewAfter: ['grave'] },
  },
]
