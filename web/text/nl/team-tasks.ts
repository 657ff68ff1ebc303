/** What waits for somebody on the page about keys, as the page with reports says it. */
export default {
  title: 'Er wacht iets op jou bij Sleutels',
  open: 'Ga naar Sleutels',
  noDirector:
    'Benoem of nodig een directeur van {site} uit. Zonder directeur ondertekent niemand een nieuwe sleutel. Het blad uit de kluis geeft de nieuwe directeur de sleutel van de locatie.',
  makeSiteKey: 'Maak de sleutel van de locatie {site}.',
  getSiteKey: 'Zet de sleutel van de locatie {site} bij jouw account.',
  signOne: 'Onderteken één wijziging in {site}.',
  sign: 'Onderteken {count} wijzigingen in {site}.',
  makeKey: 'Maak de eerste sleutel van {role} in {site}.',
  nextKey: 'Maak een nieuwe sleutel van {role} in {site}.',
  letIn: 'Laat {name} toe als {role} in {site}.',

  stalled: {
    title: 'Er blijft iets liggen',
    text: 'Iemand schreef, en de termijn is twee keer voorbij. Nog niemand heeft het geopend. Wat er staat en hoeveel het is, zie jij niet.',
    with: '{who} ({site})',
    do: 'Vraag of het lukt om te lezen. Is iemand er niet? Regel dan vervanging bij',
  },
  dossiers: {
    title: 'Er wacht iets op jou in dossiers',
    lateOne: 'In één dossier is iets te laat.',
    late: 'In {count} dossiers is iets te laat.',
    todayOne: 'In één dossier moet vandaag iets gebeuren.',
    today: 'In {count} dossiers moet vandaag iets gebeuren.',
    open: 'Ga naar Dossiers',
  },
} as const
