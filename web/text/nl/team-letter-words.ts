/** What the program can fill in of a letter, in words: what stands there as long as it is not known, too. */
export default {
  student: 'naam van de leerling',
  classGroup: 'klas van de leerling',
  parents: 'namen van de ouders',
  school: 'naam van de school',
  site: 'naam van de locatie',
  today: 'dag van vandaag',
  writer: 'naam van de schrijver',
  role: 'functie van de schrijver',
  meetingDay: 'dag van het gesprek',
  present: 'wie bij het gesprek waren',
  discussed: 'wat in het gesprek is besproken',
  agreements: 'afspraken met de leerling',
  lookBackOn: 'dag om terug te kijken',
  steps: 'gesprekken tot nu toe, met de dag',
  measure: 'laatste maatregel',
  measureDay: 'dag van de maatregel',
} as const
