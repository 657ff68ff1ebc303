export default {
  title: 'Meldingen',
  unread: {
    none: 'Je hebt alles gelezen.',
    one: 'Er is 1 melding met iets nieuws.',
    more: 'Er zijn {n} meldingen met iets nieuws.',
  },
  refresh: 'Vernieuw de lijst',
  refreshed: 'De lijst is vernieuwd.',
  changed: 'Er is iets nieuws. Vernieuw de lijst om het te zien.',

  groups: { unread: 'Nog niet gelezen', open: 'Gelezen', closed: 'Afgesloten' },
  /** The protocol's own words (1.1), which staff know. */
  kinds: {
    verbal: 'verbaal',
    online: 'digitaal',
    physical: 'lichamelijk',
    stalking: 'achtervolging',
    exclusion: 'uitsluiting',
    vandalism: 'vernieling',
    extortion: 'afpersing',
    other: 'iets anders',
    unknown: 'soort onbekend',
  },

  filters: {
    legend: 'Laat zien:',
    show: { all: 'Alles', unread: 'Nieuw', open: 'Gelezen', closed: 'Afgesloten' },
    urgentOnly: 'Spoed',
    addressedTo: 'Aan:',
    everyone: 'Jou en al je functies',
    site: 'Locatie:',
    allSites: 'Al je locaties',
    count: {
      none: 'Geen meldingen die hierbij passen.',
      one: '1 melding',
      more: '{n} meldingen',
      first: 'De eerste {n} meldingen',
    },
    clear: 'Laat alles zien',
  },

  urgent: 'Spoed',
  newReport: 'Nieuw',
  newMessages: { one: '1 nieuw bericht', more: '{n} nieuwe berichten' },
  youPersonally: 'jou persoonlijk',
  addressedTo: 'Aan {who}',
  fromSite: 'Van {site}',
  received: 'Binnen {day}',
  last: 'Laatste verandering {day}',
  answer: 'Antwoord',
  due: {
    byDay: 'uiterlijk {day}',
    today: 'vandaag',
    left: { one: 'nog 1 schooldag', more: 'nog {n} schooldagen' },
    late: { none: 'te laat', one: '1 schooldag te laat', more: '{n} schooldagen te laat' },
  },
  opening: 'Wordt geopend.',
  unopened: 'Open de melding om te zien waarom de tekst hier niet te lezen is.',
  refusedSite: 'Gaat niet open, omdat de sleutel van deze locatie is veranderd.',
  more: 'Toon meer meldingen',

  empty: {
    title: 'Er zijn geen meldingen voor jou',
    text: 'Een melding die voor jou of je functie is, komt vanzelf hier te staan. Je hoeft er niets voor in te stellen.',
  },
  administrator: {
    title: 'Een systeembeheerder ziet geen meldingen',
    text: 'Jij zorgt dat alles werkt. Wat melders schrijven, kan alleen worden gelezen door de mensen voor wie het is. Daarom blijft deze lijst leeg, ook als er meldingen zijn.',
  },
} as const
