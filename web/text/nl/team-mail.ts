/** Mail die niet aankomt: for the administrator. */
export default {
  title: 'Mail',
  heading: 'Mail die niet aankomt',
  intro: 'Medewerkers krijgen mail als er iets nieuws is. Hier staat welke mail niet verstuurd kon worden.',
  loading: 'Even geduld.',
  unset: {
    title: 'Er is nog geen mailserver ingesteld',
    text: 'Niemand krijgt dus mail: geen uitnodiging, geen nieuws en geen herinnering. Stel een mailserver in bij het starten van het programma. Hoe dat moet, staat in de handleiding, in docs/deploy.md. In een demonstratie wordt nooit iets gemaild.',
  },
  none: 'Alle mail is verstuurd.',
  list: 'Mail die wacht',
  since: 'Wacht sinds {day}.',
  retry: 'Probeer nu',
  retryFor: 'Probeer nu de mail aan {address}',
  retried: 'De mail aan {address} gaat zo opnieuw op weg. Kijk over een minuut of ze weg is.',
  again: 'Kijk opnieuw',
  troubles: {
    address: 'De mailserver kent dit adres niet. Kijk of het adres klopt.',
    login: 'De mailserver neemt de gebruikersnaam of het wachtwoord niet aan. Kijk SMTP_URL na.',
    unreachable: 'De mailserver geeft geen antwoord. Kijk of SMTP_URL klopt en of de server aan staat.',
    security: 'De verbinding met de mailserver is niet veilig te maken. Kijk SMTP_URL na.',
    refused: 'De mailserver weigert deze mail. Vraag de beheerder van de mail waarom.',
    busy: 'De mailserver vraagt om het later nog eens te proberen. Dat gebeurt vanzelf.',
  },
  errors: { 'not-found': 'Deze mail wacht niet meer. Kijk opnieuw.' },
} as const
