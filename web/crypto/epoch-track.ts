import { recipientOf } from './identity.ts'
import type { EpochBody } from './message.ts'

/** The report key in force. The recipient is null for whoever was not given the key that was announced. */
export type EpochInForce = Readonly<{ epoch: number; recipient: string | null }>

export type EpochTrack = {
  /**
   * Whether this verified message was written under the report key in force at its place.
   * @param next - when it announces the next key.
   */
  admit(epoch: number, next: EpochBody | null): Promise<boolean>
  /** After all that was admitted. */
  inForce(): EpochInForce
  /** Epochs of which the reader was granted another key than was announced. */
  contradicted(): readonly number[]
}

/**
 * Follows the report key through a conversation. Epoch 1 comes with the report; each next one counts only when it was
 * announced under the one before, by somebody who could write there, and when the granted key is the announced one.
 * Else a single reader could lead the reporter into a conversation that the other readers know nothing of.
 */
export async function trackEpochs(grantIdentities: ReadonlyMap<number, string>): Promise<EpochTrack> {
  const grantedRecipient = async (epoch: number) => {
    const identity = grantIdentities.get(epoch)
    return identity === undefined ? null : recipientOf(identity)
  }
  let inForce: EpochInForce = { epoch: 1, recipient: await grantedRecipient(1) }
  const contradicted: number[] = []
  return {
    inForce: () => inForce,
    contradicted: () => contradicted,
    async admit(epoch, announced) {
      if (epoch !== inForce.epoch || inForce.recipient === null) return false
      if (announced === null) return true
      const { next, recipient } = announced
      if (next !== inForce.epoch + 1) return false
      const granted = await grantedRecipient(next)
      const isAnnounced = granted === recipient
      if (granted !== null && !isAnnounced) contradicted.push(next)
      inForce = { epoch: next, recipient: isAnnounced ? granted : null }
      return true
    },
  }
}
