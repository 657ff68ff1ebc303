/** An honest statement, until an audit by people makes it an official one. */
export default {
  title: 'Toegankelijkheid',
  heading: 'Toegankelijkheid',
  intro: 'Iedereen moet deze site kunnen gebruiken, ook met een beperking. Hier lees je hoever we zijn.',
  status: {
    heading: 'Waar we nu staan',
    text: 'We werken volgens de regels van WCAG 2.2, niveau AA. Er is nog geen onderzoek door een deskundige gedaan. Daarom is dit nog geen officiële verklaring.',
    date: 'Deze tekst is voor het laatst nagekeken op {day}.',
  },
  done: {
    heading: 'Wat we hebben gedaan',
    list: [
      'Een programma controleert bij elke wijziging alle pagina’s op fouten.',
      'Alles werkt met alleen een toetsenbord.',
      'De tekst kun je vergroten, ook op een klein scherm.',
      'De kleuren passen zich aan als je toestel op donker staat.',
      'De teksten zijn geschreven in gewone taal (B1).',
    ],
  },
  missing: {
    heading: 'Wat nog niet goed is',
    list: [
      'Leerlingen hebben de site nog niet uitgeprobeerd.',
      'Mensen met een schermlezer hebben de site nog niet getest.',
      'De site is er alleen in het Nederlands, en voorlezen zit er nog niet in.',
      'Voor het formulier heb je JavaScript nodig. Zonder JavaScript staat er hoe je het anders kunt vertellen.',
      'De spellingcontrole staat uit, omdat sommige browsers je tekst anders naar een bedrijf sturen.',
    ],
  },
  contact: {
    heading: 'Lukt iets niet?',
    text: 'Vertel het aan iemand op school, dan kan de school het doorgeven. Je melding mag je ook altijd zelf komen vertellen, of bellen.',
    link: 'Wie kan mij helpen?',
    complain:
      'Doet de school er niets mee? Dan kun je een klacht indienen. Elke school heeft daar regels voor, die in de schoolgids staan.',
  },
  checkedOn: '2026-11-22',
} as const
