import type { ListItem, Questionnaire } from '../definition.ts'
import { bullied, frequency, often } from '../scales.ts'
import { afterBullied, daresToTell, helped, knowsContactPerson, places, told } from './bullying.ts'

const howOften = {
  kind: 'one',
  scale: often,
  direction: 'more-is-safer',
  period: null,
  yes: ['often', 'always'],
} as const
const felt = { ...howOften, domain: 'experience' } as const
const lived = { ...howOften, domain: 'wellbeing' } as const
const happened = {
  kind: 'one',
  domain: 'harm',
  scale: frequency,
  direction: 'less-is-safer',
  period: 'last-two-months',
  yes: bullied,
} as const

/** The forms that have no question of their own here, which would make the list too long. */
const otherForms: ListItem = {
  key: 'other-forms',
  kind: 'many',
  domain: 'approach',
  question: { nl: 'Gebeurde dit ook?' },
  hint: { nl: 'Kies alles wat past.' },
  options: [
    { key: 'stalking', form: 'stalking', label: { nl: 'Iemand liep mij steeds achterna' }, value: null },
    { key: 'vandalism', form: 'vandalism', label: { nl: 'Iemand maakte iets van mij stuk' }, value: null },
    { key: 'extortion', form: 'extortion', label: { nl: 'Ik moest geld of spullen geven' }, value: null },
    { key: 'none', label: { nl: 'Nee' }, value: null, isAlone: true },
  ],
  period: 'last-two-months',
  yes: ['stalking', 'vandalism', 'extortion'],
  askedWhen: afterBullied,
}

/** Leerlingen praktijkonderwijs, en wie korter wil. */
export const studentsShort: Questionnaire = {
  key: 'students-short',
  audience: 'student',
  level: 'praktijkonderwijs',
  title: { nl: 'Hoe gaat het met jou op school?' },
  languages: ['nl'],
  sections: [
    {
      key: 'experience',
      items: [
        { ...felt, key: 'safe-at-school', question: { nl: 'Ik voel me veilig op school.' } },
        { ...felt, key: 'safe-in-class', question: { nl: 'Ik voel me veilig in de klas.' } },
        { ...felt, key: 'safe-in-breaks', question: { nl: 'Ik voel me veilig in de pauze.' } },
        { ...felt, key: 'adults-step-in', question: { nl: 'Een leraar helpt als leerlingen gemeen doen.' } },
      ],
    },
    {
      key: 'wellbeing',
      items: [
        { ...lived, key: 'feels-good', question: { nl: 'Ik ben blij op school.' } },
        { ...lived, key: 'belongs', question: { nl: 'Ik hoor bij mijn klas.' } },
        { ...lived, key: 'can-talk', question: { nl: 'Ik kan op school met iemand praten.' } },
        {
          ...lived,
          key: 'dreads-school',
          question: { nl: 'Ik wil liever niet naar school.' },
          direction: 'less-is-safer',
        },
      ],
    },
    {
      key: 'harm',
      lead: { nl: 'Pesten is steeds weer gemeen doen tegen iemand. Denk aan de laatste 2 maanden.' },
      items: [
        { ...happened, key: 'bullied', question: { nl: 'Hoe vaak werd jij gepest?' } },
        { ...happened, key: 'verbal', form: 'verbal', question: { nl: 'Hoe vaak werd jij uitgescholden?' } },
        {
          ...happened,
          key: 'online',
          form: 'online',
          question: { nl: 'Hoe vaak deed iemand online gemeen tegen jou?' },
        },
        { ...happened, key: 'physical', form: 'physical', question: { nl: 'Hoe vaak werd jij geslagen of geschopt?' } },
        { ...happened, key: 'exclusion', form: 'exclusion', question: { nl: 'Hoe vaak mocht jij niet meedoen?' } },
        { ...happened, key: 'sexual', question: { nl: 'Hoe vaak raakte iemand jou aan terwijl je dat niet wilde?' } },
      ],
    },
    {
      key: 'about-bullying',
      lead: { nl: 'Denk nog aan de laatste 2 maanden.' },
      items: [otherForms, places, told, helped],
    },
    {
      key: 'help',
      items: [
        {
          ...knowsContactPerson,
          question: { nl: 'Weet je wie het aanspreekpunt voor pesten is?' },
          hint: { nl: 'Dat is iemand van school. Met die persoon kun je over pesten praten.' },
        },
        daresToTell,
      ],
    },
  ],
}
