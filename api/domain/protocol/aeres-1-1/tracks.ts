import type { Plan, Protocol, ProtocolTrack } from '../definition.ts'

export const tracks: readonly ProtocolTrack[] = [
  {
    key: 'prevention',
    title: 'Voorkomen',
    section: '2.2.1',
    isYearly: true,
    asks: 'Dit doet de locatie elk schooljaar, ook zonder dossier. Het staat in het jaarplan.',
  },
  {
    key: 'target',
    title: 'De leerling die gepest wordt',
    section: '2.2.2',
    asks: 'Neem het serieus en zoek uit wat er is gebeurd. Bespreek met de leerling wat kan helpen, hier of buiten school.',
  },
  {
    key: 'initiator',
    title: 'De leerling die het doet',
    section: '2.2.3',
    asks: 'Bespreek wat de leerling doet en wat dat met een ander doet. Bespreek ook welke hulp past.',
  },
  {
    key: 'middle-group',
    title: 'De middengroep',
    section: '2.2.4',
    asks: 'Praat met de klas over ieders rol: wie versterkt het, wie komt voor de ander op. Kom er binnen twee schoolweken op terug.',
  },
  {
    key: 'parents',
    title: 'De ouders',
    section: '2.2.5',
    asks: 'Neem zorgen van ouders serieus en werk samen. Geef raad en wijs de weg naar deskundige hulp als dat nodig is.',
  },
]

export const plans: readonly Plan[] = [
  { key: 'after-report', title: 'Na een melding', section: 'A1' },
  { key: 'digital', title: 'Digitaal pesten: met spoed', section: '2.6' },
  { key: 'recurrence', title: 'Als het zich herhaalt', section: '2.5' },
  { key: 'aftercare', title: 'Nazorg en sluiten', section: '2.4' },
  { key: 'unforeseen', title: 'Wat niemand voorzag', section: '3.1' },
]

export const waysIn: Protocol['waysIn'] = [
  { key: 'ordinary', title: 'Gewoon dossier', section: '2.3' },
  { key: 'digital', title: 'Digitaal pesten, met spoed', section: '2.6' },
]
