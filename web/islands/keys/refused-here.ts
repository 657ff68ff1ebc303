import type { ClientRefusal } from '../../client.ts'
import type keys from '../../text/nl/team-keys.ts'
import type { Words } from '../../text/words.ts'

/** Sentences of this page for refusals that only its routes give. */
export function refusedHere({ errors }: Words<typeof keys>): Readonly<Partial<Record<ClientRefusal, string>>> {
  const { changed, owner, own, gone } = errors
  return {
    ...{ 'site-key-there': changed, 'key-not-needed': changed, 'key-wrong': changed, 'certificate-wrong': changed },
    ...{ 'not-a-member': changed, 'key-not-yours': changed },
    ...{ 'owner-needed': owner, 'own-appointment': own, 'staff-unknown': gone },
  }
}
