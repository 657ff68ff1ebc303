import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { guessesAfter, proofOfWork } from '../domain/proof-of-work.ts'
import { keyedHash } from '../stores/hashes.ts'

/** What a challenge was made for. It is inside the signature, so that an answer counts for that site and time only. */
export type ChallengeFor = Readonly<{ site: string; doublings: number; until: number }>

export type Solution = Readonly<{
  challenge: Parameters<typeof verifySolution>[0]['challenge']
  solution: { counter: number; derivedKey: string }
}>

const secrets = (secret: string) => ({
  hmacSignatureSecret: keyedHash(secret, 'challenge', ''),
  hmacKeySignatureSecret: keyedHash(secret, 'challenge key', ''),
})

/** A challenge whose solution lies anywhere from 1 to twice the average, so that no part of the search can be skipped. */
export function makeChallenge(secret: string, random: (bytes: number) => Uint8Array, made: ChallengeFor) {
  const most = 2 * guessesAfter(made.doublings)
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: proofOfWork.passes,
    counter: 1 + (Buffer.from(random(6)).readUIntBE(0, 6) % most),
    deriveKey,
    data: { ...made },
    ...secrets(secret),
  })
}

/** What the solved challenge was made for, or null when it is not one of ours or not solved. The time is not judged here. */
export async function readSolution(secret: string, { challenge, solution }: Solution): Promise<ChallengeFor | null> {
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets(secret) })
  const { site, doublings, until } = challenge.parameters.data ?? {}
  if (!verified || typeof site !== 'string' || typeof doublings !== 'number' || typeof until !== 'number') return null
  return { site, doublings, until }
}
