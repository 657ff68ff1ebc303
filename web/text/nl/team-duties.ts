import type { Duty } from '../../../api/domain/duty.ts'
import { type HelpLine, helpLine } from './help.ts'

/**
 * What a reader does when answering is not enough. Law and numbers were read at the source on the day that stands beside
 * them, and a test fails when that is a year ago. A step that was read nowhere says that the school has to look into it.
 */
export type DutyStep = Readonly<{ text: string; line?: HelpLine; isToCheck?: true }>
export type DutyCard = Readonly<{
  title: string
  when: string
  /** In the order in which they are done. */
  steps: readonly DutyStep[]
  sources: readonly Readonly<{ name: string; url: string }>[]
  checkedOn: `${number}-${number}-${number}`
}>

const cards: Readonly<Record<Duty, DutyCard>> = {
  danger: {
    title: 'Gevaar voor een leven, of zelfmoord',
    when: 'Iemand denkt aan de dood of aan zelfmoord, doet zichzelf iets aan, of is nu in gevaar door een ander.',
    steps: [
      { text: 'Is er nu gevaar? Bel 112. Wacht niet op een collega of op toestemming.', line: helpLine('112') },
      { text: 'Weet je wie het is en is de leerling op school? Ga erheen en blijf erbij, ook tijdens het bellen.' },
      { text: 'Vraag rechtuit of de leerling aan zelfmoord denkt. Door die vraag komt niemand op het idee.' },
      { text: 'Bel samen met de leerling, of overleg eerst zelf.', line: helpLine('113') },
      { text: 'Beloof niet dat je het geheim houdt. Zeg de leerling wat je gaat doen, voordat je het doet.' },
      { text: 'Bel de ouders. Komt het gevaar van thuis? Kijk dan eerst bij “Niet veilig thuis”.' },
      { text: 'Weet je niet wie het is? Antwoord dan nu, en noem de nummers. Hieronder staat een tekst.' },
      { text: 'Haal er vandaag nog de directeur en de leerlingenzorg bij.', isToCheck: true },
      {
        text: 'Is er iets strafbaars gebeurd, zoals afpersing of mishandeling, en is er nu geen gevaar? Bel de politie.',
        line: helpLine('politie'),
      },
    ],
    sources: [
      { name: '113 Zelfmoordpreventie, voor het onderwijs', url: 'https://www.113.nl/onderwijs' },
      {
        name: '113, handreiking voor scholen',
        url: 'https://fdocuments.nl/document/voor-scholen-en-universiteiten-113-zelfmoordpreventie-2-inhoud-inhoudsopgave.html',
      },
    ],
    checkedOn: '2026-11-28',
  },
  home: {
    title: 'Niet veilig thuis',
    when: 'Er zijn tekenen van mishandeling, geweld, misbruik of verwaarlozing thuis. Dan volg je de meldcode.',
    steps: [
      { text: 'Is er nu gevaar? Bel 112.', line: helpLine('112') },
      { text: 'Meldcode, stap 1: schrijf op wat je leest en ziet. Houd feiten en wat je ervan denkt uit elkaar.' },
      {
        text: 'Meldcode, stap 2: overleg vandaag met een collega die de meldcode kent. Vraag Veilig Thuis om raad; een naam hoeft niet.',
        line: helpLine('veilig-thuis'),
      },
      {
        text: 'Meldcode, stap 3: praat met de leerling en daarna met de ouders. Kan dat gevaar geven? Overleg dan eerst met Veilig Thuis.',
      },
      {
        text: 'Meldcode, stap 4: weeg met het afwegingskader hoe ernstig het is, en of het nu of steeds weer onveilig is.',
      },
      {
        text: 'Meldcode, stap 5: beslis. Is het nu of steeds weer onveilig, of twijfel je daarover? Meld het dan bij Veilig Thuis.',
      },
      {
        text: 'Is het niet onveilig en kan de school hulp regelen? Spreek af wie dat doet en wanneer je kijkt of het helpt.',
      },
      {
        text: 'Zoek op wie op jouw school de aandachtsfunctionaris is. Dat staat niet in dit programma.',
        isToCheck: true,
      },
    ],
    sources: [
      {
        name: 'Handelingsprotocol, stap 5',
        url: 'https://www.handelingsprotocol.nl/utrecht-bo-stap-5-hulp-of-melden-3',
      },
      {
        name: 'Rijksoverheid over de afwegingskaders',
        url: 'https://huiselijkgeweld.nl/actueel/nieuws/2018/07/02/minister-hugo-de-jonge-vws-ontvangt-afwegingskaders-voor-verbeterde-meldcode-huiselijk-geweld-en-kindermishandeling',
      },
    ],
    checkedOn: '2026-11-28',
  },
  offence: {
    title: 'Seksueel misbruik of intimidatie door iemand van school',
    when: 'Iemand die voor de school werkt, gaat seksueel over de grens bij een leerling: met aanraken, berichten of beelden.',
    steps: [
      { text: 'Is er nu gevaar? Bel 112.', line: helpLine('112') },
      {
        text: 'Vertel het meteen en zelf aan het schoolbestuur. Een teamleider of directeur vertellen is niet genoeg.',
      },
      { text: 'Dat moet ook als je vertrouwenspersoon bent. Geheimhouding geldt hier niet.' },
      { text: 'Doe geen eigen onderzoek en praat er niet over met de collega om wie het gaat.', isToCheck: true },
      {
        text: 'Twijfel je, of gaat het om intimidatie? Bel de vertrouwensinspecteur. Die denkt mee en houdt het geheim.',
        line: helpLine('vertrouwensinspecteur'),
      },
      {
        text: 'Het bestuur overlegt meteen met de vertrouwensinspecteur. Bij een redelijk vermoeden moet het bestuur aangifte doen.',
      },
      { text: 'Bewaar wat je kreeg zoals het is, hier in de melding. Stuur het niet door.', isToCheck: true },
      { text: 'Zoek op hoe je het bestuur nu bereikt. Dat staat niet in dit programma.', isToCheck: true },
    ],
    sources: [
      {
        name: 'Rijksoverheid over melden en aangeven',
        url: 'https://www.rijksoverheid.nl/onderwerpen/voortgezet-onderwijs/vraag-en-antwoord/moet-de-school-seksueel-misbruik-melden-en-aangeven',
      },
      {
        name: 'Inspectie van het Onderwijs over vertrouwensinspecteurs',
        url: 'https://english.onderwijsinspectie.nl/inspection/other-tasks-of-the-dutch-inspectorate-of-education/confidential-inspectors',
      },
    ],
    checkedOn: '2026-11-28',
  },
  staff: {
    title: 'Een medewerker die pest',
    when: 'Iemand die voor de school werkt, pest, vernedert of bedreigt een leerling.',
    steps: [
      {
        text: 'Volg niet de gewone weg van mentor en anti-pestcoördinator. Dit gaat naar de directeur.',
        isToCheck: true,
      },
      { text: 'Gaat het over de directeur? Ga dan naar het schoolbestuur.', isToCheck: true },
      {
        text: 'Deel de melding niet met de medewerker om wie het gaat. Vraag de melder met wie je haar wel mag delen.',
      },
      { text: 'Wijs de melder op de vertrouwenspersoon. Die geeft raad en weet hoe een klacht gaat.' },
      {
        text: 'Gaat het om ernstig geweld of om discriminatie? Overleg met de vertrouwensinspecteur.',
        line: helpLine('vertrouwensinspecteur'),
      },
      { text: 'Is het seksueel? Kijk dan bij “Seksueel misbruik of intimidatie door iemand van school”.' },
    ],
    sources: [
      {
        name: 'Inspectie van het Onderwijs over vertrouwensinspecteurs',
        url: 'https://english.onderwijsinspectie.nl/inspection/other-tasks-of-the-dutch-inspectorate-of-education/confidential-inspectors',
      },
    ],
    checkedOn: '2026-11-28',
  },
}

export default {
  title: 'Moet je nu iets doen?',
  intro: 'Soms is antwoorden niet genoeg. Herken je een van deze situaties? Open dan de kaart.',
  logged: 'In het logboek komt alleen dat je hier keek, en niet naar welke kaart.',
  because: {
    urgent: 'Deze kaart ligt open, omdat bij de melding staat dat er haast bij is.',
    answers: 'Deze kaart ligt open door wat de melder bij de vragen koos.',
    words: 'Deze kaart ligt open door woorden die de melder schreef.',
  },
  becauseHint: 'Jouw apparaat let alleen op een paar woorden en mist veel. Lees de melding dus altijd zelf.',
  call: 'Bel {phone}',
  callName: 'Bel {name}: {phone}',
  toCheck: 'Na te kijken door de school',
  involved: 'Gaat dit over jou? Kies dan “Ik ben hier zelf bij betrokken”.',
  involvedGo: 'Ga daarheen',
  reply: 'Dit kun je de melder schrijven',
  replyHint: 'De tekst komt bij “Jouw antwoord” te staan. Je kunt hem daar nog veranderen, en verstuurt hem zelf.',
  replyUse: 'Zet deze tekst in je antwoord',
  checked: 'Nagekeken op {day}. Bronnen:',
  cards,
}
