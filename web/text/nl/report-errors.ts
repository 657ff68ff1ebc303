/** What to do when an answer cannot be taken yet, or when sending does not work. */
export default {
  summary: 'Verbeter dit, dan kun je verder',
  prefix: 'Fout:',
  refusals: {
    'site-missing': 'Kies de locatie waar het om gaat.',
    'reporter-kind-missing': 'Kies wie dit invult.',
    'for-whom-missing': 'Kies over wie het gaat.',
    'readers-missing': 'Kies wie je verhaal mag lezen.',
    'mentor-class-missing': 'Kies een klas, of ga terug en kies iemand anders.',
    'trusted-missing': 'Zoek iemand op en kies de naam, of ga terug en kies iemand anders.',
    'stand-in-missing': 'Kies of er nog iemand mag meelezen.',
    'excluded-missing': 'Kies wie het niet mag lezen, of kies ‘Iedereen hier mag het lezen’.',
    'excluded-everybody': 'Zo kan niemand het lezen. Haal een naam weg, of ga terug en kies ook {others}.',
    'excluded-leaves-too-many': 'Zo zijn het te veel mensen. Ga terug en kies minder mensen.',
    'forms-missing': 'Kies wat er gebeurt, of kies ‘Weet ik niet’.',
    'going-round-missing': 'Kies of er nu iets rondgaat, of kies ‘Weet ik niet’.',
    'places-missing': 'Kies waar het gebeurt, of kies ‘Weet ik niet’.',
    'how-long-missing': 'Kies hoe lang het al bezig is, of kies ‘Weet ik niet’.',
    'how-often-missing': 'Kies hoe vaak het gebeurt, of kies ‘Weet ik niet’.',
    'story-missing': 'Schrijf op wat er gebeurt. Een paar woorden is genoeg.',
    'story-too-long': 'Je tekst is te lang. Maak hem {over} tekens korter.',
    'files-busy': 'We zijn nog bezig met je bestanden. Wacht even, of haal ze weg.',
    'files-undecided': 'Kies wat je wilt doen met de foto die niet opengaat.',
    'named-missing': 'Kies of je je naam erbij wilt zetten.',
    'name-missing': 'Schrijf je naam op, of kies ‘Nee, zonder mijn naam’.',
    'name-too-long': 'Je naam is te lang voor dit vak. Maak hem {over} tekens korter.',
    'class-group-too-long': 'De klas is te lang voor dit vak. Maak hem {over} tekens korter.',
    'reach-too-long': 'Deze tekst is te lang. Maak hem {over} tekens korter.',
  },
  /** For "kies ook …" when a function has nobody left. */
  otherReaders: {
    confidentialAdviser: 'de vertrouwenspersoon',
    contactPerson: 'het aanspreekpunt',
    bullyingCoordinator: 'de anti-pestcoördinator',
    supportCoordinator: 'de ondersteuningscoördinator',
    mentor: 'een {mentor}',
    trustedStaff: 'iemand anders die je vertrouwt',
  },
  someoneElse: 'iemand anders',
  or: 'of',
  and: 'en',
  trouble: {
    offline:
      'Je hebt nu geen internet. Je melding is nog niet verstuurd, maar alles wat je invulde staat er nog. Probeer het nog eens als je weer internet hebt.',
    timeout:
      'Het duurt te lang. We weten niet zeker of je melding is aangekomen. Druk nog een keer op de knop. Er komt dan toch maar één melding.',
    busy: 'Het is nu heel druk. Je melding is nog niet verstuurd, maar alles wat je invulde staat er nog. Wacht een paar minuten en probeer het nog eens.',
    full: 'Er is nu geen plek om je melding te bewaren. Hij is niet verstuurd. Vertel het nu aan iemand op school, of bel de Kindertelefoon: 0800\u20110432.',
    failed:
      'Het lukt nu niet. Je melding is nog niet verstuurd, maar alles wat je invulde staat er nog. Probeer het over een paar minuten nog eens.',
    refused:
      'Je melding kan zo niet worden verstuurd. Alles wat je invulde staat er nog. Ververs de pagina niet, maar vertel het aan iemand op school.',
    'no-encryption':
      'Het lukt niet om je melding op slot te doen. Daarom is er niets verstuurd. Alles wat je invulde staat er nog. Probeer het nog eens, of vertel het aan iemand op school.',
    files: 'Een bestand kan niet mee. Haal het weg, of kies het opnieuw. Daarna kun je versturen.',
  },
  loading: {
    title: 'Even wachten',
    questions: 'We halen de volgende vragen op.',
    sites: 'We halen de locaties op.',
    readers: 'We zoeken op wie er op jouw locatie zijn.',
    failed: 'Het ophalen lukt nu niet. Kijk of je internet hebt. Wat je al invulde, staat er nog.',
    retry: 'Probeer het nog eens',
  },
  refused: {
    title: 'Anders vertellen',
    heading: 'Je kunt hier nu niet veilig melden',
    nothingSent: 'Er is niets verstuurd.',
    stillThere: 'Wat je hebt ingevuld, staat er nog.',
    reasons: {
      'no-encryption':
        'Deze browser kan je verhaal niet op slot doen. Daarom versturen we het niet. Probeer het op een nieuwere telefoon of een andere computer.',
      'site-closed': 'Op deze locatie staat nog niemand klaar om een melding te lezen. Kies een andere weg.',
      'key-wrong':
        'De sleutel van een medewerker klopt niet. Iemand kan hem hebben veranderd. Daarom versturen we niets, want je verhaal moet bij de goede persoon komen.',
      'poster-differs':
        'De poster die je scande, hoort niet bij de sleutel van deze school. De poster of deze site kan vervalst zijn. Daarom versturen we niets. Vertel dit ook aan iemand op school.',
      'poster-unknown':
        'De poster die je scande, kennen we niet. Daarom versturen we niets. Typ het adres van deze site zelf in.',
    },
    instead: 'Zo kun je het wel vertellen',
    people: 'Ga naar je mentor of naar iemand anders op school die je vertrouwt.',
    helpers: 'Wie je op je locatie kunt bellen of opzoeken',
    children: 'Praat met de Kindertelefoon, gratis en zonder naam.',
    inspector: 'Gaat het om iets heel ernstigs op school? Praat dan met de vertrouwensinspecteur.',
    back: 'Terug naar mijn antwoorden',
  },
} as const
