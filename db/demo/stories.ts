import type { ReportState } from '../../api/domain/report.ts'
import type { ReceivingFunction } from '../../api/domain/roles.ts'
import type { ReportBody } from '../../web/crypto/message.ts'

/** A made-up report. `to` is a function of the site, or the first part of somebody's demonstration address. */
export type Story = Readonly<{
  to: Readonly<{ function: ReceivingFunction }> | Readonly<{ person: string }>
  urgent: boolean
  daysAgo: number
  body: ReportBody
  /** By the member of the function whose demonstration address starts like this. */
  answer?: Readonly<{ by: string; daysAgo: number; text: string; state: ReportState }>
}>

/** The first one is answered; the access code that the program prints at start opens it. */
export const stories: readonly Story[] = [
  {
    to: { function: 'confidentialAdviser' },
    urgent: false,
    daysAgo: 4,
    body: {
      answers: {
        reporterKind: 'student',
        forWhom: 'self',
        forms: ['exclusion', 'verbal'],
        places: ['classroom', 'schoolyard'],
        howLong: 'months',
        howOften: 'daily',
      },
      story:
        'Sinds de herfstvakantie mag ik nergens meer bij zitten. Als ik aankom schuiven ze hun tassen op de stoel. ' +
        'Ze noemen me steeds bij een naam die ik niet wil opschrijven. In de les zeggen ze het zo zacht dat niemand het hoort. ' +
        'Ik heb het thuis nog niet verteld, want ik ben bang dat het dan erger wordt.',
      attachments: [],
    },
    answer: {
      by: 'vertrouwenspersoon',
      daysAgo: 3,
      text:
        'Wat goed dat je dit opschrijft. Het is niet jouw schuld, en je hoeft het niet alleen op te lossen. ' +
        'Ik vertel dit aan niemand zonder dat jij het weet. Zullen we samen kijken wat jij wilt? ' +
        'Je mag hier terugschrijven, of maandag of woensdag in de grote pauze langskomen in kamer 2.07.',
      state: 'inProgress',
    },
  },
  {
    to: { function: 'contactPerson' },
    urgent: true,
    daysAgo: 0,
    body: {
      answers: {
        reporterKind: 'student',
        forWhom: 'someoneElse',
        forms: ['online'],
        goingRound: 'yes',
        places: ['online'],
        howLong: 'thisWeek',
        howOften: 'daily',
      },
      story:
        'In de groepsapp van 2B gaat een filmpje rond van een meisje uit onze klas. Ze is gevallen in de kleedkamer en ' +
        'iemand heeft dat gefilmd. Nu sturen ze het ook naar andere klassen. Ze was vandaag niet op school.',
      attachments: [],
    },
  },
  {
    to: { function: 'bullyingCoordinator' },
    urgent: false,
    daysAgo: 1,
    body: {
      answers: {
        reporterKind: 'parent',
        forWhom: 'ownChild',
        forms: ['physical', 'vandalism'],
        places: ['route'],
        howLong: 'weeks',
        howOften: 'fewTimes',
      },
      story:
        'Onze zoon wordt op weg naar huis opgewacht bij het fietspad. Twee keer is zijn band lek gestoken en vorige week is ' +
        'hij van zijn fiets geduwd. Hij wil niet dat wij dit melden, maar wij maken ons grote zorgen.',
      attachments: [],
      name: { name: 'Ouder van een leerling uit 1A', reach: 'liefst via deze site' },
    },
  },
  {
    to: { person: 'mentor1' },
    urgent: false,
    daysAgo: 2,
    body: {
      answers: {
        reporterKind: 'student',
        forWhom: 'someoneElse',
        forms: ['verbal'],
        places: ['corridor', 'unknown'],
        howLong: 'unknown',
        howOften: 'weekly',
      },
      story:
        'Een jongen uit onze klas wordt vaak uitgelachen om hoe hij praat. Hij doet alsof het hem niks kan schelen, maar ik ' +
        'zag hem laatst huilen bij de kluisjes. Ik weet niet wat ik kan doen.',
      attachments: [],
    },
  },
]
