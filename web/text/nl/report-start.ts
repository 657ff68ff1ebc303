/** Before the first question: what to know first, in the order of how much it matters. */
export default {
  heading: 'Voordat je begint',
  danger: 'Ben je nu in gevaar, of is een ander in gevaar?',
  serious: 'Gaat het om seksueel misbruik, zwaar geweld of discriminatie? Daar helpen deze mensen ook bij.',
  call: 'Bel {phone}',
  inspector: 'De vertrouwensinspecteur, op werkdagen van 8 tot 17 uur',
  police: 'De politie',
  promise: 'Zo werkt het',
  points: [
    'We stellen je {questions} vragen. Dat duurt twee tot vijf minuten.',
    'Je hoeft je naam niet te zeggen.',
    'Jij kiest wie het leest, en niemand anders kan erbij.',
    'Er gaat pas iets weg als je aan het eind op ‘Verstuur mijn melding’ drukt.',
    'Daarna krijg je een code, want daarmee lees je het antwoord.',
  ],
  leaving: 'Als er iemand meekijkt',
  leavingPoints: [
    'Druk op ‘Verlaat deze site’. Op een computer kan het ook met drie keer Shift. Je ziet dan meteen een andere site.',
    'Je antwoorden staan alleen op deze pagina. Als je weggaat of ververst, zijn ze weg.',
    'In de geschiedenis van je browser blijft staan dat je hier was.',
  ],
  safeLink: 'Zo gebruik je deze site veilig',
  tellingTitle: 'Is dit klikken?',
  telling:
    'Nee. Klikken doe je om een ander straf te geven. Jij vertelt dit omdat het moet stoppen, en daar is hulp bij nodig.',
  begin: 'Begin met de eerste vraag',
} as const
