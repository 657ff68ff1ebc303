/** What the report page says before its questions are there, and when they never come. */
export default {
  title: 'Vertellen',
  heading: 'Vertel wat er gebeurt',
  danger: 'Ben jij of is een ander nu in gevaar? Wacht dan niet en bel.',
  dangerCall: 'Bel 112',
  serious:
    'Gaat het om seksueel misbruik, zwaar geweld of discriminatie? Dan kun je ook de vertrouwensinspecteur bellen. Die werkt niet op jouw school.',
  seriousCall: 'Bel 0900 111 3 111',
  seriousHours: 'Op werkdagen van 8 tot 17 uur.',
  loading:
    'Zie je na een paar tellen geen vragen? Dan werkt het formulier niet in deze browser. Je kunt het ook zo vertellen:',
  without: 'Vertellen zonder formulier',
  ways: [
    {
      heading: 'Aan iemand op school',
      text: 'Ga naar je mentor of naar iemand anders die je vertrouwt. Elke medewerker van school mag je helpen.',
    },
    {
      heading: 'Aan de Kindertelefoon',
      text: 'Bel gratis 0800\u20110432, elke dag van 11 tot 21 uur. Je hoeft je naam niet te zeggen.',
    },
    {
      heading: 'Met hulp van een ander',
      text: 'Vraag een vriend, je ouders of een leraar om met je mee te gaan. Of vraag of je een andere telefoon mag gebruiken.',
    },
  ],
  people: 'Wie je op jouw locatie kunt vragen',
} as const
