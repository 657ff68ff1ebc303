/** What waits for somebody on the page about keys, as the page with reports says it. */
export default {
  title: 'Er wacht iets op jou bij Sleutels',
  open: 'Ga naar Sleutels',
  makeSiteKey: 'Maak de sleutel van de locatie {site}.',
  getSiteKey: 'Zet de sleutel van de locatie {site} bij jouw account.',
  signOne: 'Onderteken één wijziging in {site}.',
  sign: 'Onderteken {count} wijzigingen in {site}.',
  makeKey: 'Maak de eerste sleutel van {role} in {site}.',
  nextKey: 'Maak een nieuwe sleutel van {role} in {site}.',
  letIn: 'Laat {name} toe als {role} in {site}.',
} as const
