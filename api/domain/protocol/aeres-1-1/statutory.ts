import type { StatutoryLimit } from '../definition.ts'

/**
 * What the law adds to a measure. Written down from memory: nobody laid these beside the law when this version was
 * made, and `isChecked` says so on the screen. The school checks them before it decides.
 */
const source =
  'Wet voortgezet onderwijs 2020 en Uitvoeringsbesluit WVO 2020, over schorsen en verwijderen (wetten.overheid.nl)'

export const statutory: readonly StatutoryLimit[] = [
  {
    ...{ key: 'reflection', title: 'Een dag niet in de les', source, isChecked: false, checkedOn: null },
    text: 'Een leerling een dag thuislaten kan voor de wet een schorsing zijn. Geef de leerling dan een plek op school, of volg de regels voor schorsen.',
  },
  {
    ...{ key: 'suspension', title: 'Schorsen', source, isChecked: false, checkedOn: null },
    text: 'Een schorsing duurt hoogstens een week. Het besluit gaat met reden op papier naar de leerling en de ouders. Duurt het langer dan een dag, dan hoort de Inspectie het ook, met reden. Tegen het besluit is bezwaar mogelijk.',
  },
  {
    ...{ key: 'removal', title: 'Verwijderen', source, isChecked: false, checkedOn: null },
    text: 'De leerling en de ouders worden eerst gehoord. De school overlegt met de Inspectie. Een leerling die nog naar school moet, gaat pas weg als een andere school de leerling toelaat. Tegen het besluit is zes weken bezwaar mogelijk.',
  },
]
