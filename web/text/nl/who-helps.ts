/** Who helps: the list of sites, and per site the people whose names the school publishes. */
export default {
  list: {
    title: 'Wie helpt',
    heading: 'Wie kan mij helpen?',
    intro:
      'Op elke locatie zijn mensen die je helpen als het niet goed gaat. Je mag altijd naar ze toe, ook zonder melding.',
    sites: 'Kies jouw locatie',
    region: 'regio {region}',
    noSites: 'Hier staan nog geen locaties. Ga naar je mentor, of bel de school.',
    outside: 'Hulp buiten school',
    outsideIntro: 'Praat je liever met iemand die jou en je school niet kent? Dan kun je hier terecht.',
    checked: 'Deze gegevens zijn nagekeken op {day}.',
  },
  site: {
    title: 'wie helpt',
    heading: 'Wie helpt op locatie',
    intro: 'Je mag naar deze mensen toe gaan, ze bellen of ze iets schrijven. Kies wie voor jou het beste voelt.',
    roles: {
      contactPerson: {
        name: 'Aanspreekpunt',
        what: 'Bij deze persoon kun je als eerste terecht als er gepest wordt, ook als je alleen een vraag hebt.',
      },
      bullyingCoordinator: {
        name: 'Anti-pestcoördinator',
        what: 'Regelt op deze locatie hoe de school pesten aanpakt, en helpt als het niet stopt.',
      },
      confidentialAdviser: {
        name: 'Vertrouwenspersoon',
        what: 'Luistert, denkt met je mee en helpt je kiezen wat je doet. Fijn als je het eerst rustig wilt bespreken.',
      },
    },
    reach: 'Zo bereik je {name}',
    hours: 'Wanneer',
    outside: 'Deze persoon is van buiten de school.',
    noReach: 'Vraag bij de balie waar je deze persoon vindt.',
    nobody: 'Hier staat nog geen naam. Ga naar je mentor, of vraag het bij de balie van de school.',
    nobodyAtAll:
      'Hier staan nog geen namen. Ga naar je mentor of naar iemand anders die je vertrouwt, of vraag bij de balie wie je helpt.',
    phone: 'De school bellen',
    phoneCall: 'Bel {phone}',
    noPhone: 'Het telefoonnummer van deze locatie staat hier nog niet. Je vindt het op de site van de school.',
    others: 'Liever iemand anders?',
    othersText:
      'Je mag het ook vertellen aan je mentor, of aan een andere medewerker die je vertrouwt. Die zoekt dan samen met jou verder.',
    tell: 'Vertel wat er gebeurt',
    tellHint: 'Je kunt het ook hier opschrijven. Je naam hoeft er niet bij.',
    key: 'Controlegetal van deze locatie',
    keyWhy: 'Hiermee kun je nagaan of je melding echt bij deze school terechtkomt. Vraag op school of het getal klopt.',
    noKey: 'Deze locatie kan nog geen meldingen via deze site krijgen. Ga daarom naar iemand toe, of bel.',
    allSites: 'Alle locaties',
  },
} as const
