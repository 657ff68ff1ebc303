/** The page around the staff area. */
export default {
  title: 'Voor medewerkers',
  heading: 'Voor medewerkers',
  loading: 'Zie je na een paar tellen geen inlogscherm? Dan werkt dit deel niet in deze browser.',
  why: 'Meldingen worden op jouw eigen apparaat geopend. Daarvoor is JavaScript nodig, in een browser die bijgewerkt is.',
  public: 'Naar de site voor leerlingen en ouders',
} as const
