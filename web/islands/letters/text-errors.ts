import { faultsOf } from '../../../api/domain/letters/template.ts'
import { fill } from '../../text/fill.ts'
import type { LettersText } from './letters-text.ts'

/** What is wrong with a text, in a sentence for each; nothing when it can be kept. */
export function textErrors(text: string, words: LettersText['letters']['errors']): readonly string[] {
  const { isEmpty, over, unknown, hasLooseBrace } = faultsOf(text)
  return [
    ...(isEmpty ? [words.empty] : []),
    ...(over > 0 ? [fill(words.long, { n: over })] : []),
    ...(unknown.length > 0 ? [fill(words.unknown, { names: unknown.join(', ') })] : []),
    ...(hasLooseBrace ? [words.brace] : []),
  ]
}
