export default {
  title: 'Inloggen voor medewerkers',
  intro: 'Hier lees en beantwoord je de meldingen die voor jou zijn.',
  email: 'E-mailadres van school',
  password: 'Wachtwoord',
  passwordHint: 'Je wachtwoord blijft op dit apparaat. Het opent de sleutels waarmee jij meldingen leest.',
  show: 'Laat het wachtwoord zien',
  submit: 'Log in',
  busy: 'Je sleutels worden geopend. Dat duurt een paar seconden.',
  forgottenLink: 'Wachtwoord vergeten?',
  forgotten: 'Niemand kan het opvragen, ook de school niet. Met je herstelblad kies je zelf een nieuw.',
  notStaff: 'Ben je leerling of ouder? Je leest je antwoord met je code.',
  notStaffLink: 'Ga naar mijn melding',

  unlockTitle: 'Deze pagina is op slot',
  unlockIntro: 'Typ je wachtwoord om verder te gaan als {email}. Een antwoord dat je aan het typen was, is bewaard.',
  unlockSubmit: 'Ga verder',
  someoneElse: 'Log in als iemand anders',

  keysTitle: 'Open je sleutels',
  keysIntro: 'Je bent ingelogd als {email}. Typ je wachtwoord om je sleutels te openen. Dan kun je meldingen lezen.',

  code: {
    title: 'Typ je code',
    label: 'Code',
    hint: 'Typ de zes cijfers uit je app. Heb je je telefoon niet? Typ dan een van je reservecodes.',
    hintApp: 'Typ de zes cijfers die nu in je app staan.',
    submit: 'Ga verder',
    stop: 'Terug naar inloggen',
    empty: 'Typ de code uit je app.',
    lost: 'Heb je geen app en geen reservecodes meer? Vraag de systeembeheerder om een nieuwe link.',
  },

  ways: {
    or: 'Of log in zonder wachtwoord te typen:',
    passkey: 'Gebruik een passkey',
    school: 'Log in met {name}',
    schoolHint: 'Daarna open je je sleutels met je passkey of je wachtwoord.',
  },

  ended: {
    codeExpired: 'Dat duurde te lang, of de code was te vaak verkeerd. Typ je wachtwoord opnieuw.',
    schoolCancelled: 'Je bent gestopt met inloggen bij de school. Probeer het nog eens of gebruik je wachtwoord.',
    schoolNobody:
      'Bij dit schoolaccount hoort hier geen account. Log in met je wachtwoord of vraag de systeembeheerder om hulp.',
    schoolExpired: 'Het inloggen bij de school duurde te lang. Probeer het nog eens of gebruik je wachtwoord.',
    schoolFailed: 'Inloggen bij de school is niet gelukt. Probeer het nog eens of gebruik je wachtwoord.',
  },

  signedOut: 'Je bent uitgelogd. Op dit apparaat is niets bewaard.',

  errorPrefix: 'Fout:',
  errors: {
    emailEmpty: 'Typ je e-mailadres.',
    emailShape: 'Typ een e-mailadres met een @, bijvoorbeeld naam@school.nl.',
    passwordEmpty: 'Typ je wachtwoord.',
    wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk of je ze goed hebt getypt.',
    wrongPassword: 'Dit wachtwoord hoort niet bij dit account. Kijk of je het goed hebt getypt.',
    slowDown: 'Er is te vaak een verkeerd wachtwoord getypt. Wacht een minuut en probeer het dan nog eens.',
    slowDownFor: 'Er is te vaak een verkeerd wachtwoord getypt. Wacht {wait} en probeer het dan nog eens.',
    codeWrong: 'Deze code is niet goed, of is al gebruikt. Wacht tot er een nieuwe in je app staat.',
    codeExpired: 'Dat duurde te lang. Typ je wachtwoord opnieuw.',
    passkeyRefused: 'Deze passkey hoort niet bij een account van hier. Log in met je wachtwoord.',
    passkeyStopped: 'Er is geen passkey gebruikt. Probeer het nog eens of log in met je wachtwoord.',
    schoolUnreachable: 'De school is nu niet bereikbaar om in te loggen. Log in met je wachtwoord.',
    keysClosed:
      'Je bent herkend, maar je sleutels gaan niet open met dit wachtwoord. Vraag de systeembeheerder om hulp.',
    notStaff: 'Dit account hoort bij geen enkele locatie. Vraag de systeembeheerder om hulp.',
    cannotEncrypt:
      'Deze browser kan je sleutels niet openen. Gebruik een nieuwe versie van je browser en een adres met https.',
  },
} as const
