/** Mijn melding: who reads along, and changing that. */
export default {
  readers: {
    title: 'Wie leest mee?',
    hint: 'Alleen deze mensen kunnen lezen wat jij schrijft.',
    functions: {
      contactPerson: 'Aanspreekpunt',
      bullyingCoordinator: 'Anti-pestcoördinator',
      confidentialAdviser: 'Vertrouwenspersoon',
      supportCoordinator: 'Ondersteuningscoördinator',
    },
    functionMembers: 'Dat is nu {names}.',
    functionMembersMore: 'Dat zijn nu {names}.',
    unconfirmed:
      'Let op bij: {function}. Wie dit nu doet, is niet bevestigd door wie het eerst deed. Vraag iemand op school die je vertrouwt of dit klopt. Of laat deze functie niet meer meelezen, onder “Wie leest mee?”.',
    notAble: 'Daar leest nu niemand mee.',
    change: 'Verander wie meeleest',
    changeHint: 'Wil je dat iemand niet meer meeleest? Kies hier wie.',
    remove: 'Laat {name} niet meer meelezen',
  },
  remove: {
    title: 'Wil je dat {name} niet meer meeleest?',
    past: 'Wat je tot nu toe schreef, heeft {name} misschien al gelezen. Wat je hierna schrijft, kan {name} niet lezen.',
    told: 'In het gesprek komt te staan dat jij dit hebt veranderd. Wie nog meeleest, ziet dat.',
    staying: 'Daarna leest nog mee: {names}.',
    nobodyLeft: 'Daarna leest niemand meer mee. Kies daarom wie je verhaal voortaan leest.',
    confirm: 'Ja, verander het',
    cancel: 'Nee, laat het zo',
    done: '{name} leest vanaf nu niet meer mee.',
  },
  choose: {
    legend: 'Wie leest je verhaal voortaan?',
    hint: 'Wie je kiest, kan ook lezen wat je al schreef.',
    loading: 'We zoeken wie er kan meelezen.',
    none: 'Op deze locatie is er nu niemand anders. Ga naar iemand op school die je vertrouwt.',
    errors: { missing: 'Kies wie je verhaal voortaan leest.' },
    again: 'Zoek opnieuw',
  },
  changing: {
    busy: 'We maken een nieuwe sleutel. Dat duurt een paar tellen.',
    old: 'Er is intussen iets veranderd in wie meeleest. Kijk hierboven en kies opnieuw.',
    offline: 'Het lukt nu niet. Misschien is er nog niets veranderd. Kijk of je internet hebt en probeer het opnieuw.',
    busyServer: 'Het is nu te druk. Er is niets veranderd. Probeer het over een paar minuten nog eens.',
    full: 'Dit kan nu niet worden bewaard. Er is niets veranderd. Probeer het later nog eens.',
    refused: 'Dit kan nu niet. Er is niets veranderd. Ga naar iemand op school die je vertrouwt.',
    untrusted:
      'We kunnen niet zeker weten wie er dan meeleest. Daarom is er niets veranderd. Ga naar iemand op school die je vertrouwt.',
  },
  readdress: {
    title: 'Er leest nu niemand van school mee',
    why: 'Daarom krijg je hier nu geen antwoord. Dat komt bijvoorbeeld doordat iemand niet meer op school werkt.',
    confirm: 'Laat dit lezen',
    done: 'Gelukt. Vanaf nu leest mee: {names}.',
    first: 'Nu leest niemand dit. Kies daarom eerst hierboven wie je verhaal leest.',
  },
} as const
