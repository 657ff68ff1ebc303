/** What reporters let know with their code, as the workers of a dossier see it. */
export default {
  title: 'Hoe gaat het volgens de melder?',
  intro:
    'Met de code kan de melder laten weten hoe het gaat. Je ziet dat hier van de meldingen die jij mag lezen. Andere berichten lees je bij de melding zelf.',
  look: 'Kijk wat de melder liet weten',
  again: 'Kijk opnieuw',
  busy: 'De meldingen worden geopend.',
  none: 'De melder liet nog niet weten hoe het gaat.',
  closedOne: 'Bij dit dossier hoort nog 1 melding die jij niet kunt lezen.',
  closed: 'Bij dit dossier horen nog {count} meldingen die jij niet kunt lezen.',
  said: { well: 'Het gaat goed', notWell: 'Het gaat niet goed' },
  who: 'Welke leerling is dit?',
  settles: 'Hiermee vink je af: {step}.',
  keep: 'Leg dit vast in het dossier',
  keepOf: 'Leg dit vast in het dossier: {said}, {day}',
  kept: 'Het is vastgelegd.',
  isKept: 'Dit staat in het dossier.',
  /** How it stands in the dossier. */
  written: 'Met de code liet de melder weten: {said}.',
  ask: 'Vraag hoe het gaat',
  questionLabel: 'Jouw bericht aan de melder',
  questionHint: 'Iedereen die de melding leest, ziet dit ook. De melder antwoordt met de code.',
  question:
    'Hoe gaat het nu met je? Je kunt het hieronder laten weten, met of zonder woorden. Gaat het niet goed, dan kijken we samen wat er nodig is.',
  questionMissing: 'Schrijf eerst je bericht.',
  blankLeft: 'Vul eerst in wat tussen haken staat, of haal het weg.',
  send: 'Verstuur dit bericht',
  sending: 'Je bericht wordt op slot gedaan en verstuurd.',
  asked: 'Je vraag is verstuurd aan de melder.',

  tell: 'Vertel de melder dat het is afgesloten',
  told: 'Je bericht is verstuurd aan de melder.',
  /** Where the writer begins, by how the dossier ended. */
  closedAs: {
    solved:
      'We hebben samen gekeken of het genoeg is opgelost, en we sluiten het nu af. Dank je wel dat je het vertelde. Gebeurt het weer, of zit je iets dwars? Schrijf dan hier, dan lezen we het.',
    'not-bullying':
      'We hebben goed gekeken naar wat je vertelde. Wij denken dat het geen pesten is, maar iets anders. Daar helpt [naam] nu bij. Het was goed dat je het vertelde. Zie jij het anders, of gaat het door? Schrijf dan hier.',
    duplicate:
      'Wat je vertelde, pakken we samen op met wat wij al hoorden. Je hoeft het niet nog een keer te vertellen. Je kunt hier blijven schrijven.',
    prank:
      'We hebben uitgezocht wat je vertelde. Wij denken nu dat het zo niet is gebeurd, en sluiten het af. Klopt dat niet? Schrijf het dan hier. Zit je iets anders dwars, dan mag je dat ook vertellen.',
  },
} as const
