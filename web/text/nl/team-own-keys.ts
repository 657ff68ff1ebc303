/** Making, restoring and changing one's own keys: password and recovery sheet. */
export default {
  errorPrefix: 'Fout:',
  errorSummary: 'Verbeter dit, dan kun je verder',
  loading: 'Even geduld.',
  again: 'Probeer het nog eens',

  newPassword: {
    label: 'Nieuw wachtwoord',
    repeat: 'Typ het wachtwoord nog een keer',
    show: 'Laat het wachtwoord zien',
    hint: 'Minstens 12 tekens. Een zin van vier of vijf losse woorden onthoud je goed. Plakken uit een wachtwoordkluis mag.',
    left: 'Nog {number} tekens nodig.',
    leftOne: 'Nog 1 teken nodig.',
    enough: 'Lang genoeg. Langer is nog sterker.',
    strong: 'Sterk wachtwoord.',
    errors: {
      empty: 'Kies een wachtwoord.',
      short: 'Dit wachtwoord is te kort. Kies er een van minstens 12 tekens.',
      simple: 'Dit wachtwoord is te makkelijk te raden. Gebruik meer verschillende tekens of woorden.',
      known: 'Je naam, je e-mailadres of de school is te makkelijk te raden. Kies andere woorden.',
      different: 'De wachtwoorden zijn niet hetzelfde. Typ ze allebei nog een keer.',
    },
  },

  welcome: {
    pageTitle: 'Welkom',
    title: 'Welkom, {name}',
    intro:
      'Je maakt nu de sleutels waarmee jij meldingen leest. Dat duurt een paar minuten. Je hebt papier nodig, en het liefst een printer.',
    introAnew:
      'Je maakt nieuwe sleutels, want de oude heb je niet meer. Berichten die alleen aan jou waren, gaan daarmee niet meer open. Wat bij een functie binnenkwam, kan een collega weer met je delen.',
    account: 'Je account',
    name: 'Naam',
    email: 'E-mailadres',
    notYou: 'Klopt dit niet? Stop dan hier en zeg het tegen degene die je uitnodigde.',
    passwordTitle: 'Kies een wachtwoord',
    passwordWhy:
      'Je wachtwoord blijft op dit apparaat. Niemand kan het opvragen of opnieuw instellen, ook de systeembeheerder niet.',
    submit: 'Maak mijn sleutels',
    busy: 'Je sleutels worden gemaakt. Dat duurt een paar seconden.',
    halfway:
      'Stop je halverwege? Dan is er niets bewaard en werkt de link nog. Gooi een blad dat je al had geprint dan weg.',
    storing: 'Je sleutels worden opgeslagen.',
    gone: {
      title: 'Deze link werkt niet (meer)',
      text: 'Een link werkt één keer en is twee weken geldig. Misschien heb je hem al gebruikt, of kreeg je later een nieuwe.',
      signIn: 'Heb je al een wachtwoord gekozen? Log dan in.',
      ask: 'Anders vraag je de directeur of de systeembeheerder om een nieuwe uitnodiging.',
    },
    noToken: {
      title: 'Open de link uit je uitnodiging',
      text: 'Deze pagina werkt alleen met de link uit je uitnodiging. Open die link nog een keer, of typ hem helemaal over.',
    },
    signInLink: 'Naar het inloggen',
    cannotEncrypt:
      'Deze browser kan geen sleutels maken. Gebruik een nieuwe versie van je browser en een adres met https.',
  },

  recover: {
    pageTitle: 'Wachtwoord vergeten',
    title: 'Wachtwoord vergeten',
    intro: 'Met je herstelblad kies je een nieuw wachtwoord. Het blad printte je toen je je account maakte.',
    email: 'E-mailadres van school',
    code: 'De code op je herstelblad',
    codeHint: 'Zeven groepen van vier tekens. Hoofdletters, spaties en streepjes maken niet uit.',
    submit: 'Ga verder',
    busy: 'Je sleutels worden geopend.',
    noSheet:
      'Geen blad meer? Vraag de directeur of de systeembeheerder om een nieuwe uitnodiging. Je maakt dan nieuwe sleutels. Een collega met dezelfde functie kan intussen verder lezen.',
    backLink: 'Terug naar het inloggen',
    chooseTitle: 'Kies een nieuw wachtwoord, {name}',
    passwordTitle: 'Je nieuwe wachtwoord',
    chooseIntro: 'Daarna ben je op alle andere apparaten uitgelogd.',
    passkeys: {
      legend: 'Welke passkeys heb je nog?',
      hint: 'Wat je niet aankruist, verwijderen we. Ben je een apparaat kwijt? Dan kan niemand er nog mee inloggen.',
      keep: 'Houd “{name}”',
      made: 'Gemaakt op {day}.',
    },
    chooseSubmit: 'Bewaar het nieuwe wachtwoord',
    choosing: 'Je nieuwe wachtwoord wordt opgeslagen. Dat duurt een paar seconden.',
    doneTitle: 'Je hebt een nieuw wachtwoord',
    done: 'Je herstelblad blijft geldig, dus leg het weer veilig weg. Heeft iemand anders het gezien? Maak dan een nieuw blad.',
    doneSecondFactor: 'Log nu in met je nieuwe wachtwoord. Daarna wordt ook je extra code gevraagd.',
    toInbox: 'Naar mijn meldingen',
    toSignIn: 'Naar het inloggen',
    toNewSheet: 'Maak een nieuw herstelblad',
    errors: {
      emailEmpty: 'Typ je e-mailadres.',
      emailShape: 'Typ een e-mailadres met een @, bijvoorbeeld naam@school.nl.',
      'sheet-empty': 'Typ de code over die op je herstelblad staat.',
      'sheet-too-short': 'De code is nog niet compleet. Het zijn zeven groepen van vier tekens.',
      'sheet-too-long': 'Er staan te veel tekens. Het zijn zeven groepen van vier.',
      'sheet-symbol': 'In de code staan alleen letters en cijfers. Kijk nog eens op het blad.',
      'sheet-mistyped': 'Er zit een typefout in de code. Vergelijk hem groep voor groep met het blad.',
      'sheet-other-kind': 'Dit is de code van het blad voor de kluis. Pak je eigen herstelblad.',
      wrong:
        'Dit e-mailadres en dit blad horen niet bij elkaar. Kijk of het adres klopt en of je het nieuwste blad hebt.',
      slowDown: 'Het is te vaak geprobeerd. Wacht een minuut en probeer het dan nog eens.',
      slowDownFor: 'Het is te vaak geprobeerd. Wacht {wait} en probeer het dan nog eens.',
      keysClosed: 'De sleutels gaan niet open met dit blad. Vraag de systeembeheerder om hulp.',
      cannotEncrypt:
        'Deze browser kan je sleutels niet openen. Gebruik een nieuwe versie van je browser en een adres met https.',
    },
  },

  change: {
    title: 'Wachtwoord',
    intro: 'Na het wijzigen ben je op al je andere apparaten uitgelogd. Je herstelblad blijft geldig.',
    open: 'Wijzig mijn wachtwoord',
    present: 'Je huidige wachtwoord',
    submit: 'Bewaar het nieuwe wachtwoord',
    busy: 'Je nieuwe wachtwoord wordt opgeslagen. Dat duurt een paar seconden.',
    done: 'Je wachtwoord is gewijzigd.',
    cancel: 'Laat het zoals het was',
    errors: {
      presentEmpty: 'Typ je huidige wachtwoord.',
      presentWrong: 'Dit is niet je huidige wachtwoord. Kijk of je het goed hebt getypt.',
    },
  },

  sheet: {
    title: 'Herstelblad',
    intro:
      'Met je herstelblad kies je een nieuw wachtwoord als je het oude vergeet. Is het blad kwijt of heeft iemand het gezien? Maak dan een nieuw. Het oude blad werkt daarna niet meer.',
    open: 'Maak een nieuw herstelblad',
    submit: 'Maak het blad',
    busy: 'Het nieuwe blad wordt opgeslagen.',
    done: 'Het nieuwe herstelblad werkt. Gooi het oude weg.',
    cancel: 'Laat het zoals het was',
  },
} as const
