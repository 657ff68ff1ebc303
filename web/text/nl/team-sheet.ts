/** A sheet with a code: for somebody's own keys, or for the site and its safe. */
export default {
  print: 'Print het blad',
  printTitle: 'Blad om te bewaren',
  noPrinter: 'Geen printer? Schrijf de code dan over op papier, met de nummers erbij. Zet hem niet op je computer.',
  ready: 'Het blad is klaar, ga verder',
  codeLabel: 'De code op het blad, in groepen van vier',
  school: 'School',
  day: 'Gemaakt op',

  personal: {
    title: 'Jouw herstelblad',
    intro:
      'Vergeet je ooit je wachtwoord, dan kom je met dit blad weer bij je meldingen. Niemand anders kan dat voor je doen, ook de school niet.',
    paperTitle: 'Herstelblad',
    purpose: 'Wachtwoord vergeten? Met dit blad kies je een nieuw wachtwoord.',
    whose: 'Van',
    how: 'Ga naar {address} en typ daar je e-mailadres en deze code.',
    keep: 'Wie dit blad heeft, kan bij jouw meldingen. Bewaar het thuis of achter slot, en niet bij je computer. Raak je het kwijt, maak dan meteen een nieuw blad.',
  },

  site: {
    title: 'Het blad voor de kluis',
    intro:
      'Met dit blad kan de school later verder als niemand meer bij een functie kan. Het wordt nu één keer getoond en daarna nergens bewaard.',
    paperTitle: 'Blad voor de kluis',
    purpose: 'Met dit blad herstelt de school de sleutels van een functie, of van de locatie.',
    whose: 'Locatie',
    how: 'Ga naar {address} en volg de stappen daar.',
    keep: 'Bewaar dit blad in de kluis van de school, in een gesloten envelop. Schrijf op de envelop wie hem opende en wanneer.',
  },

  check: {
    title: 'Controleer het blad',
    intro: 'Neem het blad erbij en typ deze drie groepen over. Zo weet je zeker dat het blad klopt.',
    group: 'Groep {number}',
    hint: 'Hoofdletters of kleine letters maakt niet uit.',
    submit: 'Controleer',
    back: 'Terug naar het blad',
    errorPrefix: 'Fout:',
    errors: {
      empty: 'Typ de vier tekens van groep {number} over.',
      different: 'Groep {number} is niet hetzelfde als op het blad. Kijk nog eens, of ga terug naar het blad.',
    },
  },
} as const
