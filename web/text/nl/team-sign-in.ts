export default {
  title: 'Inloggen voor medewerkers',
  intro: 'Hier lees en beantwoord je de meldingen die voor jou zijn.',
  email: 'E-mailadres van school',
  password: 'Wachtwoord',
  passwordHint: 'Je wachtwoord blijft op dit apparaat. Het opent de sleutels waarmee jij meldingen leest.',
  show: 'Laat het wachtwoord zien',
  submit: 'Log in',
  busy: 'Je sleutels worden geopend. Dat duurt een paar seconden.',
  forgotten:
    'Wachtwoord vergeten? Niemand kan het opvragen, ook de school niet. Een collega met dezelfde functie kan wel verder lezen.',
  notStaff: 'Ben je leerling of ouder? Je leest je antwoord met je code.',
  notStaffLink: 'Ga naar mijn melding',

  unlockTitle: 'Deze pagina is op slot',
  unlockIntro: 'Typ je wachtwoord om verder te gaan als {email}. Een antwoord dat je aan het typen was, is bewaard.',
  unlockSubmit: 'Ga verder',
  someoneElse: 'Log in als iemand anders',

  signedOut: 'Je bent uitgelogd. Op dit apparaat is niets bewaard.',

  errorPrefix: 'Fout:',
  errors: {
    emailEmpty: 'Typ je e-mailadres.',
    emailShape: 'Typ een e-mailadres met een @, bijvoorbeeld naam@school.nl.',
    passwordEmpty: 'Typ je wachtwoord.',
    wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk of je ze goed hebt getypt.',
    wrongPassword: 'Dit wachtwoord hoort niet bij dit account. Kijk of je het goed hebt getypt.',
    slowDown: 'Er is te vaak een verkeerd wachtwoord getypt. Wacht een minuut en probeer het dan nog eens.',
    slowDownFor: 'Er is te vaak een verkeerd wachtwoord getypt. Wacht {seconds} seconden en probeer het dan nog eens.',
    keysClosed:
      'Je bent herkend, maar je sleutels gaan niet open met dit wachtwoord. Vraag de systeembeheerder om hulp.',
    notStaff: 'Dit account hoort bij geen enkele locatie. Vraag de systeembeheerder om hulp.',
    cannotEncrypt:
      'Deze browser kan je sleutels niet openen. Gebruik een nieuwe versie van je browser en een adres met https.',
  },
} as const
