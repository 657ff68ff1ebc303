import type { ClientRefusal } from '../../client.ts'
import { troubleOf } from '../team/team-api.ts'
import type { KeyPageText } from './own-keys-text.ts'

/** A sentence for what went wrong; '' when nothing did. */
export function troubleSentence(refusal: ClientRefusal | null, { trouble }: KeyPageText): string {
  if (refusal === null) return ''
  const kind = troubleOf(refusal)
  return kind in trouble ? trouble[kind as keyof typeof trouble] : trouble.service
}
