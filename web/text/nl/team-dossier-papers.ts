/** What staff make from a dossier: on paper, in a file or copied. Staff are addressed with "je". */
export default {
  back: 'Terug naar het dossier',
  local: 'Dit maak je op dit apparaat. De server ziet de tekst niet en bewaart hem niet.',
  actions: {
    copy: 'Kopieer de tekst',
    print: 'Print',
    saveText: 'Bewaar als tekstbestand',
    saveHtml: 'Bewaar als webpagina',
    busy: 'Even geduld.',
    copied: 'De tekst is gekopieerd.',
    saved: 'Het bestand staat bij je downloads.',
    copyFailed: 'Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer hem zelf.',
    logged: 'In het logboek staat dat je dit maakte, niet wat erin staat.',
    unlocked: 'Een bestand is niet versleuteld. Zet het meteen op de goede plek en wis het daarna van dit apparaat.',
    notMade: 'Er is nog niets gemaakt. {why}',
  },
  /** What somebody is called whose name may not stand there. */
  someone: {
    student: 'een andere leerling',
    staff: 'een medewerker',
    parent: 'een ouder',
  },
  note: {
    heading: 'Notitie voor {system}',
    asks: 'Wat het protocol vraagt',
    section: 'In het protocol: {section}.',
    only: 'Zet er alleen gedrag en afspraken in. Geen namen van anderen, en niet wie het vertelde.',
    student: 'Bij welke leerling komt de notitie?',
    noStudent: 'Er staat nog geen leerling in dit dossier. Voeg er eerst een toe, bij Betrokkenen.',
    which: 'Wat neem je over uit het dossier?',
    whichHint: 'Wat je aankruist, komt hieronder in de tekst. Wat je zelf typt, blijft staan.',
    none: 'Er staat nog niets over deze leerling in wat hier past. Je kunt de notitie zelf schrijven.',
    option: '{day}, {title}: {start}',
    block: {
      agreement: '{day}, afspraak: {text}',
      behaviour: '{day}, gedrag: {text}',
    },
    due: 'Hierop kijken we terug op {day}.',
    text: 'De notitie',
    textHint: 'Lees alles na. Een bijnaam of een schrijffout herkent het programma niet.',
    names: 'Deze namen staan er nog in: {names}.',
    takeOut: 'Haal de namen eruit',
    takenOut: 'De namen zijn eruit. Lees na of de zinnen nog kloppen.',
    reporter: 'Er staat iets in over een melding: “{word}”. Laat weg wie het vertelde.',
    fileName: 'notitie-{day}.txt',
    errors: {
      student: 'Kies bij welke leerling de notitie komt.',
      text: 'Er staat nog niets in de notitie. Kies iets uit het dossier of typ zelf.',
    },
  },
  /** Words that give away that somebody reported, as they are compared: small letters, no accents. */
  reporterWords: [
    ...['melder', 'melders', 'melding', 'meldingen', 'gemeld', 'meldde', 'meldden', 'anoniem', 'anonieme'],
    ...['verklikt', 'verklikte', 'geklikt', 'klikte'],
  ],
} as const
