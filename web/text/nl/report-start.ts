/** Before the first question: what to know first, in the order of how much it matters. */
export default {
  heading: 'Voordat je begint',
  danger: 'Ben je nu in gevaar, of is een ander in gevaar?',
  dangerCall: 'Bel 112',
  serious:
    'Gaat het om seksueel misbruik, zwaar geweld of discriminatie? Bel dan de vertrouwensinspecteur of de politie.',
  inspectorCall: 'Bel de vertrouwensinspecteur: {phone}',
  inspectorHours: 'Op werkdagen van 8 tot 17 uur. Die werkt niet op jouw school.',
  policeCall: 'Bel de politie: {phone}',
  alsoHere: 'Je mag het daarnaast ook hier vertellen.',
  promise: 'Zo werkt het',
  points: [
    'We stellen je {questions} vragen. Dat duurt twee tot vijf minuten.',
    'Je hoeft je naam niet te zeggen.',
    'Jij kiest wie het leest. Niemand anders kan je verhaal openen, ook de beheerder van deze site niet.',
    'Er wordt niets verstuurd tot je aan het eind op ‘Verstuur mijn melding’ drukt.',
    'Daarna krijg je een code, want daarmee lees je het antwoord.',
  ],
  leaving: 'Als er iemand meekijkt',
  leavingPoints: [
    'Druk op ‘Verlaat deze site’, of druk drie keer op Shift. Je ziet dan meteen een andere site.',
    'Je antwoorden staan alleen op deze pagina. Ga je weg of ververs je de pagina, dan zijn ze weg.',
    'Dat je hier was, blijft wel in de geschiedenis van je browser staan.',
  ],
  safeLink: 'Zo gebruik je deze site veilig',
  tellingTitle: 'Is dit klikken?',
  telling:
    'Nee. Klikken doe je om een ander straf te geven. Jij vertelt dit omdat het moet stoppen, en daar is hulp bij nodig.',
  begin: 'Begin met de eerste vraag',
} as const
