import type { Part } from '../dossier/entry.ts'
import type { Named } from './rule.ts'

/**
 * Brief of verslag: the text that staff start from when they make one from a dossier. A site may put its own text in the
 * place of `text`; it is filled in by the browser of whoever makes it.
 */
export type Letter = Named &
  Readonly<{
    /** When somebody needs it, in words of our own. */
    asks: string
    /** Whether it goes to somebody, or tells what was said. */
    kind: 'letter' | 'record'
    /** The part of the student it is about; left out for any student. */
    about?: Part
    /** Keys of `statutory`: what the law adds. */
    law?: readonly string[]
    /**
     * One paragraph each. `{leerling}` and the like are filled in from the dossier (letters/template.ts); what stands
     * between square brackets is for the writer to fill in.
     */
    text: readonly string[]
  }>

export const standardText = ({ text }: Pick<Letter, 'text'>): string => text.join('\n\n')
