/** Pages for when something is not there or does not work. */
export default {
  notFound: {
    title: 'Pagina niet gevonden',
    heading: 'Deze pagina is er niet',
    text: 'Misschien is het adres verkeerd getypt, of bestaat de pagina niet meer.',
    next: 'Wat zoek je?',
  },
  broken: {
    title: 'Het lukt nu niet',
    heading: 'Het lukt nu niet',
    text: 'Dat ligt niet aan jou, maar aan onze site. Probeer het over een paar minuten nog eens.',
    answers: 'Wat is er met je antwoorden?',
    notSent: 'Was je nog aan het typen? Dan is er niets verstuurd en niets bewaard.',
    sent: 'Heb je al een code gekregen? Dan is je melding binnen. Je code blijft gewoon werken.',
    wait: 'Wil je niet wachten? Vertel het dan aan iemand op school die je vertrouwt, of bel.',
  },
  links: {
    home: 'Naar de beginpagina',
    tell: 'Vertel wat er gebeurt',
    return: 'Ik heb een code',
    whoHelps: 'Wie kan mij helpen?',
  },
} as const
