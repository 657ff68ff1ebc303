/** Mijn melding: coming in with the code, and leaving again. */
export default {
  code: {
    title: 'Lees je antwoord',
    lead: 'Heb je iets verteld en een code gekregen? Dan lees je hier het antwoord en schrijf je terug.',
    label: 'Je code',
    hint: 'De code heeft 16 letters en cijfers. Grote en kleine letters, spaties en streepjes maken niet uit.',
    submit: 'Open mijn gesprek',
    kept: 'Je code wordt hier niet bewaard. Als je weggaat, vul je hem de volgende keer weer in.',
    lostTitle: 'Ben je je code kwijt?',
    lost: 'Dan kunnen wij je gesprek niet voor je openen, want alleen jouw code past erop. Je kunt wel opnieuw vertellen wat er gebeurt. Je kunt ook naar iemand op school gaan.',
    lostTell: 'Vertel wat er gebeurt',
    lostHelp: 'Kijk wie je helpt',
    refusals: {
      'code-empty': 'Vul je code in. Hij staat op je kaartje of waar je hem hebt bewaard.',
      'code-too-short': 'Je code is te kort. Vul alle 16 letters en cijfers in.',
      'code-too-long': 'Je code is te lang. Vul alleen de 16 letters en cijfers in.',
      'code-symbol': 'In je code staat een teken dat er niet in hoort. Gebruik alleen letters en cijfers.',
      'code-mistyped': 'Deze code klopt niet. Kijk of je alle letters en cijfers goed hebt overgenomen.',
      'code-unknown': 'Met deze code vinden we geen gesprek. Kijk of je alle letters en cijfers goed hebt overgenomen.',
    },
    troubleTitle: 'Je gesprek gaat nu niet open',
    offline: 'Het lukt nu niet. Je code staat er nog. Kijk of je internet hebt en probeer het dan opnieuw.',
    busy: 'Het is nu te druk. Je code staat er nog. Probeer het over een paar minuten nog eens.',
    cannot:
      'Dit apparaat kan je gesprek niet veilig openen. Probeer het met een andere browser of een nieuwer apparaat. Je kunt ook naar iemand op school gaan.',
  },
  opening: {
    keys: 'We maken een sleutel van je code. Dat duurt een paar tellen.',
    fetching: 'We halen je gesprek op.',
    checking: 'We kijken of alles klopt.',
    stop: 'Stop',
  },
  failed: {
    title: 'We laten je gesprek nu niet zien',
    siteKey:
      'De sleutel van je school is een andere dan toen je je verhaal vertelde. Dat hoort niet. Misschien doet iemand alsof hij je school is.',
    unopenable: 'Je code klopt, maar wat we terugkregen past er niet op. Daarom kunnen we het niet openen.',
    noReport: 'Je code klopt, maar je eigen verhaal zit er niet bij. Daarom vertrouwen we de rest ook niet.',
    what: 'Schrijf hier nu niets. Ga naar iemand op school die je vertrouwt en vertel wat er op dit scherm staat.',
    help: 'Kijk wie je helpt',
    again: 'Vul je code opnieuw in',
  },
  erased: {
    title: 'Je gesprek is gewist',
    body: 'Je code klopt, maar er staat niets meer achter. Wat jij vertelde en wat de school antwoordde, is voorgoed gewist.',
    why: 'De school bewaart een gesprek niet voor altijd. Het wordt gewist als het al een tijd klaar is. Niemand kan het nog lezen, ook de school niet.',
    again: 'Is er weer iets, of is het nog niet over? Vertel het dan opnieuw. Je krijgt daarvoor een nieuwe code.',
    tell: 'Vertel wat er gebeurt',
    help: 'Kijk wie je helpt',
    otherCode: 'Vul een andere code in',
  },
  codeAgain: {
    why: 'Misschien kom je voor het eerst terug. Daarom zie je hier je code nog een keer.',
    open: 'Laat mijn code nog een keer zien',
  },
  left: {
    title: 'Je gesprek is afgesloten',
    body: 'Op dit scherm staat niets meer van je gesprek. Je code is hier ook niet bewaard.',
    history: 'In de geschiedenis van je browser staat nog wel dat je op deze site was.',
    again: 'Vul je code opnieuw in',
    home: 'Naar het begin',
  },
} as const
