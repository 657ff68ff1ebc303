import type { ListItem, Option, ScaleItem } from '../definition.ts'
import { becameBetter, everHappened, yesOrNo } from '../scales.ts'

/** What the lists for students ask alike; their words differ where the reading level does. */

const listOption = (key: string, nl: string): Option => ({ key, label: { nl }, value: null })

/** Only whoever was bullied at least once is asked more about it. */
export const afterBullied = { item: 'bullied', oneOf: everHappened }

const whoWasTold: readonly Option[] = [
  listOption('friend', 'Een leerling'),
  listOption('teacher', 'Mijn mentor of een leraar'),
  listOption('contact-person', 'Het aanspreekpunt of de vertrouwenspersoon'),
  listOption('helper', 'Iemand anders van school'),
  listOption('home', 'Iemand thuis'),
  listOption('else', 'Iemand buiten school'),
  { ...listOption('nobody', 'Niemand'), isAlone: true },
]

export const toldAnybody = whoWasTold.filter(({ isAlone }) => !isAlone).map(({ key }) => key)

export const told: ListItem = {
  key: 'told',
  kind: 'many',
  domain: 'approach',
  question: { nl: 'Aan wie heb je het verteld?' },
  hint: { nl: 'Kies alles wat past.' },
  options: whoWasTold,
  period: 'last-two-months',
  yes: toldAnybody,
  askedWhen: afterBullied,
}

export const helped: ScaleItem = {
  key: 'helped',
  kind: 'one',
  domain: 'approach',
  question: { nl: 'Werd het beter nadat je het vertelde?' },
  scale: becameBetter,
  direction: 'more-is-safer',
  period: 'last-two-months',
  yes: ['less', 'stopped'],
  askedWhen: { item: 'told', oneOf: toldAnybody },
}

/** The places that a report of this program knows too. */
export const places: ListItem = {
  key: 'places',
  kind: 'many',
  domain: 'approach',
  question: { nl: 'Waar werd je gepest?' },
  hint: { nl: 'Kies alles wat past.' },
  options: [
    listOption('classroom', 'In de klas'),
    listOption('corridor', 'Op de gang of in de kantine'),
    listOption('schoolyard', 'Buiten op het plein'),
    listOption('changing-room', 'In de kleedkamer of bij de wc'),
    listOption('workplace', 'Bij de praktijkles of op stage'),
    listOption('route', 'Onderweg'),
    listOption('online', 'Online'),
    listOption('elsewhere', 'Ergens anders'),
  ],
  period: 'last-two-months',
  // What a school can watch over itself.
  yes: ['classroom', 'corridor', 'schoolyard', 'changing-room', 'workplace'],
  askedWhen: afterBullied,
}

export const knowsContactPerson: ScaleItem = {
  key: 'knows-contact-person',
  kind: 'one',
  domain: 'approach',
  question: { nl: 'Weet je wie op school het aanspreekpunt voor pesten is?' },
  scale: yesOrNo,
  direction: null,
  period: null,
  yes: ['yes'],
}

export const daresToTell: ScaleItem = {
  ...knowsContactPerson,
  key: 'dares-to-tell',
  question: { nl: 'Durf je het op school te vertellen als iemand jou pest?' },
}
