import type { ListItem, Questionnaire } from '../definition.ts'
import { becameBetter, bullied, everHappened, fitsAsFarAsKnown, frequencyAsFarAsKnown, yesOrNo } from '../scales.ts'

const fitting = {
  kind: 'one',
  scale: fitsAsFarAsKnown,
  direction: 'more-is-safer',
  period: null,
  yes: ['mostly', 'fully'],
} as const
const felt = { ...fitting, domain: 'experience' } as const
const lived = { ...fitting, domain: 'wellbeing' } as const
const happened = {
  kind: 'one',
  domain: 'harm',
  scale: frequencyAsFarAsKnown,
  direction: 'less-is-safer',
  period: 'last-two-months',
  yes: bullied,
} as const
const knows = {
  kind: 'one',
  domain: 'approach',
  scale: yesOrNo,
  direction: null,
  period: null,
  yes: ['yes'],
} as const

const told: ListItem = {
  key: 'told',
  kind: 'many',
  domain: 'approach',
  question: { nl: 'Met wie van school heeft u hierover gepraat?' },
  hint: { nl: 'Kies alles wat past.' },
  options: [
    { key: 'teacher', label: { nl: 'De mentor of een leraar' }, value: null },
    { key: 'contact-person', label: { nl: 'Het aanspreekpunt voor pesten' }, value: null },
    { key: 'leader', label: { nl: 'De teamleider of de directeur' }, value: null },
    { key: 'else', label: { nl: 'Iemand anders van school' }, value: null },
    { key: 'nobody', label: { nl: 'Met niemand' }, value: null, isAlone: true },
  ],
  period: 'last-two-months',
  yes: ['teacher', 'contact-person', 'leader', 'else'],
  askedWhen: { item: 'bullied', oneOf: everHappened },
}

/** Ouders en verzorgers. */
export const parents: Questionnaire = {
  key: 'parents',
  audience: 'parent',
  level: 'adult',
  title: { nl: 'Hoe is het voor uw kind op school?' },
  languages: ['nl'],
  sections: [
    {
      key: 'experience',
      lead: { nl: 'Heeft u meer kinderen op deze school? Denk dan bij alle vragen aan hetzelfde kind.' },
      items: [
        { ...felt, key: 'safe-at-school', question: { nl: 'Mijn kind voelt zich veilig op deze school.' } },
        { ...felt, key: 'safe-in-class', question: { nl: 'In de klas gaan leerlingen goed met elkaar om.' } },
        { ...felt, key: 'adults-step-in', question: { nl: 'De school doet iets als leerlingen gemeen zijn.' } },
        { ...felt, key: 'heard', question: { nl: 'De school luistert als ik me zorgen maak over mijn kind.' } },
      ],
    },
    {
      key: 'wellbeing',
      items: [
        { ...lived, key: 'feels-good', question: { nl: 'Mijn kind gaat met een goed gevoel naar school.' } },
        { ...lived, key: 'belongs', question: { nl: 'Mijn kind hoort erbij in de klas.' } },
        { ...lived, key: 'can-talk', question: { nl: 'Mijn kind kan op school met iemand goed praten.' } },
        {
          ...lived,
          key: 'dreads-school',
          question: { nl: 'Mijn kind ziet op tegen schooldagen.' },
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
        {
          ...happened,
          key: 'bullied',
          question: { nl: 'Hoe vaak werd uw kind gepest door leerlingen van deze school?' },
        },
        {
          ...happened,
          key: 'verbal',
          form: 'verbal',
          question: { nl: 'Hoe vaak werd uw kind uitgescholden of uitgelachen?' },
        },
        {
          ...happened,
          key: 'online',
          form: 'online',
          question: { nl: 'Hoe vaak deden leerlingen online gemeen tegen uw kind?' },
        },
        {
          ...happened,
          key: 'physical',
          form: 'physical',
          question: { nl: 'Hoe vaak werd uw kind geslagen, geschopt of geduwd?' },
        },
        { ...happened, key: 'exclusion', form: 'exclusion', question: { nl: 'Hoe vaak mocht uw kind niet meedoen?' } },
      ],
    },
    {
      key: 'about-bullying',
      lead: { nl: 'Het gaat nog steeds over de laatste 2 maanden.' },
      items: [
        told,
        {
          key: 'helped',
          kind: 'one',
          domain: 'approach',
          question: { nl: 'Werd het beter nadat u erover praatte?' },
          scale: becameBetter,
          direction: 'more-is-safer',
          period: 'last-two-months',
          yes: ['less', 'stopped'],
          askedWhen: { item: 'told', oneOf: told.yes },
        },
      ],
    },
    {
      key: 'help',
      items: [
        {
          ...knows,
          key: 'knows-contact-person',
          question: { nl: 'Weet u wie op school het aanspreekpunt voor pesten is?' },
        },
        { ...knows, key: 'knows-protocol', question: { nl: 'Weet u wat de school doet als een kind wordt gepest?' } },
      ],
    },
  ],
}
