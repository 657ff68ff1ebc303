import gist from './team-dossier-gist.ts'

/** Cijfers: what was published of reports and dossiers, per half school year. */
export default {
  title: 'Cijfers',
  intro:
    'Hoeveel meldingen en dossiers er waren, en hoe de school ermee omging. Er staan alleen getallen die niemand herkenbaar maken.',
  loading: 'Even geduld.',
  none: {
    title: 'Er zijn nog geen cijfers',
    text: 'De cijfers van augustus tot en met januari komen begin februari. Die van februari tot en met juli komen begin augustus. Eerder staat hier niets, want dan zou je zien wat er in een week bij kwam.',
  },
  demonstration: 'Dit zijn verzonnen cijfers. Ze laten zien hoe deze pagina eruitziet.',
  site: 'Locatie',
  wholeSchool: 'Hele school',
  year: 'Schooljaar',
  period: 'Periode',
  yearName: '{from}–{to}',
  periods: {
    whole: 'Het hele schooljaar',
    first: 'Augustus tot en met januari',
    second: 'Februari tot en met juli',
  },
  heading: '{site}, {year}: {period}',
  hidden: 'niet te zien',
  hiddenWhy:
    'Bij “niet te zien” is het getal kleiner dan {smallest}. Of je zou er zo’n klein getal mee kunnen uitrekenen. Nul staat er wel.',
  adviser: 'Meldingen aan de vertrouwenspersoon tellen nergens mee.',
  all: 'Samen',
  what: 'Wat',
  count: 'Aantal',
  nothing: 'In deze periode was hier niets te tellen.',

  measures: {
    reports: {
      title: 'Meldingen',
      how: 'Geteld op de dag waarop de melding binnenkwam.',
      codes: { ordinary: 'Gewoon', urgent: 'Met spoed' },
    },
    'first-answers': {
      title: 'Tijd tot het eerste antwoord',
      how: 'Geteld op de dag van het antwoord, in schooldagen na de dag van de melding.',
      codes: {
        'one-day': 'Binnen één schooldag',
        'three-days': 'In twee of drie schooldagen',
        'five-days': 'In vier of vijf schooldagen',
        longer: 'Later',
      },
    },
    dossiers: {
      title: 'Dossiers, naar hoe ze begonnen',
      how: 'Geteld op de dag waarop het dossier werd geopend.',
      codes: {},
    },
    terms: {
      title: 'Stappen en hun termijn',
      how: 'Geteld op de dag waarop iemand de stap opschreef. Een stap die nog open is, telt pas als hij klaar is.',
      codes: { 'on-time': 'Op tijd', late: 'Te laat', skipped: 'Overgeslagen, met een reden' },
    },
    repetition: {
      title: 'Herhaling',
      how: 'Een dossier dat opnieuw begon, of een nieuw dossier dat volgt op een eerder dossier.',
      codes: { reopened: 'Dossier heropend', 'after-earlier': 'Volgt op een eerder dossier' },
    },
    forms: {
      title: 'Dossiers, naar soort',
      how: 'Geteld over de dossiers die in deze periode begonnen en waarin is ingevuld wat het vooral was.',
      codes: gist.forms,
    },
    places: {
      title: 'Dossiers, naar plek',
      how: 'Geteld over dezelfde dossiers, naar waar het vooral gebeurde.',
      codes: gist.places,
    },
    outcomes: {
      title: 'Hoe dossiers eindigden',
      how: 'Geteld op de dag waarop het dossier werd gesloten. Onder “anders” vallen een grap en een dossier dat verderging in een ander dossier.',
      codes: { solved: 'Opgelost', 'not-bullying': 'Het was geen pesten', other: 'Anders' },
    },
  },

  gists: {
    title: 'Soort en plek',
    intro:
      'Wat voor pesten het was en waar, staat versleuteld in de dossiers. Jouw browser kan ze openen en tellen. De server krijgt alleen de getallen die groot genoeg zijn.',
    once: 'Dit kan één keer. Vul in de dossiers van deze periode daarom eerst in wat het vooral was.',
    count: 'Tel de dossiers',
    counting: '{done} van {total} dossiers geteld.',
    counted: 'Van {total} dossiers is bij {filled} ingevuld wat het was. De andere tellen niet mee.',
    unreadable: '{n} dossiers gingen niet open.',
    publish: 'Publiceer soort en plek',
    failed: 'Het lukt nu niet. Er is niets gepubliceerd. Probeer het nog eens.',
  },

  chart: 'Grafiek bij {title}. Dezelfde getallen staan in de tabel.',

  save: {
    title: 'Bewaar deze cijfers',
    what: 'In het bestand staat het hele schooljaar van alles wat jij hier kunt zien.',
    csv: 'Bewaar als CSV',
    xlsx: 'Bewaar voor Excel',
    print: 'Print deze pagina',
    done: 'Bewaard als {name}.',
    failed: 'Bewaren is niet gelukt. Probeer het nog eens.',
    fileName: 'cijfers-{from}-{to}',
    sheet: 'Cijfers',
    columns: { site: 'Locatie', period: 'Periode', measure: 'Onderdeel', code: 'Wat', count: 'Aantal' },
    madeUp: 'verzonnen cijfers',
  },
} as const
