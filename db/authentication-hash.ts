import { hash, verify } from '@node-rs/argon2'

/** What the browser sends is stretched already; this is so that a copied database holds no secret that signs in. */
const argon2id = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const

export const hashAuthentication = (secret: string): Promise<string> => hash(secret, argon2id)

export const verifyAuthentication = (stored: string, secret: string): Promise<boolean> => verify(stored, secret)
