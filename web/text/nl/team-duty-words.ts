import type { DutyWords } from '../../flow/duty-signs.ts'

/**
 * Words that open a card for the reader of a report; they are never shown. Without capitals and accents, as they begin.
 * They are few on purpose: who sees a warning at every report stops reading warnings.
 */
const schoolStaff = [
  ...['leraar', 'leraren', 'lerares', 'gymleraar', 'docent', 'meester', 'juf', 'meneer', 'mevrouw', 'mentor', 'coach'],
  ...['concierge', 'teamleider', 'directeur', 'stagebegeleider', 'begeleider', 'invaller', 'onderwijsassistent'],
]

const words: DutyWords = {
  danger: [
    [
      [
        ...['zelfmoord', 'zelfdoding', 'suicid', 'automutil', 'zelfverwonding'],
        ...['wil dood', 'wilde dood', 'dood wil', 'was dood', 'dood was', 'liever dood', 'dood zijn', 'dood gaan'],
        ...['dood maken', 'doodmaken', 'vermoord', 'niet meer leven', 'niet meer te leven', 'er niet meer zijn'],
        ...['mezelf iets aan', 'zichzelf iets aan', 'mezelf pijn', 'zichzelf pijn', 'snij mezelf', 'mezelf snij'],
        ...[
          'snijdt zich',
          'met een mes',
          'had een mes',
          'heeft een mes',
          'wapen',
          'pistool',
          'neersteken',
          'neergestoken',
        ],
      ],
    ],
  ],
  home: [
    [
      [
        'thuis',
        'vader',
        'moeder',
        'stiefvader',
        'stiefmoeder',
        'pleegvader',
        'pleegmoeder',
        'mijn ouders',
        'oom',
        'opa',
      ],
      [
        ...['slaat', 'slaan', 'geslagen', 'sloeg', 'schopt', 'geschopt', 'mishandel', 'misbruik', 'opgesloten'],
        ...['geen eten', 'niet te eten', 'aanraakt', 'aangeraakt', 'betast'],
      ],
    ],
    [['niet naar huis', 'bang om naar huis', 'bang thuis', 'thuis niet veilig', 'niet veilig thuis']],
  ],
  offence: [
    [
      schoolStaff,
      [
        ...[
          'seks',
          'aanraak',
          'aanraken',
          'aangeraakt',
          'raakt me',
          'raakt mij',
          'zit aan mij',
          'zit aan me',
          'betast',
        ],
        ...['zoen', 'gezoend', 'naakt', 'bloot', 'borst', 'billen', 'verkracht', 'aangerand', 'foto van zichzelf'],
      ],
    ],
  ],
  staff: [
    [
      schoolStaff,
      [
        ...['pest mij', 'pest me', 'pest ons', 'gepest door de', 'gepest door een', 'gepest door mijn', 'vernedert'],
        ...['kleineert', 'discrimineert', 'zet me voor', 'zet mij voor', 'scheldt me', 'scheldt mij', 'noemt me'],
        ...['noemt mij', 'lacht me uit', 'lacht mij uit', 'maakt me belachelijk', 'maakt mij belachelijk'],
      ],
    ],
  ],
}

export default words
