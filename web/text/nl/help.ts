/**
 * Help outside school. Only facts that were read at the source; what was not found is left out.
 * A test fails when a line was not checked for twelve months.
 */
export type HelpLine = Readonly<{
  id: string
  name: string
  /** As it is written, and as it is dialled. */
  phone: string | null
  dial: string | null
  url: string | null
  forWhat: string
  hours: string | null
  checkedOn: `${number}-${number}-${number}`
  source: string
}>

const lines: readonly HelpLine[] = [
  {
    id: '112',
    name: '112',
    phone: '112',
    dial: '112',
    url: null,
    forWhat: 'Als jij of een ander nu in gevaar is.',
    hours: 'Dag en nacht',
    checkedOn: '2026-11-22',
    source:
      'https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/vraag-en-antwoord/wat-moet-ik-doen-bij-huiselijk-geweld',
  },
  {
    id: 'politie',
    name: 'Politie',
    phone: '0900-8844',
    dial: '09008844',
    url: null,
    forWhat: 'Als er iets gebeurd is wat niet mag, zoals mishandeling of afpersing, en er nu geen gevaar is.',
    hours: null,
    checkedOn: '2026-11-22',
    source: 'https://www.rijnmond.nl/nieuws/187387/Expert-Mensen-mogen-veel-eerder-112-bellen',
  },
  {
    id: 'kindertelefoon',
    name: 'Kindertelefoon',
    phone: '0800-0432',
    dial: '08000432',
    url: 'https://www.kindertelefoon.nl/',
    forWhat:
      'Praten over alles wat je dwarszit, als je tussen 8 en 18 jaar bent. Bellen is gratis en je hoeft je naam niet te zeggen. Chatten kan ook.',
    hours: 'Elke dag van 11 tot 21 uur',
    checkedOn: '2026-11-22',
    source: 'https://www.vriendenkindertelefoon.nl/kindertelefoon',
  },
  {
    id: '113',
    name: '113 Zelfmoordpreventie',
    phone: '113',
    dial: '113',
    url: 'https://www.113.nl/',
    forWhat:
      'Als je denkt aan de dood of aan zelfmoord, of als je bang bent dat een ander dat doet. Bellen is gratis en anoniem. Chatten kan ook.',
    hours: 'Dag en nacht',
    checkedOn: '2026-11-22',
    source: 'https://www.upday.com/nl/binnenland/nummer-113-nu-gratis-betere-hulp-bij-zelfdodingsgedachten/pj8neqt',
  },
  {
    id: 'veilig-thuis',
    name: 'Veilig Thuis',
    phone: '0800-2000',
    dial: '08002000',
    url: null,
    forWhat: 'Als het thuis niet veilig is, voor jou of voor een ander. Bellen is gratis.',
    hours: 'Dag en nacht',
    checkedOn: '2026-11-22',
    source:
      'https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/vraag-en-antwoord/wat-moet-ik-doen-bij-huiselijk-geweld',
  },
  {
    id: 'vertrouwensinspecteur',
    name: 'Vertrouwensinspecteur',
    phone: '0900 111 3 111',
    dial: '09001113111',
    url: null,
    forWhat:
      'Voor heel ernstige dingen op school: seksueel misbruik of seksuele intimidatie, geweld, discriminatie of radicalisering. Leerlingen en ouders mogen zelf bellen.',
    hours: 'Op werkdagen van 8 tot 17 uur',
    checkedOn: '2026-11-22',
    source:
      'https://english.onderwijsinspectie.nl/inspection/other-tasks-of-the-dutch-inspectorate-of-education/confidential-inspectors',
  },
  {
    id: 'helpwanted',
    name: 'Helpwanted',
    phone: '020-261 52 75',
    dial: '0202615275',
    url: 'https://www.helpwanted.nl/',
    forWhat:
      'Als er iets mis is op internet, bijvoorbeeld als er een naaktfoto van jou rondgaat. Het is gratis en je hoeft je naam niet te zeggen. Chatten kan ook.',
    hours: null,
    checkedOn: '2026-11-22',
    source: 'http://www.helpwanted.nl/en',
  },
  {
    id: 'meldknop',
    name: 'Meldknop',
    phone: null,
    dial: null,
    url: 'https://www.meldknop.nl/',
    forWhat: 'Uitleg voor jongeren over wat je kunt doen als iemand online vervelend doet.',
    hours: null,
    checkedOn: '2026-11-22',
    source: 'https://veiliginternetten.nl/waar-kan-ik-meldknopnl-voor-gebruiken',
  },
  {
    id: 'jouw-veilige-school',
    name: 'Jouw Veilige School',
    phone: null,
    dial: null,
    url: 'https://www.jouwveiligeschool.nl/',
    forWhat: 'Wijst leerlingen, ouders en medewerkers de weg als het op school niet veilig voelt.',
    hours: null,
    checkedOn: '2026-11-22',
    source: 'https://www.jouwveiligeschool.nl/over-jouw-veilige-school',
  },
  {
    id: 'slachtofferhulp',
    name: 'Slachtofferhulp Nederland',
    phone: '0900-0101',
    dial: '09000101',
    url: 'https://www.slachtofferhulp.nl/',
    forWhat: 'Hulp als je iets ergs hebt meegemaakt, zoals geweld of bedreiging.',
    hours: null,
    checkedOn: '2026-11-22',
    source:
      'https://www.slachtofferhulp.nl/professionals/een-slachtoffer-doorverwijzen/doorverwijzen-naar-slachtofferhulp/',
  },
]

export default {
  title: 'Nu hulp nodig?',
  danger: 'Ben jij of is een ander nu in gevaar?',
  dangerCall: 'Bel 112',
  talk: 'Wil je praten? De Kindertelefoon luistert, elke dag van 11 tot 21 uur. Het is gratis en je naam hoeft niet.',
  talkCall: 'Bel 0800-0432',
  ownPeople: 'Mensen op jouw school die helpen',
  outside: 'Hulp buiten school',
  phone: 'Bel {phone}',
  website: 'Site van {name}',
  lines,
} as const

/** @throws when the catalogue has no such line: pages name them by hand. */
export function helpLine(id: string): HelpLine {
  const line = lines.find((candidate) => candidate.id === id)
  if (!line) throw new Error(`no help line ${id}`)
  return line
}
