import type { Letter } from '../letter.ts'
import { talkRecords } from './talk-records.ts'

const head = '{locatie}, {datum}'
const dear = 'Beste {ouders},'
const from = (who: string) => `Met vriendelijke groet,\n\n${who}\n{school}, locatie {locatie}`
const writer = '{schrijver}\n{functie}'
/** Whoever writes it down need not be the one who decided. */
const director = '[naam van de directeur]\ndirecteur'

/** A letter to the parents of one student, whatever part that student has in it. */
const toParents = (letter: Omit<Letter, 'kind'>, who = writer): Letter => ({
  ...letter,
  kind: 'letter',
  text: [head, dear, ...letter.text, from(who)],
})

/** What goes to parents on paper, and the records of talks, in words of our own. */
export const letters: readonly Letter[] = [
  toParents({
    ...{ key: 'l-invite-parents', section: 'A2', title: 'Uitnodiging aan ouders voor een gesprek' },
    asks: 'Om met ouders te praten over wat er speelt.',
    text: [
      'Het gaat op school niet goed tussen leerlingen. {leerling} is daarbij betrokken. Wij nemen dit serieus en praten er graag met u over.',
      'Het gesprek is op [dag en tijd], in [plaats]. Ook aanwezig: [wie erbij zijn].',
      'Wij vertellen u wat wij weten en wat wij doen. Wij horen graag wat u thuis merkt.',
      'Kunt u dan niet? Laat het weten via [telefoon of e-mail].',
    ],
  }),
  toParents({
    ...{ key: 'l-agreements', section: 'A3', title: 'Bericht aan ouders over de afspraken' },
    asks: 'Na een gesprek met de leerling, zodat ouders weten wat is afgesproken.',
    text: [
      'Wij praatten met {leerling} over wat er op school gebeurt. Dit is afgesproken:',
      '{afspraken}',
      'Gebeurt het opnieuw? Dan doen wij dit: [wat er dan volgt].',
      'Wij kijken op {terugkijken} samen terug. Merkt u eerder iets, bel of mail ons dan.',
    ],
  }),
  toParents({
    ...{ key: 'l-not-solved', section: 'A8', title: 'Bericht aan ouders: het is nog niet opgelost' },
    asks: 'Als het doorgaat, voor de ouders van alle leerlingen om wie het gaat.',
    text: [
      'U weet dat het op school niet goed gaat rond {leerling}. Het is nog niet opgelost.',
      'Dit deed de school tot nu toe:\n{stappen}',
      'Vanaf nu leidt de anti-pestcoördinator de aanpak. Dat is [naam en telefoon]. U hoort snel wat wij gaan doen.',
    ],
  }),
  toParents({
    ...{ key: 'l-relapse', section: 'C6', title: 'Bericht aan ouders: het is weer gebeurd' },
    asks: 'Als het beter ging en het toch weer gebeurt.',
    text: [
      'Het ging een tijd beter rond {leerling}, maar het is weer gebeurd.',
      'Wilt u er thuis met {leerling} over praten? U kent uw kind het best.',
      'Dit gaat de school nu doen: [wat er volgt].',
      'Misschien helpt extra hulp. Dat bespreken wij graag met u.',
    ],
  }),
  toParents({
    ...{ key: 'l-online', section: 'D-parents', title: 'Brief aan ouders over pesten op internet' },
    asks: 'Na het eerste gesprek over wat er online rondgaat. Bel de ouders altijd eerst.',
    text: [
      'Wij belden u over wat er online is gebeurd. {leerling} is daarbij betrokken.',
      'Op school vroegen wij iedereen om wat rondgaat te wissen. Dit is afgesproken:',
      '{afspraken}',
      'Let thuis op signalen. Is {leerling} stil, boos of vaker alleen? Laat het ons weten.',
      'Bewaar wat u vindt, met de datum erbij, en deel het niet verder. Is het misschien strafbaar? Dan kunt u naar de politie gaan.',
      'Meer lezen kan op [website].',
    ],
  }),
  toParents(
    {
      ...{ key: 'l-invite-director', section: '2.5', title: 'Uitnodiging van de directeur', about: 'initiator' },
      asks: 'Als het zich herhaalt: directeur en mentor nodigen de ouders samen uit.',
      text: [
        'Wij spraken u eerder over het gedrag van {leerling}. Wij zien dat het opnieuw gebeurt. Dat vinden wij ernstig.',
        'De directeur en de mentor nodigen u uit. Het gesprek is op [dag en tijd], in [plaats].',
        'Wij willen met u afspreken hoe het stopt. Worden wij het niet eens, dan beslist de directeur.',
        'Kunt u dan niet? Laat het weten via [telefoon of e-mail].',
      ],
    },
    director,
  ),
  toParents(
    {
      ...{ key: 'l-decision', section: '2.5', title: 'Besluit van de directeur na het gesprek', about: 'initiator' },
      asks: 'Als school en ouders het niet eens werden. De ouders horen het binnen een week.',
      text: [
        'Op {gesprek} spraken wij met u over {leerling}. Wij werden het niet eens over het vervolg.',
        'De directeur besluit: [het besluit].',
        'De reden is: [de reden].',
        'Bent u het er niet mee eens? Dan kunt u terecht bij [bij wie en hoe].',
      ],
    },
    director,
  ),
  toParents({
    ...{ key: 'l-measure', section: '2.5', title: 'Bericht aan ouders over een maatregel', about: 'initiator' },
    ...{ law: ['reflection'], asks: 'Voor een maatregel die geen schorsing is.' },
    text: [
      'De school neemt een maatregel voor {leerling}: {maatregel}. Die geldt vanaf {maatregeldatum}.',
      'De reden is: [de reden].',
      'Wij verwachten dit van {leerling}: [welk gedrag].',
      'Wij praten er graag met u over. Bel of mail ons via [telefoon of e-mail].',
    ],
  }),
  toParents(
    {
      ...{ key: 'l-suspension', section: '2.5', title: 'Brief over een schorsing', about: 'initiator' },
      ...{ law: ['suspension'], asks: 'Alleen na het besluit, en nadat de directeur de wet heeft nagekeken.' },
      text: [
        'De school schorst {leerling}, uit klas {klas}. De schorsing duurt van [eerste dag] tot en met [laatste dag].',
        'De reden is: [de reden].',
        'In deze dagen komt {leerling} niet in de les. Het schoolwerk gaat zo door: [hoe].',
        'Daarna praten wij met u en {leerling}: [dag en tijd].',
        'Bent u het er niet mee eens? U kunt bezwaar maken bij [bij wie], tot en met [laatste dag voor bezwaar].',
      ],
    },
    '[wie dit besluit nam]\n[functie]',
  ),
  toParents(
    {
      ...{ key: 'l-removal', section: '2.5', title: 'Brief: de directeur denkt aan verwijdering', about: 'initiator' },
      ...{ law: ['removal'], asks: 'Om ouders en leerling te horen voor er een besluit is.' },
      text: [
        'De directeur denkt erover om {leerling} van school te verwijderen. Er is nog niets besloten.',
        'De reden is: [de reden].',
        'Wij willen eerst u en {leerling} horen. Dat gesprek is op [dag en tijd], in [plaats]. U mag iemand meenemen.',
        'Daarna krijgt u het besluit op papier. Daarin staat ook hoe u bezwaar kunt maken.',
      ],
    },
    director,
  ),
  ...talkRecords,
  toParents({
    ...{ key: 'l-closing', section: '2.4', title: 'Bericht aan ouders bij het sluiten' },
    asks: 'Als iedereen vindt dat het genoeg is opgelost.',
    text: [
      'Wij bespraken samen hoe het gaat met {leerling}. Het is genoeg opgelost, en wij sluiten het dossier.',
      'Deze afspraken blijven gelden:\n{afspraken}',
      'Gebeurt er weer iets? Vertel het ons meteen, dan gaan wij verder. {leerling} kan dat ook zelf doen.',
    ],
  }),
]
