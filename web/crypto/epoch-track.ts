import type { Entry } from './entry.ts'
import { recipientOf } from './identity.ts'

export type EpochTrack = {
  /** Whether this verified message was written under the report key that was in force at its place. */
  admit(entry: Entry): Promise<boolean>
  /** The epoch in force after all that was admitted. */
  current(): number
}

/**
 * Follows the report key through a conversation. Epoch 1 comes with the report; each next one counts only when it was
 * announced under the one before, by somebody who could write there, and when the granted key is the announced one.
 * Else a single reader could lead the reporter into a conversation that the other readers know nothing of.
 */
export function trackEpochs(grantIdentities: ReadonlyMap<number, string>): EpochTrack {
  let epoch = 1
  let isGranted = true
  return {
    current: () => epoch,
    async admit({ purpose, header, body }) {
      if (header.epoch !== epoch || !isGranted) return false
      if (purpose !== 'epoch') return true
      if (body.next !== epoch + 1) return false
      const identity = grantIdentities.get(body.next)
      epoch = body.next
      isGranted = identity !== undefined && (await recipientOf(identity)) === body.recipient
      return true
    },
  }
}
