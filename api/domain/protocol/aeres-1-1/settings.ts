import type { Setting, Term } from '../definition.ts'

/** What the paper leaves open. Screens show these as the school's own. */
export const settings: readonly Setting[] = [
  { key: 'inform', title: 'Iemand op de hoogte brengen', unit: 'schoolDays', standard: 1, least: 1, most: 5 },
  { key: 'talk', title: 'Een gesprek na de melding', unit: 'schoolDays', standard: 3, least: 1, most: 10 },
  { key: 'parents', title: 'Contact met ouders', unit: 'schoolDays', standard: 3, least: 1, most: 10 },
  { key: 'write', title: 'Iets vastleggen of afspreken', unit: 'schoolDays', standard: 3, least: 1, most: 10 },
  { key: 'class', title: 'Praten met de klas', unit: 'schoolDays', standard: 5, least: 1, most: 15 },
  { key: 'help', title: 'Hulp bespreken', unit: 'schoolDays', standard: 10, least: 1, most: 20 },
  { key: 'decide', title: 'Een besluit nemen', unit: 'schoolDays', standard: 3, least: 1, most: 10 },
  { key: 'course', title: 'Kijken of het stopt', unit: 'schoolDays', standard: 10, least: 3, most: 20 },
  {
    key: 'director-talk',
    title: 'Gesprek van de directeur met ouders',
    unit: 'schoolDays',
    standard: 5,
    least: 1,
    most: 15,
  },
  { key: 'director-decides', title: 'Besluit van de directeur', unit: 'calendarDays', standard: 5, least: 1, most: 7 },
  { key: 'check-in', title: 'Vragen hoe het nu gaat', unit: 'schoolDays', standard: 10, least: 3, most: 30 },
  { key: 'aftercare', title: 'Contact in de nazorg', unit: 'schoolDays', standard: 15, least: 5, most: 40 },
  {
    key: 'closing',
    title: 'Bespreken of het dossier dicht kan',
    unit: 'schoolDays',
    standard: 30,
    least: 10,
    most: 60,
  },
  { key: 'urgent', title: 'Digitaal: eerste actie', unit: 'hours', standard: 2, least: 1, most: 9 },
  { key: 'urgent-class', title: 'Digitaal: actie in de klas', unit: 'hours', standard: 4, least: 1, most: 18 },
  { key: 'urgent-parents', title: 'Digitaal: ouders bellen', unit: 'hours', standard: 9, least: 1, most: 27 },
  { key: 'escalate', title: 'Te laat: door naar de volgende', unit: 'schoolDays', standard: 2, least: 1, most: 10 },
]

/** A term that the school sets. */
export function own(key: string): Term {
  const setting = settings.find((one) => one.key === key)
  if (!setting) throw new Error(`no setting ${key}`)
  return { unit: setting.unit, count: { setting: key } }
}
