/** What the page for a returning reporter says before the code field is there, and when it never comes. */
export default {
  title: 'Met je code',
  heading: 'Lees je antwoord',
  intro: 'Met je code open je jouw melding en lees je wat de school heeft geantwoord.',
  loading: 'Zie je na een paar tellen geen plek voor je code? Dan werkt deze pagina niet in deze browser.',
  why: 'Je melding wordt op je eigen telefoon of computer geopend. Daarvoor is JavaScript nodig.',
  ways: [
    'Probeer een andere telefoon of computer, want je code werkt overal.',
    'Je kunt ook zelf naar iemand op school gaan, of bellen.',
  ],
  lost: 'Ben je je code kwijt?',
  lostText:
    'Dan kan niemand hem terugzoeken, ook de school niet. De school heeft je melding nog wel. Wil je verder praten, stuur dan een nieuwe melding of ga naar iemand toe.',
} as const
