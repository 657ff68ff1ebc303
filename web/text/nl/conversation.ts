import code from './conversation-code.ts'
import readers from './conversation-readers.ts'

/** Mijn melding: the conversation. Days are written out: "maandag 23 november". */
export default {
  ...code,
  ...readers,
  titles: {
    code: 'Mijn melding',
    opening: 'Even wachten',
    open: 'Je gesprek',
    failed: 'Je gesprek opent niet',
    erased: 'Je gesprek is gewist',
    left: 'Afgesloten',
  },
  errorInTitle: 'Fout: {title}',
  errorPrefix: 'Fout:',
  errorsTitle: 'Verbeter dit, dan kun je verder',
  open: {
    title: 'Je gesprek',
    site: 'Je vertelde dit op {day} aan {school}, locatie {site}.',
    reload: 'Kijk of er iets nieuws is',
    reloaded: 'We hebben gekeken. Er is niets nieuws.',
    reloadedNew: 'Er is iets nieuws bijgekomen.',
    reloadOffline: 'Het lukt nu niet. Kijk of je internet hebt en probeer het opnieuw.',
    leaveTitle: 'Ben je klaar?',
    leave: 'Sluit mijn gesprek af',
    leaveHint: 'Dan verdwijnt alles van dit scherm. Met je code kun je altijd terug.',
  },
  status: {
    title: 'Hoe staat het ermee?',
    states: {
      received: 'Ontvangen',
      read: 'Gelezen',
      inProgress: 'Mee bezig',
      closed: 'Afgesloten',
    },
    meanings: {
      received: 'Je verhaal is goed aangekomen. Nog niemand van school heeft laten weten dat het is gelezen.',
      read: 'Iemand van school heeft je verhaal gelezen.',
      inProgress: 'School is ermee bezig. Hieronder lees je wat er gebeurt.',
      closed: 'School is klaar en denkt dat het is opgelost. Is dat niet zo? Schrijf dan gewoon terug.',
    },
    steps: 'Wat er tot nu toe gebeurde',
    by: 'door {name}',
    next: {
      title: 'Hierna',
      kinds: {
        message: 'Je krijgt hier een bericht van school.',
        talk: 'School wil dan met je praten.',
        others: 'School praat dan met anderen over wat er gebeurt.',
        howAreYou: 'School vraagt je dan hoe het gaat.',
        other: 'School doet dan weer iets.',
      },
      today: 'Dat is vandaag.',
      past: 'Die dag is voorbij. Hoorde je niets? Schrijf dan gerust terug.',
      closed: 'Let op: het is dan {name}, tot en met {until}. Misschien wordt het later.',
      after: 'Eerst is het {name}, tot en met {until}.',
    },
    answerBy: 'Je krijgt uiterlijk {day} antwoord.',
    answerLate:
      'Je had uiterlijk {day} antwoord moeten krijgen, maar het is er nog niet. Schrijf gerust nog een keer. Je kunt ook naar iemand anders op school gaan.',
    answered: 'Er is antwoord. Je leest het hieronder.',
    closedSchool: 'Het is nu {name}. Tot en met {until} leest niemand van school mee.',
    closedSchoolHelp: 'Wil je nu met iemand praten? Bel de Kindertelefoon: 0800\u20110432. Bij gevaar bel je 112.',
    helpLink: 'Kijk wie je helpt op locatie {site}',
  },
  view: {
    you: 'Jij',
    reporter: 'Jij',
    well: 'Het gaat goed.',
    notWell: 'Het gaat niet goed.',
    stateSet: '{author} veranderde de status in: {state}.',
    momentSet: '{author} liet weten wat er hierna komt: {moment}, op {day}.',
    momentDropped: '{author} haalde weg wat er gepland was.',
    moments: {
      message: 'een bericht van school',
      talk: 'praten met jou',
      others: 'praten met anderen',
      howAreYou: 'de vraag hoe het met je gaat',
      other: 'iets anders',
    },
    accessChanged: '{author} veranderde wie er meeleest.',
    shared: '{author} deelde dit met {name}.',
    left: '{name} leest niet meer mee.',
  },
  warnings: {
    forged:
      'Iemand heeft een bericht in je gesprek gezet dat niet van school komt. We laten het niet zien. Schrijf of vertel dit aan iemand op school die je vertrouwt.',
    unopenable:
      'Er is een bericht dat we niet kunnen openen. Het kan onderweg kapot zijn gegaan. Vraag in het gesprek of school het nog eens stuurt.',
    moved:
      'Er staat een bericht tussen dat niet bij jouw gesprek hoort. We laten het niet zien. Vertel dit aan iemand op school die je vertrouwt.',
    missing: 'Er ontbreekt een bericht dat er wel hoort te zijn. Vraag in het gesprek of school het nog eens stuurt.',
    'wrong-epoch':
      'Er is een bericht geschreven met een oude sleutel. We laten het niet zien. Vraag in het gesprek of school het nog eens stuurt.',
    'bad-grant':
      'Een sleutel van je gesprek past niet. Daardoor kun je misschien niet alles lezen. Vertel dit aan iemand op school die je vertrouwt.',
    repeated: 'Een bericht kwam twee keer binnen. Je hoeft niets te doen.',
    'out-of-order':
      'De berichten staan niet in de volgorde waarin ze zijn geschreven. Let op de dag die bij elk bericht staat.',
    'site-key-changed':
      'De sleutel van je school is veranderd. Schrijf nu niets, en ga naar iemand op school die je vertrouwt.',
  },
  thread: {
    title: 'Het gesprek',
    newOne: 'Er is 1 nieuw bericht van school.',
    newMany: 'Er zijn {count} nieuwe berichten van school.',
    newNone: 'Er is geen nieuw bericht van school.',
    newRule: 'Nieuw is wat er kwam nadat jij voor het laatst iets schreef.',
    goToNew: 'Ga naar het nieuwe bericht',
    new: 'Nieuw',
    yourReport: 'Jouw verhaal',
    filedBy: 'Opgeschreven door {name}.',
    noStory: 'Je schreef er geen eigen woorden bij.',
    answers: 'Wat je bij de vragen koos',
    questions: {
      reporterKind: 'Wie het vertelt',
      forWhom: 'Over wie het gaat',
      forms: 'Wat er gebeurt',
      goingRound: 'Gaat er nu iets rond',
      places: 'Waar het gebeurt',
      howLong: 'Hoe lang al',
      howOften: 'Hoe vaak',
      name: 'Je naam',
    },
    anonymous: 'Je vertelde het zonder je naam.',
    warningsTitle: 'Let op',
    files: 'Bestanden bij dit bericht',
  },
  write: {
    title: 'Schrijf terug',
    readBy: 'Wie dit leest: {names}.',
    hint: 'Bij gevaar bel je 112, want hier leest niemand meteen mee.',
    submit: 'Verstuur mijn bericht',
    counter: 'Nog {left} tekens.',
    shut: 'Je kunt nu niet terugschrijven, omdat de sleutel van je gesprek niet klopt. Ga naar iemand op school die je vertrouwt.',
    counterOver: '{over} tekens te veel.',
    busy: 'We versturen je bericht.',
    done: 'Je bericht is verstuurd.',
    errors: {
      empty: 'Schrijf je bericht op, of kies een bestand. Een paar woorden is genoeg.',
      tooLong: 'Je bericht is te lang. Maak het {over} tekens korter.',
    },
  },
  checkIn: {
    title: 'Hoe gaat het nu met je?',
    hint: 'Je hoeft dit niet in te vullen. School weet dan wel beter wat er nodig is.',
    choices: { well: 'Het gaat goed', notWell: 'Het gaat niet goed' },
    label: 'Wil je er iets bij zeggen?',
    optional: '(niet verplicht)',
    submit: 'Laat dit weten',
    done: 'Je hebt laten weten hoe het gaat.',
    errors: {
      missing: 'Kies of het goed gaat of niet goed gaat.',
      tooLong: 'Je tekst is te lang. Maak hem {over} tekens korter.',
    },
    busy: 'We versturen het.',
    helpNow: 'Heb je nu hulp nodig? Bel de Kindertelefoon: 0800\u20110432. Bij gevaar bel je 112.',
  },
  sending: {
    offline:
      'Het lukt nu niet. Je bericht is misschien nog niet verstuurd. Alles wat je schreef, staat er nog. Druk nog een keer op de knop. Je bericht komt dan toch maar één keer aan.',
    busy: 'Het is nu te druk. Alles wat je schreef, staat er nog. Probeer het over een paar minuten nog eens.',
    full: 'School kan nu geen nieuwe berichten bewaren. Alles wat je schreef, staat er nog. Probeer het later nog eens, of ga naar iemand op school.',
    files: 'Je bestanden zijn nog niet klaar. Kijk wat er bij de bestanden staat.',
    untrusted:
      'Er klopt iets niet in het gesprek. Daarom hebben we niets verstuurd. Alles wat je schreef, staat er nog. Ga naar iemand op school die je vertrouwt.',
    nobody:
      'Er leest nu niemand van school mee. Kies eerst wie je verhaal voortaan leest. Alles wat je schreef, staat er nog.',
    refused:
      'Je bericht kon zo niet mee. Alles wat je schreef, staat er nog. Haal de bestanden weg en probeer het opnieuw.',
    arrivedBefore:
      'Je vorige bericht was toch aangekomen. Je leest het hierboven. Wil je dit bericht ook versturen? Druk dan nog een keer op de knop.',
  },
} as const
