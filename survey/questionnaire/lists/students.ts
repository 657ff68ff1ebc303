import type { ListItem, Questionnaire } from '../definition.ts'
import { bullied, everHappened, fits, frequency } from '../scales.ts'
import { daresToTell, helped, knowsContactPerson, places, told } from './bullying.ts'

const fitting = {
  kind: 'one',
  scale: fits,
  direction: 'more-is-safer',
  period: null,
  yes: ['mostly', 'fully'],
} as const
const felt = { ...fitting, domain: 'experience' } as const
const lived = { ...fitting, domain: 'wellbeing' } as const
const happened = {
  kind: 'one',
  domain: 'harm',
  scale: frequency,
  direction: 'less-is-safer',
  period: 'last-two-months',
  yes: bullied,
} as const

const whyUntold: ListItem = {
  key: 'why-untold',
  kind: 'many',
  domain: 'approach',
  question: { nl: 'Waarom heb je het niet verteld?' },
  hint: { nl: 'Kies alles wat past.' },
  options: [
    { key: 'shame', label: { nl: 'Ik schaam me' }, value: null },
    { key: 'worse', label: { nl: 'Ik ben bang dat het erger wordt' }, value: null },
    { key: 'useless', label: { nl: 'Ik denk dat het niet helpt' }, value: null },
    { key: 'telling-tales', label: { nl: 'Ik wil niet klikken' }, value: null },
    { key: 'alone', label: { nl: 'Ik los het liever zelf op' }, value: null },
    { key: 'other', label: { nl: 'Iets anders' }, value: null },
  ],
  period: 'last-two-months',
  // Reasons that the school itself can take away.
  yes: ['shame', 'worse', 'useless', 'telling-tales'],
  askedWhen: { item: 'told', oneOf: ['nobody'] },
}

const didWhenSeen: ListItem = {
  key: 'did-when-seen',
  kind: 'many',
  domain: 'approach',
  question: { nl: 'Wat deed je toen je zag dat iemand werd gepest?' },
  hint: { nl: 'Kies alles wat past.' },
  options: [
    { key: 'defended', label: { nl: 'Ik kwam voor die leerling op' }, value: null },
    { key: 'comforted', label: { nl: 'Ik praatte later met die leerling' }, value: null },
    { key: 'told', label: { nl: 'Ik vertelde het aan iemand van school' }, value: null },
    { key: 'watched', label: { nl: 'Ik bleef kijken of liep door' }, value: null },
    { key: 'followed', label: { nl: 'Ik deed mee of lachte mee' }, value: null },
  ],
  period: 'last-two-months',
  yes: ['defended', 'comforted', 'told'],
  askedWhen: { item: 'saw-bullying', oneOf: everHappened },
}

/** Leerlingen vmbo. */
export const students: Questionnaire = {
  key: 'students',
  audience: 'student',
  level: 'vmbo',
  title: { nl: 'Hoe is het voor jou op school?' },
  languages: ['nl'],
  sections: [
    {
      key: 'experience',
      items: [
        { ...felt, key: 'safe-at-school', question: { nl: 'Ik voel me veilig op school.' } },
        { ...felt, key: 'safe-in-class', question: { nl: 'In mijn klas durf ik te zeggen wat ik denk.' } },
        { ...felt, key: 'safe-in-breaks', question: { nl: 'Ook in de pauze voel ik me op mijn gemak.' } },
        { ...felt, key: 'safe-on-the-way', question: { nl: 'Ik ga zonder zorgen naar school en weer naar huis.' } },
        { ...felt, key: 'adults-step-in', question: { nl: 'Leraren doen iets als leerlingen gemeen zijn.' } },
      ],
    },
    {
      key: 'wellbeing',
      items: [
        { ...lived, key: 'feels-good', question: { nl: 'Ik ga met een goed gevoel naar school.' } },
        { ...lived, key: 'belongs', question: { nl: 'Ik hoor erbij in mijn klas.' } },
        { ...lived, key: 'can-talk', question: { nl: 'Op school is iemand met wie ik goed kan praten.' } },
        { ...lived, key: 'be-myself', question: { nl: 'Op school kan ik mezelf zijn.' } },
        {
          ...lived,
          key: 'dreads-school',
          question: { nl: 'Ik zie op tegen de volgende schooldag.' },
          direction: 'less-is-safer',
        },
      ],
    },
    {
      key: 'harm',
      lead: {
        nl: 'Pesten is iemand steeds weer expres pijn doen, buitensluiten of bang maken. Denk aan de laatste 2 maanden.',
      },
      items: [
        { ...happened, key: 'bullied', question: { nl: 'Hoe vaak werd jij gepest door leerlingen van deze school?' } },
        {
          ...happened,
          key: 'verbal',
          form: 'verbal',
          question: { nl: 'Hoe vaak werd je uitgescholden of uitgelachen?' },
        },
        {
          ...happened,
          key: 'online',
          form: 'online',
          question: { nl: 'Hoe vaak deden leerlingen online gemeen tegen je?' },
        },
        {
          ...happened,
          key: 'physical',
          form: 'physical',
          question: { nl: 'Hoe vaak werd je geslagen, geschopt of geduwd?' },
        },
        {
          ...happened,
          key: 'stalking',
          form: 'stalking',
          question: { nl: 'Hoe vaak liep iemand je achterna om je bang te maken?' },
        },
        {
          ...happened,
          key: 'exclusion',
          form: 'exclusion',
          question: { nl: 'Hoe vaak mocht je van anderen niet meedoen?' },
        },
        {
          ...happened,
          key: 'vandalism',
          form: 'vandalism',
          question: { nl: 'Hoe vaak maakten leerlingen iets van jou stuk?' },
        },
        {
          ...happened,
          key: 'extortion',
          form: 'extortion',
          question: { nl: 'Hoe vaak moest je geld of spullen afgeven?' },
        },
        {
          ...happened,
          key: 'discrimination',
          question: { nl: 'Hoe vaak deed iemand rot om je afkomst, geloof, uiterlijk of op wie je valt?' },
        },
        {
          ...happened,
          key: 'sexual',
          question: { nl: 'Hoe vaak raakte iemand je aan, of praatte over seks, terwijl je dat niet wilde?' },
        },
      ],
    },
    {
      key: 'about-bullying',
      lead: { nl: 'Het gaat nog steeds over de laatste 2 maanden.' },
      items: [
        places,
        told,
        helped,
        whyUntold,
        {
          ...happened,
          key: 'saw-bullying',
          domain: 'approach',
          question: { nl: 'Hoe vaak zag je dat iemand anders werd gepest?' },
        },
        didWhenSeen,
      ],
    },
    { key: 'help', items: [knowsContactPerson, daresToTell] },
  ],
}
