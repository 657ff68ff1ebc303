/** What stands on every page. */
export default {
  skipToContent: 'Ga naar de inhoud',
  exit: 'Verlaat deze site',
  /** Shown and read aloud while Shift is pressed three times. */
  exitOnceMore: 'Druk nog 1 keer op Shift om weg te gaan.',
  exitTwiceMore: 'Druk nog 2 keer op Shift om weg te gaan.',
  /** All that is left on the screen, and in the title, while the neutral page loads. */
  exitLoading: 'Laden',
  home: 'naar de beginpagina',
  footer: 'Over deze site',
  links: {
    safe: 'Veilig gebruiken',
    privacy: 'Wat weet de school van mij?',
    accessibility: 'Toegankelijkheid',
    team: 'Voor medewerkers',
  },
  newTab: '(nieuw tabblad)',
} as const
