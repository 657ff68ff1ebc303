/** The first page, for pupils. The part for parents is in home-parents.ts. */
export default {
  title: 'Beginpagina',
  heading: 'Je hoeft het niet alleen op te lossen',
  tell: 'Vertel wat er gebeurt',
  tellHint: 'Over jezelf of over een ander. Je naam hoeft er niet bij.',
  choose: 'Of kies iets anders',
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
      text: 'De afspraak op school is: binnen {days} schooldagen. Je kunt terugschrijven, ook als je geen naam geeft.',
    },
  ],
  privacy: 'Wat weet de school van mij?',
  safe: 'Zo gebruik je deze site veilig',
  notSure: 'Weet je niet zeker of het pesten is?',
  notSureText:
    'Vertel het toch. Plagen en ruzie komen overal voor, maar als iemand er last van heeft, mag je het altijd vertellen. Je hoeft niets te bewijzen.',
  silence: 'Vind je het moeilijk om te vertellen?',
  reasons: [
    {
      heading: '‘Ik schaam me ervoor’',
      text: 'Het ligt niet aan jou, want iedereen kan gepest worden. Je mag beginnen zonder je naam te zeggen.',
    },
    {
      heading: '‘Straks wordt het nog erger’',
      text: 'Daar zijn meer leerlingen bang voor. Daarom kies jij wie het leest. Schrijf erbij waar je bang voor bent, dan kan diegene daar rekening mee houden.',
    },
    {
      heading: '‘Er is toch niets aan te doen’',
      text: 'Zo voelt het als je er alleen mee zit. Maar de school heeft een plan tegen pesten. Daarin doen ook de klas, de ouders en de leerling die pest mee.',
    },
    {
      heading: '‘Dan ben ik een klikker’',
      text: 'Klikken doe je om een ander straf te geven. Jij vertelt het omdat iemand hulp nodig heeft. Dat is iets anders, en het mag altijd.',
    },
  ],
  staff: 'Werk je op school?',
} as const
