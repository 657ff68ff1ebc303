import type { Letter } from '../letter.ts'

const facts = 'Datum: {gesprek}\nAanwezig: {aanwezig}\nGeschreven door: {schrijver}, {functie}'
const said = ['Wat is besproken\n{besproken}', 'Wat is afgesproken\n{afspraken}', 'Wij kijken terug op {terugkijken}.']
const signed = 'Gelezen door: [naam en handtekening]'

/** Gespreksverslagen. */
export const talkRecords: readonly Letter[] = [
  {
    ...{ key: 'l-record-student', section: 'A1', title: 'Verslag van een gesprek met een leerling', kind: 'record' },
    asks: 'Na een gesprek met één leerling. Schrijf het ook op als stap in het dossier.',
    text: ['Verslag van een gesprek met {leerling}, klas {klas}', facts, ...said, signed],
  },
  {
    ...{ key: 'l-record-parents', section: '2.5', title: 'Verslag van een gesprek met ouders', kind: 'record' },
    asks: 'Na een gesprek met de ouders van één leerling. Het komt in de gegevens van die leerling.',
    text: [
      'Verslag van een gesprek met {ouders}, over {leerling}, klas {klas}',
      facts,
      ...said,
      'Zijn school en ouders het eens? [ja of nee, en waarover niet]',
      signed,
    ],
  },
]
