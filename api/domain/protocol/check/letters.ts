import { faultsOf } from '../../letters/template.ts'
import type { Protocol } from '../definition.ts'
import { standardText } from '../letter.ts'
import { keys } from './keys.ts'

/** Letters that a school could not make or change as they are. */
export function letterProblems({ letters, statutory }: Protocol): readonly string[] {
  const laws = keys(statutory)
  return letters.flatMap((letter) => {
    const { isEmpty, over, unknown, hasLooseBrace } = faultsOf(standardText(letter))
    return [
      ...(letter.title === '' || letter.asks === '' ? ['has no title, or does not say when it is for'] : []),
      ...(isEmpty ? ['has no text'] : []),
      ...(over > 0 ? [`is ${over} characters too long`] : []),
      ...(hasLooseBrace ? ['has a brace without its other half'] : []),
      ...unknown.map((name) => `has ${name} in its text, which nothing fills in`),
      ...(letter.law ?? []).filter((one) => !laws.includes(one)).map((one) => `names law ${one}, which is not there`),
    ].map((problem) => `letter ${letter.key} ${problem}`)
  })
}
