/** Writing down what somebody told by word of mouth or by telephone. Staff are addressed with "je". */
export default {
  title: 'Meld voor een leerling of ouder',
  intro:
    'Vertelt iemand je iets in de gang of aan de telefoon? Schrijf het hier op. De leerling of ouder krijgt een code en kan daarmee meelezen en zelf schrijven.',
  own: 'In de melding staat dat jij het opschreef. Vraag eerst of de leerling of ouder dit goed vindt.',
  nowhere: 'Je kunt nu niets opschrijven. De directeur moet eerst jouw sleutel ondertekenen.',
  site: 'Op welke locatie?',
  kind: 'Wie vertelde het?',
  forWhom: 'Over wie gaat het?',
  subjects: {
    self: 'Over wie het vertelde',
    ownChild: 'Over het kind van wie het vertelde',
    someoneElse: 'Over een andere leerling',
  },
  forms: 'Wat gebeurt er?',
  urgent: 'Er is haast bij',
  story: 'Wat werd er verteld?',
  storyHint: 'Schrijf zo veel mogelijk de woorden op van wie het vertelde. Die leest dit later terug.',
  readers: 'Wie handelt het af?',
  myself: 'Ikzelf ({name})',
  submit: 'Maak de melding en de code',
  busy: 'De melding wordt versleuteld. Dat duurt een paar tellen.',
  errors: {
    forms: 'Kies ten minste één ding dat er gebeurt.',
    story: 'Schrijf op wat er werd verteld. Een paar woorden is genoeg.',
    long: 'Je tekst is te lang. Maak hem {n} tekens korter.',
    send: 'Het lukt nu niet. Alles staat er nog. Probeer het over een paar minuten nog eens.',
  },
  done: {
    title: 'De melding is gemaakt',
    give: 'Geef deze code aan wie het vertelde: op papier, of laat de leerling hem overschrijven.',
    once: 'Je ziet de code maar één keer. Bewaar hem zelf niet: wie de code heeft, leest alles mee.',
    given: 'Ik heb de code gegeven',
  },
} as const
