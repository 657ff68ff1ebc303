import handOn from './team-hand-on.ts'

export default {
  handOn,
  bringIn: {
    title: 'Spoed: haal mentor en teamleider erbij',
    explain: 'Zij lezen dan alles en kunnen ook antwoorden. De melder ziet dat en kan het terugdraaien.',
    classGroup: 'Klas van de leerling',
    noClass: 'Weet ik niet',
    legend: 'Wie leest mee?',
    mentor: '{name}, mentor van {classGroup}',
    teamLeader: '{name}, teamleider',
    nobody: 'Kies de klas, dan staat hier de mentor.',
    nobodyOfClass: 'Er is niemand meer om erbij te halen. Zij lezen al mee, of de melder wil dat niet.',
    missing: 'Kies ten minste één collega.',
    confirm: 'Laat hen nu meelezen',
    doneOne: '{names} kan nu meelezen.',
    done: '{names} kunnen nu meelezen.',
    failed: '{name} leest nog niet mee. {why}',
  },
  back: 'Terug naar meldingen',
  opening: 'De melding wordt geopend.',
  explainName: 'Deze naam is door de computer bedacht, zodat je er met collega’s over kunt praten.',
  dossier: {
    title: 'Dossier',
    intro: 'Gaat de school hiermee aan het werk? Dan houd je in een dossier bij wat er gebeurt.',
    open: 'Open een dossier',
  },
  changed: 'Er is iets nieuws in dit gesprek.',
  showNew: 'Laat het zien',
  elsewhere: {
    label: 'Van een andere locatie',
    from: 'Deze melding is van {site}. De termijn en de vrije dagen zijn die van {site}.',
    notCompared:
      'Niemand van {home} heeft de sleutel van {site} vergeleken. Bel bij twijfel de collega die deelde. Je directeur kan de sleutel vergelijken op de pagina Sleutels.',
  },
  facts: {
    label: 'Over deze melding',
    site: 'Locatie',
    received: 'Binnen',
    answerBy: 'Antwoord',
    answered: 'Er is geantwoord',
    state: 'Status',
    urgent: 'Spoed',
    urgentText: 'Er gaat nu iets online rond, of het is om een andere reden dringend.',
    closed: 'De melder kreeg te horen dat de school dicht is ({name}) tot en met {day}.',
  },

  answers: {
    title: 'Wat de melder vertelt',
    reporterKind: 'Wie meldt',
    forWhom: 'Voor wie',
    forms: 'Wat er gebeurt',
    goingRound: 'Gaat er nu iets online rond',
    places: 'Waar',
    howLong: 'Hoe lang al',
    howOften: 'Hoe vaak',
    story: 'In eigen woorden',
    noStory: 'De melder schreef er niets bij.',
    name: 'Naam',
    filedBy: 'Opgeschreven door',
    anonymous: 'De melder noemde geen naam.',
    files: 'Bestanden',
    risky:
      'Open alleen een bestand dat je verwacht. Een document, filmpje of geluid kan schadelijk zijn en kan verborgen gegevens bevatten.',
  },

  conversation: {
    title: 'Gesprek',
    none: 'Er is nog niet geantwoord.',
    reporter: 'De melder',
    new: 'Nieuw',
    well: 'De melder zegt: het gaat goed.',
    notWell: 'De melder zegt: het gaat niet goed.',
    stateSet: '{author} zette de status op “{state}”.',
    momentSet: '{author} beloofde de melder: {moment}, op {day}.',
    momentDropped: '{author} haalde weg wat er gepland was.',
    moments: {
      message: 'een bericht hier',
      talk: 'een gesprek met de melder',
      others: 'een gesprek met anderen op school',
      howAreYou: 'de vraag hoe het gaat',
      other: 'iets anders',
    },
    accessChanged: '{author} maakte een nieuwe sleutel. Vanaf hier leest een andere groep mee.',
    shared: '{author} deelde deze melding met {name}.',
    left: '{name} leest niet meer mee.',
  },

  answer: {
    title: 'Antwoord de melder',
    label: 'Jouw antwoord',
    hint: 'De melder leest dit met de code. Iedereen die meeleest, ziet het ook.',
    left: 'Nog {n} tekens.',
    over: '{n} tekens te veel.',
    submit: 'Verstuur je antwoord',
    sending: 'Je antwoord wordt versleuteld en verstuurd.',
    sent: 'Je antwoord is verstuurd.',
    kept: 'Dit had je al getypt. Het is nog niet verstuurd.',
    cannot:
      'Je kunt hier niet schrijven. Je leest deze melding niet meer mee, of er klopt iets niet met een sleutel. Vraag een collega die meeleest.',
    errors: {
      empty: 'Schrijf eerst een antwoord. Een paar woorden is genoeg.',
      tooLong: 'Je antwoord is te lang. Maak het {n} tekens korter.',
      offline: 'Er is geen verbinding. Je antwoord is nog niet verstuurd en staat er nog. Probeer het straks nog eens.',
      service:
        'Het lukt nu niet. Je antwoord is nog niet verstuurd en staat er nog. Probeer het over een paar minuten nog eens.',
      cannotEncrypt:
        'Je antwoord kon niet worden versleuteld en is daarom niet verstuurd. Laad de pagina opnieuw en probeer het nog eens.',
      moved:
        'Er kwam tegelijk iets anders binnen. Je antwoord is nog niet verstuurd en staat er nog. Lees wat er nieuw is en probeer het nog eens.',
    },
  },

  state: {
    title: 'Status voor de melder',
    hints: {
      read: 'De melding is gelezen.',
      inProgress: 'De school is ermee bezig.',
      closed: 'De school is klaar. De melder kan nog wel schrijven.',
    },
    hidden: 'De school laat dit niet aan melders zien.',
    next: {
      title: 'Wat is het volgende moment? (niet verplicht)',
      hint: 'De melder leest dit. Beloof dus alleen wat je waarmaakt.',
      none: 'Nog niets gepland',
      kinds: {
        message: 'Je schrijft hier een bericht',
        talk: 'Je praat met de melder',
        others: 'Je praat met anderen op school',
        howAreYou: 'Je vraagt hier hoe het gaat',
      },
      day: 'Op welke dag?',
      errors: {
        missing: 'Kies op welke dag het is, of kies dat er nog niets gepland is.',
        past: 'Die dag is voorbij. Kies vandaag of later.',
        far: 'Die dag is te ver weg. Kies een dag binnen vier maanden.',
        free: 'Op die dag is er niemand op school. Kies een schooldag.',
        holiday: 'Het is dan {name}. Kies een dag na {until}.',
      },
    },
    submit: 'Verander de status',
    saved: 'De melder ziet nu: {state}.',
    savedHidden: 'De status is nu: {state}. De melder ziet dat niet.',
    savedNext: 'De melder ziet ook wat er op {day} komt.',
    same: 'De melder ziet dit al. Kies een andere status of een ander moment.',
    cannotEncrypt: 'De status is niet veranderd, want hij kon niet worden versleuteld. Laad de pagina opnieuw.',
  },

  readers: {
    title: 'Wie leest mee',
    intro: 'Deze mensen kunnen deze melding lezen, en niemand anders op school.',
    reporter: 'De melder',
    withMembers: '{role}: {names}',
  },

  keep: {
    title: 'Bewaren',
    print: 'Print deze melding',
    printHint: 'Op papier staat alles leesbaar. Bewaar het op slot.',
    file: 'Bewaar als beveiligd bestand',
    line: '{question}: {answer}',
  },

  warnings: {
    title: 'Er klopt iets niet in dit gesprek',
    intro: 'Elk bericht wordt op jouw apparaat gecontroleerd. Weet je niet waardoor dit komt? Bel dan de directeur.',
    /** In the order in which they are shown: the gravest first. */
    sentences: {
      'site-key-changed':
        'De schoolsleutel van deze melding is een andere dan jij hebt. Misschien doet iemand zich voor als de school. Daarom kun je hier niet schrijven.',
      'bad-grant': 'Een sleutel voor deze melding klopt niet. Wat daarmee versleuteld is, gaat niet open.',
      forged: 'Een bericht is niet geschreven door wie het zegt. Het wordt daarom niet getoond.',
      moved: 'Een bericht hoort bij een andere melding. Het wordt daarom niet getoond.',
      'wrong-epoch': 'Een bericht is met een oude of onbekende sleutel geschreven. Het wordt daarom niet getoond.',
      unopenable: 'Een bericht gaat niet open. Het is beschadigd, of het is niet voor jou versleuteld.',
      missing: 'Er ontbreekt een bericht dat er wel hoort te zijn. Vraag de melder of een collega wat erin stond.',
      repeated: 'Een bericht staat er twee keer in. Dat gebeurt ook als iemand op twee schermen tegelijk schrijft.',
      'out-of-order': 'De berichten staan niet in de volgorde waarin ze zijn geschreven.',
    },
  },
  unreadable: {
    title: 'Deze melding gaat niet open',
    text: 'Geen van jouw sleutels past. Vraag een collega die ook meeleest, of bel de directeur.',
  },
} as const
