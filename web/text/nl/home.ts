/** The first page, for pupils. The part for parents is in home-parents.ts. */
export default {
  title: 'Beginpagina',
  heading: 'Vertel het ons',
  tell: 'Vertel wat er gebeurt',
  tellHint: 'Over jezelf of over een ander. Je naam hoeft er niet bij.',
  return: 'Ik heb een code',
  returnHint: 'Lees je antwoord en schrijf terug.',
  whoHelps: 'Wie kan mij helpen?',
  whoHelpsHint: 'De mensen op jouw school, en hulp daarbuiten.',
  whatHappens: 'Wat gebeurt er met je melding?',
  steps: [
    {
      heading: 'Je beantwoordt een paar vragen',
      text: 'Dat duurt 2 tot 5 minuten. Weet je iets niet, dan kies je ‘Weet ik niet’.',
    },
    {
      heading: 'Jij kiest wie het leest',
      text: 'Bijvoorbeeld de vertrouwenspersoon of je mentor. Alleen wie jij kiest, kan je melding openen.',
    },
    {
      heading: 'Je krijgt een code',
      text: 'Bewaar die goed, want daarmee lees je het antwoord. Je hebt geen account of e-mail nodig.',
    },
    {
      heading: 'Je krijgt antwoord',
      text: 'De afspraak op school is: binnen {days} schooldagen. Jullie kunnen heen en weer schrijven, ook als je geen naam geeft.',
    },
  ],
  notSure: 'Weet je niet zeker of het pesten is?',
  notSureText:
    'Vertel het toch. Plagen en ruzie horen er soms bij, maar als jij er last van hebt, mag je het altijd vertellen. Je hoeft niets te bewijzen.',
  silence: 'Vind je het moeilijk om te vertellen?',
  reasons: [
    {
      heading: '‘Ik schaam me ervoor’',
      text: 'Het ligt niet aan jou. Iedereen kan gepest worden, en heel veel leerlingen maken het mee. Je mag zonder naam beginnen.',
    },
    {
      heading: '‘Straks wordt het nog erger’',
      text: 'Veel leerlingen zijn daar bang voor. Daarom kies jij wie het leest. Schrijf erbij waar je bang voor bent, want dan kan diegene daar rekening mee houden.',
    },
    {
      heading: '‘Er is toch niets aan te doen’',
      text: 'Zo kan het voelen als je er alleen voor staat. Maar de school heeft een plan tegen pesten. Ook de klas, de ouders en de leerling die pest horen daarbij.',
    },
    {
      heading: '‘Dan ben ik een klikker’',
      text: 'Klikken doe je om een ander straf te geven. Jij vertelt het omdat iemand hulp nodig heeft. Dat is iets anders, en het mag altijd.',
    },
  ],
  ready: 'Klaar om te beginnen?',
  staff: 'Werk je op school?',
} as const
