import { randomUUID } from 'node:crypto'
import { type IdentityPair, newIdentity } from '../../web/crypto/identity.ts'
import { newSigningKey, type SigningKeyPair } from '../../web/crypto/signing.ts'
import { sealStaffBox } from '../../web/crypto/staff-box.ts'
import { deriveStaffSecrets } from '../../web/crypto/staff-secrets.ts'
import { hashAuthentication } from '../authentication-hash.ts'
import type { Maker, Person } from './make-staff.ts'
import { stretchPasswordNatively } from './native-stretch.ts'

/** The keys of one account, the secret halves included: only the demonstration and tests ever have them together. */
export type PersonKeys = Readonly<{
  account: string
  email: string
  name: string
  identity: IdentityPair
  signing: SigningKeyPair
  /** What this person's browser sends in the place of the password. */
  authentication: string
  authenticationHash: string
  box: Uint8Array
}>

/** A person at a site, with the holder id they have there. */
export type Member = Person & Readonly<{ holder: string; keys: PersonKeys }>

/** One set of keys per e-mail address, however many sites somebody works at. */
export async function makeKeys(
  maker: Maker,
  people: readonly Person[],
  siteKeys: ReadonlyMap<string, Readonly<{ signing: SigningKeyPair }>>,
): Promise<{ all: readonly PersonKeys[]; of(email: string): PersonKeys }> {
  const personByEmail = new Map(people.map((person) => [person.email, person]))
  const pinned = (email: string) => {
    const sites = people.filter((person) => person.email === email).map(({ site }) => site)
    return Object.fromEntries(
      sites.flatMap((site) => {
        const made = siteKeys.get(site)
        return made ? [[site, made.signing.publicKey]] : []
      }),
    )
  }
  const all = await Promise.all(
    [...personByEmail.values()].map((person) => makePersonKeys(maker, person, pinned(person.email))),
  )
  const byEmail = new Map(all.map((keys) => [keys.email, keys]))
  const of = (email: string) => {
    const keys = byEmail.get(email)
    if (!keys) throw new Error('a person without keys')
    return keys
  }
  return { all, of }
}

async function makePersonKeys(
  { instance, random }: Maker,
  { email, name, password }: Person,
  siteKeys: Readonly<Record<string, string>>,
): Promise<PersonKeys> {
  const stretched = await stretchPasswordNatively(password, email, Buffer.from(instance.salt, 'base64url'))
  const { authentication, unlockRecipient } = await deriveStaffSecrets(stretched)
  const identity = await newIdentity()
  const signing = newSigningKey(random)
  return {
    ...{ account: randomUUID(), email, name, identity, signing, authentication },
    authenticationHash: await hashAuthentication(authentication),
    box: await sealStaffBox({ identity: identity.identity, signingSeed: signing.secret, siteKeys }, unlockRecipient),
  }
}
