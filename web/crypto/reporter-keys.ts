import { derive } from './derive.ts'
import { hybridIdentityFromSeed, recipientOf } from './identity.ts'
import { type SigningKeyPair, signingKeyFromSeed } from './signing.ts'

/** Everything an access code opens. The last three never leave the browser. */
export type ReporterKeys = Readonly<{
  /** 16 bytes that find the report; the server stores their hash. */
  lookup: Uint8Array
  /** 32 bytes that show the server that the code is known; it stores their hash. */
  proof: Uint8Array
  identity: string
  recipient: string
  signing: SigningKeyPair
}>

/** @param stretched - what `stretchCode` gave. */
export async function deriveReporterKeys(stretched: Uint8Array): Promise<ReporterKeys> {
  const identity = hybridIdentityFromSeed(derive(stretched, 'vijfspoor reporter identity v1', 32))
  return {
    lookup: derive(stretched, 'vijfspoor reporter lookup v1', 16),
    proof: derive(stretched, 'vijfspoor reporter proof v1', 32),
    identity,
    recipient: await recipientOf(identity),
    signing: signingKeyFromSeed(derive(stretched, 'vijfspoor reporter signing v1', 32)),
  }
}
