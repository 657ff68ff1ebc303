import type { ClientRefusal } from '../../client.ts'
import type team from '../../text/nl/team.ts'
import type { Words } from '../../text/words.ts'
import { troubleOf } from '../team/team-api.ts'

/** The sentence for a refusal: the page's own where it has one, else that of all pages for staff. */
export const refusedInWords = (
  refusal: ClientRefusal,
  { team: words }: Readonly<{ team: Words<typeof team> }>,
  own: Readonly<Partial<Record<ClientRefusal, string>>> = {},
): string => own[refusal] ?? words.trouble[troubleOf(refusal)]
