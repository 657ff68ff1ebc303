/** Where a site changes what its letters and records of talks say before they are filled in. */
export default {
  title: 'Brieven en verslagen',
  intro:
    'Met deze teksten begint een brief of verslag uit een dossier. Het programma vult namen en dagen in. Wie schrijft, past de tekst daarna nog aan.',
  noNames: 'Zet hier nooit de naam van een leerling. Deze teksten zijn niet versleuteld.',
  loading: 'Even geduld.',
  site: 'Locatie',
  heading: 'Teksten van {site}',
  none: 'Het protocol van deze school heeft geen brieven of verslagen.',
  section: 'In het protocol: {section}.',
  states: { own: 'eigen tekst', standard: 'tekst van het protocol' },
  edit: 'Pas aan',
  about: ': {title}',
  form: {
    text: 'De tekst',
    hint: 'Wat tussen { en } staat, vult het programma in. Wat tussen [ en ] staat, vult de schrijver in.',
    places: 'Wat het programma kan invullen',
    placesHint: 'Kies iets. Het komt in de tekst op de plek waar je was.',
    save: 'Sla op',
    cancel: 'Sla niets op',
    standard: 'Zet de tekst van het protocol terug',
    standardThere: 'De tekst van het protocol staat er weer. Sla op als het zo moet worden.',
    own: 'Toch mijn eigen tekst',
    ownThere: 'Je eigen tekst staat er weer.',
    meanwhile:
      'Een collega veranderde deze tekst terwijl je typte. Wat jij typte, staat er nog. Sla nog eens op als het zo moet worden.',
    now: 'De tekst van je collega:',
  },
  said: {
    own: 'De tekst van “{title}” is opgeslagen.',
    standard: '“{title}” heeft weer de tekst van het protocol.',
  },
  errors: {
    empty: 'Er staat nog niets. Typ een tekst, of zet de tekst van het protocol terug.',
    long: 'Deze tekst is te lang. Maak hem {n} tekens korter.',
    unknown: 'Dit kan het programma niet invullen: {names}. Kies uit de lijst, of zet het tussen [ en ].',
    brace: 'Er staat ergens een { of } alleen. Zet de andere helft erbij, of haal hem weg.',
    gone: 'Deze brief hoort niet meer bij het protocol. Laad de pagina opnieuw.',
  },
  history: {
    heading: 'Wie veranderde wat',
    none: 'Er is nog niets veranderd.',
    line: '{day}: {name} {what}',
    somebody: 'iemand die er niet meer bij staat',
    gone: 'een brief die er niet meer is',
    changes: {
      own: 'veranderde “{title}”.',
      standard: 'zette “{title}” terug naar de tekst van het protocol.',
    },
  },
} as const
