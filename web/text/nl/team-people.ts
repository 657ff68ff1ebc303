/** Who works at a site and does what there, who leaves, and who stands in. */
export default {
  title: 'Mensen',
  heading: 'Mensen',
  site: 'Locatie',
  loading: 'De lijst wordt opgehaald.',
  again: 'Haal het opnieuw op',
  invite: 'Nodig iemand uit',

  alone: {
    title: 'Let op: iemand moet dit overnemen',
    one: 'Er is 1 open melding die niemand meer kan lezen, omdat een account is geblokkeerd. De melder ziet dat en kan iemand anders kiezen.',
    more: 'Er zijn {n} open meldingen die niemand meer kan lezen, omdat een account is geblokkeerd. De melders zien dat en kunnen iemand anders kiezen.',
    oneDossier:
      'Er is 1 open dossier dat niemand meer kan lezen, omdat een account is geblokkeerd. Open zo nodig een nieuw dossier.',
    moreDossiers:
      'Er zijn {n} open dossiers die niemand meer kan lezen, omdat een account is geblokkeerd. Open zo nodig nieuwe dossiers.',
  },

  deputy: {
    title: 'Jouw vervanging',
    intro:
      'Ben je er een tijd niet? Kies een collega die dan leest wat er voor jou binnenkomt. Ook je open meldingen gaan mee.',
    now: '{name} vervangt je tot en met {day}.',
    later: '{name} vervangt je van {first} tot en met {day}. Tot die dag leest {name} niets.',
    standIn: 'Jij vervangt {name} tot en met {day}.',
    standInLater: 'Jij vervangt {name} van {first} tot en met {day}. Tot die dag zie je nog niets.',
    end: 'Ik ben er weer',
    endMeans:
      'Als je terug bent, leest {name} niets nieuws meer. Voor functies die jullie deelden, maak je een nieuwe sleutel.',
    ended: 'Je vervanging is voorbij. Kijk bij Sleutels of er een nieuwe sleutel nodig is.',
    callOff: 'Het gaat niet door',
    callOffMeans: 'Gaat het niet door? Dan krijgt {name} niets te lezen.',
    calledOff: 'Je vervanging gaat niet door.',
    change: 'Wijzig de dagen',
    move: 'Bewaar de dagen',
    moved: 'De dagen zijn gewijzigd.',
    cancel: 'Toch niet',
    waitingOne: 'Er is 1 open melding die {name} nog niet kan lezen.',
    waiting: 'Er zijn {count} open meldingen die {name} nog niet kan lezen.',
    handOver: 'Geef ze aan {name}',
    handedOver: 'De open meldingen zijn klaar voor {name}.',
    name: 'Deel van de naam van je collega',
    search: 'Zoek',
    who: 'Wie vervangt je?',
    found: 'Er zijn {count} collega’s gevonden.',
    nobody: 'Er is niemand gevonden. Probeer een ander deel van de naam.',
    from: 'Vanaf',
    fromHint: 'De eerste dag dat je weg bent. Dat mag vandaag zijn.',
    until: 'Tot en met',
    untilHint: 'De laatste dag dat je weg bent, hooguit vier maanden na de eerste.',
    reporterSees: 'Wie jou dan kiest, ziet dat je weg bent en wie er leest. De melder kan je collega weglaten.',
    start: 'Zet de vervanging klaar',
    busy: 'De sleutels en meldingen worden klaargezet. Laat deze pagina open.',
    started: '{name} vervangt je nu.',
    planned: '{name} vervangt je vanaf {first}.',
    left: 'Bij {count} meldingen is dat niet gelukt. Probeer het hieronder opnieuw.',
    kept: '{count} meldingen krijgt {name} niet, omdat de melder dat niet wil of omdat {name} erbij betrokken is.',
    errors: {
      name: 'Typ minstens twee letters van de naam.',
      who: 'Kies wie je vervangt.',
      from: 'Kies een eerste dag van vandaag tot hooguit een jaar vooruit.',
      until: 'Kies een laatste dag van vandaag of later, hooguit vier maanden na de eerste.',
    },
    refusals: {
      'deputy-away': 'Deze collega is dan zelf weg, of vervangt al iemand. Kies een ander, of andere dagen.',
      'absence-there': 'Je hebt al een vervanging. Wijzig de dagen daarvan.',
      'absence-unknown': 'Er is geen vervanging meer. Haal de pagina opnieuw op.',
    },
  },

  list: {
    title: 'Wie werkt hier',
    roles: 'Functies',
    none: 'Nog geen functie.',
    noKeys: 'heeft nog geen account gemaakt',
    noSheet: 'heeft het herstelblad nog niet overgetypt',
    notSigned: 'wacht op de handtekening van de directeur',
    blocked: 'account geblokkeerd',
    deputy: '{role} tot en met {day}, als vervanger',
    external: '{role} (extern)',
    externalWhere: 'Of iemand van de school is of extern, wijzig je bij:',
    deputyLater: '{role} van {first} tot en met {day}, als vervanger',
    change: 'Wijzig {name}',
    close: 'Sluit',
    add: 'Benoem',
    addLabel: 'Nieuwe functie voor {name}',
    addMeans: {
      key: 'De sleutel komt daarna van iemand die deze functie al heeft. Tot dan leest {name} niets.',
      plain: '{name} kan dit meteen.',
    },
    added: '{name} is nu {role}.',
    remove: 'Haal {role} weg',
    removeMeans: {
      key: '{name} leest dan niets nieuws meer. De functie krijgt pas weer meldingen na een nieuwe sleutel en de handtekening van de directeur.',
      plain: '{name} kan dit dan niet meer.',
    },
    removeSure: 'Haal weg',
    removed: '{name} is geen {role} meer.',
    leave: '{name} werkt hier niet meer',
    leaveMeans:
      'Alles stopt meteen: inloggen, functies en meldingen. Dit kun je niet terugdraaien, alleen opnieuw uitnodigen.',
    leaveSure: 'Ja, {name} is weg',
    left: '{name} werkt hier niet meer. Kijk bij Sleutels of er een nieuwe sleutel nodig is.',
    neededOne:
      'Er is 1 open melding of dossier dat dan niemand meer kan lezen. Het gaat om: {where}. Zorg daar eerst voor een ander.',
    needed:
      'Er zijn {count} open meldingen of dossiers die dan niemand meer kan lezen. Het gaat om: {where}. Zorg daar eerst voor een ander.',
    neededSome:
      'Er is iets open dat dan niemand meer kan lezen. Het gaat om: {where}. Benoem daar eerst een ander en laat die toe.',
    inPerson: '{name} zelf',
    cancel: 'Toch niet',
  },

  account: {
    block: 'Blokkeer het account van {name}',
    blockMeans:
      '{name} kan meteen nergens meer bij, op geen enkele locatie. De functies van {name} krijgen pas weer meldingen na een nieuwe sleutel. Een blokkade kun je opheffen.',
    blockSure: 'Ja, blokkeer {name}',
    blocked: '{name} kan nergens meer bij. Kijk bij Sleutels of er een nieuwe sleutel nodig is.',
    unblock: 'Laat {name} weer toe',
    unblocked: '{name} kan weer inloggen.',
    anew: '{name} is wachtwoord en herstelblad kwijt',
    anewMeans:
      '{name} maakt met een brief nieuwe sleutels. Wat alleen voor {name} was, gaat dan nooit meer open. Functies komen terug als een collega en de directeur dat bevestigen. Ligt er nog ergens een herstelblad? Gebruik dat dan eerst.',
    anewSure: 'Maak de brief',
    cancel: 'Toch niet',
  },
} as const
