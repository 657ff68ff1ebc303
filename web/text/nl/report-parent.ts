/** What a parent or carer reads instead: "u", and their child. Everything else is as in report-form.ts. */
export default {
  toCheck: 'Controleer uw antwoorden',
  answers: {
    forWhom: { someoneElse: 'Over een ander kind' },
  },
  questions: {
    site: { posterHint: 'Op de poster die u scande, staat {site}.' },
    forWhom: { hint: '' },
    readers: {
      legend: 'Wie mag uw melding lezen?',
      hint: 'Kies een of meer mensen. Alleen wie u kiest, kan uw melding openen.',
      unsure: 'Twijfelt u? De vertrouwenspersoon is er ook voor ouders.',
      does: {
        confidentialAdviser: 'Luistert naar u en denkt mee over wat u kunt doen.',
        contactPerson: 'Is er voor al uw vragen over pesten en zorgt dat iemand het oppakt.',
        supportCoordinator: 'Kijkt welke hulp er voor uw kind is, op school of erbuiten.',
        mentor: 'Praat met uw kind, met wie het doet en met de klas.',
        trustedStaff: 'U zoekt op naam. Diegene leest uw melding en kijkt wat nodig is.',
      },
      why: 'We doen uw melding op slot, en alleen wie u kiest krijgt de sleutel. Daarom moeten we het nu weten.',
    },
    mentorClass: {
      away: '{name} is er nu niet, tot en met {day}. Tot dan leest {deputy} wat u schrijft.',
      awayHint: 'Wilt u dat niet? Kies straks dat {deputy} het niet mag lezen, of ga terug en kies iemand anders.',
    },
    trusted: {
      legend: 'Wie op school vertrouwt u?',
      hint: 'Typ minstens twee letters. U ziet hoogstens vijf namen.',
      foundMore: 'We vonden {count} namen. Kies wie u bedoelt.',
      chosen: 'U koos {name}.',
      failed: 'Het zoeken lukt nu niet. Kijk of u internet hebt en probeer het nog eens.',
      why: 'Soms kent u iemand goed die geen speciale taak heeft. Die mag u ook kiezen, als diegene dat goed vindt.',
    },
    standIn: {
      hint: '{persons} kan een keer ziek of vrij zijn. Als er nog iemand meeleest, blijft uw melding niet liggen.',
      hintMore:
        '{persons} kunnen een keer ziek of vrij zijn. Als er nog iemand meeleest, blijft uw melding niet liggen.',
      why: 'We willen niet dat u op antwoord wacht terwijl niemand uw melding ziet. U beslist.',
    },
    excluded: {
      hint: 'Bijvoorbeeld omdat uw melding over die persoon gaat. Deze mensen kunnen hem nu lezen.',
      why: 'U moet vrij kunnen vertellen, ook over een medewerker. Wie u hier kiest, krijgt geen sleutel.',
    },
    forms: {
      difference: [
        'Plagen is voor de grap. Het gaat over en weer, en niemand heeft er last van.',
        'Ruzie is boos zijn op elkaar. Beide kinderen kunnen iets terugdoen, en daarna is het vaak weer goed.',
        'Pesten gaat door, ook als een kind wil dat het stopt. Het doet pijn, van buiten of van binnen.',
      ],
      differenceEnd:
        'Weet u het niet zeker? Vertel het gewoon, want alles waar uw kind last van heeft mag u hier vertellen.',
    },
    goingRound: {
      hint: 'Dan moet het snel stoppen. Uw melding staat daarom bovenaan bij wie hem leest.',
      nudity:
        'Doe dat ook niet als bewijs, want het kan strafbaar zijn. Helpwanted helpt om zulke beelden weg te krijgen. Dat is gratis en u hoeft uw naam niet te zeggen.',
    },
    story: {
      legend: 'Vertel in uw eigen woorden wat er gebeurt',
      hint: 'Wie doen het, en wie zijn erbij? Wat wilt u dat er gebeurt? Een paar woorden is genoeg.',
      nameless: 'Wilt u zonder naam blijven? Schrijf dan ook hier uw naam niet op.',
      cannotTellHint: 'Dat geeft niet. U kunt het later alsnog vertellen, met uw code.',
      left: 'U kunt nog {count} tekens typen.',
      over: 'Uw tekst is {count} tekens te lang.',
      why: 'De vragen hiervoor zeggen niet alles. In uw woorden begrijpt de school beter wat er gebeurt.',
    },
    files: {
      legend: 'Wilt u iets laten zien?',
      why: 'Met een schermafbeelding hoeft u minder uit te leggen. Maar u hoeft niets te bewijzen.',
    },
    named: {
      legend: 'Wilt u uw naam erbij zetten?',
      hint: 'U krijgt altijd antwoord met uw code, ook zonder naam.',
      anonymousHint: 'Niemand kan zien wie u bent, als u dat ook niet in uw tekst schrijft.',
      namedHint: 'Dan kan de school u bellen of schrijven. Alleen wie u koos, ziet uw naam.',
      name: 'Uw naam',
      classGroup: 'De klas van uw kind',
      reach: 'Hoe kan iemand u het beste bereiken?',
      reachHint: 'Bijvoorbeeld een telefoonnummer, en wanneer u tijd hebt.',
      why: 'Soms kan de school pas echt helpen als het weet wie u bent. Maar u beslist, en later mag ook nog.',
    },
  },
  errors: {
    summary: 'Verbeter dit, dan kunt u verder',
    refusals: {
      'readers-missing': 'Kies wie uw melding mag lezen.',
      'story-too-long': 'Uw tekst is te lang. Maak hem {over} tekens korter.',
      'files-busy': 'We zijn nog bezig met uw bestanden. Wacht even, of haal ze weg.',
      'files-undecided': 'Kies wat u wilt doen met de foto die niet opengaat.',
      'named-missing': 'Kies of u uw naam erbij wilt zetten.',
      'name-missing': 'Schrijf uw naam op, of kies ‘Nee, zonder mijn naam’.',
      'name-too-long': 'Uw naam is te lang voor dit vak. Maak hem {over} tekens korter.',
    },
    otherReaders: { trustedStaff: 'iemand anders die u vertrouwt' },
    trouble: {
      offline:
        'U hebt nu geen internet. Uw melding is nog niet verstuurd, maar alles wat u invulde staat er nog. Probeer het nog eens als u weer internet hebt.',
      timeout:
        'Het duurt te lang. We weten niet zeker of uw melding is aangekomen. Druk nog een keer op de knop. Er komt dan toch maar één melding.',
      busy: 'Het is nu heel druk. Uw melding is nog niet verstuurd, maar alles wat u invulde staat er nog. Wacht een paar minuten en probeer het nog eens.',
      full: 'Er is nu geen plek om uw melding te bewaren. Hij is niet verstuurd. Bel de school.',
      failed:
        'Het lukt nu niet. Uw melding is nog niet verstuurd, maar alles wat u invulde staat er nog. Probeer het over een paar minuten nog eens.',
      refused:
        'Uw melding kan zo niet worden verstuurd. Alles wat u invulde staat er nog. Ververs de pagina niet, maar bel de school.',
      'no-encryption':
        'Het lukt niet om uw melding op slot te doen. Daarom is er niets verstuurd. Alles wat u invulde staat er nog. Probeer het nog eens, of bel de school.',
    },
    loading: {
      readers: 'We zoeken op wie er op de locatie zijn.',
      failed: 'Het ophalen lukt nu niet. Kijk of u internet hebt. Wat u al invulde, staat er nog.',
    },
    refused: {
      heading: 'U kunt hier nu niet veilig melden',
      stillThere: 'Wat u hebt ingevuld, staat er nog.',
      reasons: {
        'no-encryption':
          'Deze browser kan uw melding niet op slot doen. Daarom versturen we hem niet. Probeer het op een nieuwere telefoon of een andere computer.',
        'key-wrong':
          'De sleutel van een medewerker klopt niet. Iemand kan hem hebben veranderd. Daarom versturen we niets, want uw melding moet bij de goede persoon komen.',
        'poster-differs':
          'De poster die u scande, hoort niet bij de sleutel van deze school. De poster of deze site kan vervalst zijn. Daarom versturen we niets. Vertel dit ook aan de school.',
      },
      instead: 'Zo kunt u het wel vertellen',
      people: 'Bel de mentor van uw kind, of iemand anders op school die u vertrouwt.',
      helpers: 'Wie u op de locatie kunt bellen',
      children: 'Uw kind kan praten met de Kindertelefoon, gratis en zonder naam.',
      back: 'Terug naar mijn antwoorden',
    },
  },
  check: {
    title: 'Controleer uw antwoorden',
    heading: 'Controleer uw antwoorden',
    lead: 'Klopt alles? U kunt nog iets veranderen.',
    labels: { trusted: 'Wie u vertrouwt', story: 'In uw eigen woorden', named: 'Uw naam' },
    noFiles: 'U stuurt niets mee',
    noStory: 'U weet nog niet hoe u het moet opschrijven',
    noName: 'Zonder uw naam',
    readersTitle: 'Deze mensen kunnen uw melding lezen',
    serious: 'Bent u bang dat iemand gewond raakt? Wacht dan niet op ons antwoord.',
    troubleTitle: 'Uw melding is nog niet verstuurd',
    sending: 'We doen uw melding op slot en versturen hem.',
    sendingFiles: 'We versturen eerst uw bestanden. Blijf op deze pagina.',
    waitingWork: 'Uw toestel maakt een som af. Daarmee houden we nepmeldingen tegen.',
    stopped: 'Het versturen is gestopt. Uw melding is niet verstuurd.',
    filesTitle: 'Uw bestanden',
  },
  code: {
    title: 'Uw code',
    heading: 'Uw melding is verstuurd',
    answerBy: 'U krijgt uiterlijk op {date} antwoord.',
    closed: 'Het is nu {holiday}. Tot en met {until} leest niemand op school uw melding.',
    closedAnswer: 'U krijgt uiterlijk op {date} antwoord.',
    closedCall: 'Wil uw kind nu met iemand praten? De Kindertelefoon luistert.',
    earlier:
      'Uw melding was al aangekomen, maar zonder wat u daarna hebt veranderd. Met uw code kunt u er nog iets bij schrijven.',
    needed: 'Zonder code kunt u het antwoord niet lezen. U hebt hem dus nodig.',
    next: {
      heading: 'Goed dat u het hebt verteld',
      reading: 'Uw melding wordt gelezen',
      answer: 'U krijgt antwoord',
      reply: 'U leest het antwoord met uw code',
      replyText: 'Ga naar ‘Mijn melding’ en typ uw code. U kunt dan ook terugschrijven.',
      without: 'U wilt geen antwoord lezen. De school kan wel met uw melding aan de slag.',
      traces: 'Wilt u niet dat iemand ziet dat u hier was? Lees dan hoe u uw geschiedenis wist.',
      urgent: 'Er gaat iets rond, daarom staat uw melding bovenaan.',
    },
  },
  attachments: {
    hint: 'Bijvoorbeeld een schermafbeelding. U kunt {most} bestanden kiezen, van elk hoogstens {megabytes} MB.',
    nudityTitle: 'Stuur nooit naaktfoto’s of naaktfilmpjes mee',
    nudity:
      'Doe dat ook niet als bewijs, want het bewaren en doorsturen ervan kan strafbaar zijn. Helpwanted helpt om zulke beelden weg te krijgen. Dat is gratis en u hoeft uw naam niet te zeggen.',
    full: 'U hebt {most} bestanden gekozen. Meer kan niet.',
    listed: 'Bij u heet het {original} ({size}).',
    failed: 'Het versturen is gestopt. Kijk of u internet hebt en ga dan verder.',
    undecodable:
      'We kunnen deze foto hier niet openen. Daarom kunnen we de verborgen gegevens er niet uit halen. U kunt ook een schermafbeelding van de foto maken en die kiezen.',
    refusals: { 'too-many': '“{original}” past er niet meer bij. U kunt {most} bestanden meesturen.' },
    stillBusy: 'Uw bestanden zijn nog niet klaar. Wacht even, of haal ze weg.',
    needsChoice: 'Kies wat u met “{name}” wilt doen.',
  },
  codeCard: {
    title: 'Dit is uw code',
    purpose: 'Met deze code leest u het antwoord. Alleen wie de code heeft, kan erbij.',
    copied: 'De code is gekopieerd. Plak hem op een plek die alleen u ziet.',
    paper: 'U kunt de code ook op papier schrijven.',
    keepSafe: 'Bewaar de code goed, want wij kunnen hem niet opnieuw geven.',
    qrHint: 'Met een andere telefoon kunt u de code hier scannen. In de QR staat alleen de code.',
    qrLabel: 'QR met uw code',
    card: {
      title: 'Zo leest u het antwoord',
      read: 'Lees het antwoord. U kunt ook terugschrijven.',
    },
  },
} as const
