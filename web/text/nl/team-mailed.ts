/**
 * What is mailed to staff. Mail is read on lock screens and by mail servers: none of these texts says who wrote, about
 * whom, about what or at which site.
 */
export default {
  invitation: {
    subject: 'Je uitnodiging voor {portal}',
    text: [
      'Je bent uitgenodigd om met {portal} te werken. Open deze link en kies een wachtwoord:',
      '{link}',
      'De link werkt één keer. Geef hem aan niemand door. Verwachtte je deze mail niet? Bel dan de systeembeheerder.',
    ],
  },
  news: {
    subject: 'Er is iets nieuws in {portal}',
    text: ['Er is iets nieuws voor je in {portal}. Log in om het te zien:', '{link}'],
  },
  urgent: {
    subject: 'Kijk nu in {portal}',
    text: ['Er staat iets voor je in {portal} dat niet kan wachten. Log nu in:', '{link}'],
  },
  reminder: {
    subject: 'Er wacht nog iets in {portal}',
    text: [
      'In {portal} wacht iets dat nog niemand heeft geopend. Log in en kijk of het voor jou is:',
      '{link}',
      'Zie je niets? Vraag dan je collega’s om te kijken. Iemand is misschien afwezig.',
    ],
  },
  task: {
    subject: 'Er is iets voor je te doen in {portal}',
    text: [
      'Er is iets voor je te doen in {portal}. Log in om te zien wat:',
      '{link}',
      'Zie je het niet meteen? Kijk dan ook op de andere pagina’s in het menu.',
    ],
  },
  /** Under every mail. */
  footer: 'Deze mail zegt met opzet niet meer. Ze is vanzelf verstuurd: een antwoord komt bij niemand aan.',
} as const
