/** Who works at a site and does what there, who leaves, and who stands in. */
export default {
  title: 'Mensen',
  heading: 'Mensen',
  site: 'Locatie',
  loading: 'De lijst wordt opgehaald.',
  again: 'Haal het opnieuw op',

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
      'Ben je er een tijd niet? Laat een collega vanaf nu lezen wat er voor jou binnenkomt. Ook je open meldingen.',
    now: '{name} vervangt je tot en met {day}.',
    standIn: 'Jij vervangt {name} tot en met {day}.',
    end: 'Ik ben er weer',
    endMeans: 'Daarna leest {name} niets nieuws meer. Voor functies die jullie deelden, maak je een nieuwe sleutel.',
    ended: 'Je vervanging is voorbij. Kijk bij Sleutels of er een nieuwe sleutel nodig is.',
    name: 'Deel van de naam van je collega',
    search: 'Zoek',
    who: 'Wie vervangt je?',
    found: 'Er zijn {count} collega’s gevonden.',
    nobody: 'Er is niemand gevonden. Probeer een ander deel van de naam.',
    until: 'Tot en met',
    untilHint: 'De laatste dag dat je collega meeleest, hooguit vier maanden vooruit.',
    start: 'Start de vervanging',
    busy: 'De sleutels en meldingen worden gedeeld. Laat deze pagina open.',
    started: '{name} vervangt je nu.',
    startedPartly: '{name} vervangt je nu, maar {count} meldingen zijn nog niet gedeeld. Open die en deel ze zelf.',
    errors: {
      name: 'Typ minstens twee letters van de naam.',
      who: 'Kies wie je vervangt.',
      until: 'Kies een dag van vandaag tot hooguit vier maanden vooruit.',
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
