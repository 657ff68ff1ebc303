import type { ListItem, Questionnaire } from '../definition.ts'
import { becameBetter, bullied, everHappened, fits, frequency, yesOrNo } from '../scales.ts'

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
  question: { nl: 'Met wie heb je hierover gepraat?' },
  hint: { nl: 'Kies alles wat past.' },
  options: [
    { key: 'colleague', label: { nl: 'Een collega' }, value: null },
    { key: 'leader', label: { nl: 'Mijn leidinggevende' }, value: null },
    { key: 'adviser', label: { nl: 'De vertrouwenspersoon' }, value: null },
    { key: 'else', label: { nl: 'Iemand anders' }, value: null },
    { key: 'nobody', label: { nl: 'Niemand' }, value: null, isAlone: true },
  ],
  period: 'last-two-months',
  yes: ['colleague', 'leader', 'adviser', 'else'],
  askedWhen: { item: 'bullied', oneOf: everHappened },
}

/** Personeel. */
export const staff: Questionnaire = {
  key: 'staff',
  audience: 'staff',
  level: 'adult',
  title: { nl: 'Hoe is het voor jou om hier te werken?' },
  languages: ['nl'],
  sections: [
    {
      key: 'experience',
      items: [
        { ...felt, key: 'safe-at-school', question: { nl: 'Ik voel me veilig op deze school.' } },
        { ...felt, key: 'safe-in-team', question: { nl: 'In mijn team durf ik te zeggen wat ik denk.' } },
        { ...felt, key: 'backed', question: { nl: 'Mijn leidinggevende steunt me als er iets vervelends gebeurt.' } },
        { ...felt, key: 'adults-step-in', question: { nl: 'Collega’s doen iets als leerlingen elkaar pesten.' } },
      ],
    },
    {
      key: 'wellbeing',
      items: [
        { ...lived, key: 'feels-good', question: { nl: 'Ik ga met een goed gevoel naar mijn werk.' } },
        { ...lived, key: 'belongs', question: { nl: 'Ik hoor erbij in mijn team.' } },
        { ...lived, key: 'be-myself', question: { nl: 'Op mijn werk kan ik mezelf zijn.' } },
        {
          ...lived,
          key: 'dreads-work',
          question: { nl: 'Ik zie op tegen de volgende werkdag.' },
          direction: 'less-is-safer',
        },
      ],
    },
    {
      key: 'harm',
      lead: { nl: 'Wat maakte je zelf mee op of door je werk? Denk aan de laatste 2 maanden.' },
      items: [
        { ...happened, key: 'bullied', question: { nl: 'Hoe vaak werd je gepest of buitengesloten?' } },
        {
          ...happened,
          key: 'verbal',
          form: 'verbal',
          question: { nl: 'Hoe vaak werd je uitgescholden of vernederd?' },
        },
        { ...happened, key: 'online', form: 'online', question: { nl: 'Hoe vaak deed iemand online gemeen over je?' } },
        { ...happened, key: 'threatened', question: { nl: 'Hoe vaak werd je bedreigd?' } },
        {
          ...happened,
          key: 'physical',
          form: 'physical',
          question: { nl: 'Hoe vaak werd je geslagen, geduwd of vastgepakt?' },
        },
        {
          ...happened,
          key: 'discrimination',
          question: {
            nl: 'Hoe vaak deed iemand vervelend om je afkomst, geloof, uiterlijk, leeftijd of op wie je valt?',
          },
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
        told,
        {
          key: 'helped',
          kind: 'one',
          domain: 'approach',
          question: { nl: 'Werd het beter nadat je erover praatte?' },
          scale: becameBetter,
          direction: 'more-is-safer',
          period: 'last-two-months',
          yes: ['less', 'stopped'],
          askedWhen: { item: 'told', oneOf: told.yes },
        },
        {
          ...happened,
          key: 'saw-bullying',
          domain: 'approach',
          question: { nl: 'Hoe vaak zag of hoorde je dat een leerling werd gepest?' },
        },
      ],
    },
    {
      key: 'help',
      items: [
        {
          ...knows,
          key: 'knows-contact-person',
          question: { nl: 'Weet je wie op school het aanspreekpunt voor pesten is?' },
        },
        {
          ...knows,
          key: 'knows-steps',
          question: { nl: 'Weet je wat je moet doen als een leerling over pesten vertelt?' },
        },
        { ...knows, key: 'can-act', question: { nl: 'Heb je genoeg geleerd om iets tegen pesten te doen?' } },
      ],
    },
  ],
}
