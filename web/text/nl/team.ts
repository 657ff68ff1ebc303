/** The staff area: what every view of it shares. Staff are addressed with "je". */
export default {
  titles: { signIn: 'Inloggen', locked: 'Op slot', inbox: 'Meldingen', report: 'Melding' },
  loading: 'Even geduld.',
  error: 'Fout: ',
  errorSummary: 'Verbeter dit, dan kun je verder',

  bar: { label: 'Jouw account', signedIn: 'Ingelogd als {name}', lock: 'Zet op slot', signOut: 'Log uit' },

  pages: {
    label: 'Onderdelen voor medewerkers',
    inbox: 'Meldingen',
    dossiers: 'Dossiers',
    filing: 'Meld voor een ander',
    whoHelps: 'Wie helpt',
    yearPlan: 'Jaarplan',
    letters: 'Brieven',
    numbers: 'Cijfers',
    administration: 'Beheer',
    keys: 'Sleutels',
    people: 'Mensen',
    account: 'Jouw account',
    log: 'Logboek',
    mail: 'Mail',
  },

  blank: {
    button: 'Scherm leeg',
    hint: 'Of druk twee keer op Escape. Wat je typt, blijft staan.',
    title: 'Pagina',
    back: 'Terug',
  },

  typedBefore: {
    title: 'Dit typte je toen de pagina op slot ging',
    intro: 'Het is nog niet opgeslagen. Kopieer wat je nodig hebt.',
    close: 'Ik heb het niet meer nodig',
  },

  idle: {
    warning:
      'Je hebt een tijd niets gedaan. Over {minutes} minuten gaat deze pagina op slot. Een antwoord dat je typt, blijft bewaard.',
    stay: 'Ik ben er nog',
  },

  roles: {
    mentor: 'mentor',
    teamLeader: 'teamleider',
    bullyingCoordinator: 'anti-pestcoördinator',
    contactPerson: 'aanspreekpunt',
    confidentialAdviser: 'vertrouwenspersoon',
    supportCoordinator: 'ondersteuningscoördinator',
    director: 'directeur',
    systemAdministrator: 'systeembeheerder',
    careCoordinator: 'zorgcoördinator',
    qualityOfficer: 'kwaliteitsmedewerker',
    boardMember: 'bestuurder',
  },

  states: { received: 'Ontvangen', read: 'Gelezen', inProgress: 'Mee bezig', closed: 'Afgesloten' },

  siteKeyChanged: {
    title: 'Let op: de sleutel van de locatie {site} is veranderd',
    text: 'Dat mag nooit vanzelf gebeuren. Meldingen van deze locatie gaan daarom niet open en je kunt niets versturen. Bel de directeur en vraag of er een nieuwe sleutel is gemaakt.',
  },
  ownKeyChanged: {
    title: 'Let op: de school heeft een andere sleutel bij jouw naam staan',
    text: 'Een melder zou daardoor aan de verkeerde kunnen schrijven. Bel de directeur voordat je verder werkt.',
  },

  notSigned: {
    title: 'De directeur heeft je sleutel voor {site} nog niet ondertekend',
    text: 'Tot dan kan niemand je iets sturen en kun je geen antwoord schrijven. Je hoeft niets te doen.',
  },
  notSignedMany: {
    title: 'De directeur heeft je sleutel op {number} locaties nog niet ondertekend',
    text: 'Tot dan kan niemand je daar iets sturen en kun je er geen antwoord schrijven. Je hoeft niets te doen.',
  },
  noSiteKeyMany: {
    title: '{number} locaties hebben nog geen sleutel',
    text: 'De directeur maakt die bij Sleutels. Tot dan kan niemand daar iets melden.',
  },
  /** Where they are few. */
  awaitedAt: 'Het gaat om {sites}.',
  inviteDirector: {
    text: 'Heeft de directeur nog geen account? Dat komt eerst.',
    link: 'Nodig de directeur uit',
  },
  noSiteKey: {
    title: 'De locatie {site} heeft nog geen sleutel',
    text: 'De directeur maakt die bij Sleutels. Tot dan kan niemand hier iets melden.',
  },
  notConfirmed: {
    title: 'Let op: er is iemand bij de vertrouwenspersonen van {site} gezet buiten jullie om',
    text: 'Geen van de vertrouwenspersonen heeft dat bevestigd. Bel elkaar en de directeur voordat je verder werkt.',
  },
  pin: {
    title: 'Vergelijk de sleutel van de locatie {site}',
    text: 'Zo weet je zeker dat niemand zich voordoet als deze school. Vergelijk deze tekens met die op de poster of het papier van de directeur.',
    label: 'Tekens van de sleutel',
    same: 'Alle tekens zijn gelijk',
    different: 'Is er ook maar één teken anders? Druk dan niet op de knop en bel de directeur.',
  },

  trouble: {
    offline: 'Er is geen verbinding. Kijk of je internet hebt en probeer het nog eens.',
    busy: 'Het is nu te druk. Wacht een minuut en probeer het dan nog eens.',
    service: 'Het lukt nu niet. Probeer het over een paar minuten nog eens.',
    full: 'De school heeft geen ruimte meer om iets op te slaan. Bel de systeembeheerder en probeer het later nog eens.',
    notAllowed: 'Met jouw functies kan dit niet. Vraag de directeur of de systeembeheerder om het te doen.',
    wrong: 'Dat mocht niet. Log opnieuw in en probeer het nog eens.',
    slowDown: 'Het ging te vaak achter elkaar. Wacht een minuut en probeer het dan nog eens.',
    moved: 'Er kwam tegelijk iets anders binnen. Lees wat er nieuw is en probeer het nog eens.',
    signedOut: 'Je bent niet meer ingelogd. Log opnieuw in om verder te gaan.',
    ownerNeeded: 'Dan leest niemand deze melding meer. Kies eerst wie haar van je overneemt.',
    readerOut: 'Deze collega kan nu niet meelezen. Kies iemand anders.',
    unknown: 'Deze melding is er niet, of is niet voor jou. Ga terug naar je meldingen.',
    again: 'Probeer het nog eens',
  },
} as const
