import { functionNames } from '../../api/domain/function-names.ts'
import { hasEscrow, type ReceivingFunction } from '../../api/domain/roles.ts'
import { certify } from '../../web/crypto/certificate.ts'
import { sealToEscrow } from '../../web/crypto/escrow.ts'
import { sealFunctionKey } from '../../web/crypto/function-key.ts'
import { newIdentity } from '../../web/crypto/identity.ts'
import type { SigningKeyPair } from '../../web/crypto/signing.ts'
import type { Member } from './make-keys.ts'
import type { Maker } from './make-staff.ts'

/** A function of a site with its key, and that key sealed to each member (by holder id). */
export type MadeFunction = Readonly<{
  role: ReceivingFunction
  name: string
  identity: string
  recipient: string
  certificate: string
  keyByMember: ReadonlyMap<string, Uint8Array>
  /** For the sheet in the safe; null where only members can open it. */
  escrow: Uint8Array | null
}>

export async function makeFunctions(
  maker: Maker,
  { site, siteKey, escrow }: Readonly<{ site: string; siteKey: SigningKeyPair; escrow: string }>,
  roles: readonly ReceivingFunction[],
  people: readonly Member[],
): Promise<readonly MadeFunction[]> {
  return Promise.all(
    roles.map(async (role) => {
      const members = people.filter((person) => person.roles.includes(role))
      const { identity, recipient } = await newIdentity()
      const sealed = members.map(async ({ holder, keys }) => {
        const key = await sealFunctionKey({ identity, site, role, member: holder }, keys.identity.recipient)
        return [holder, key] as const
      })
      const certificate = certify(
        {
          ...common(maker, site),
          ...{ holder: role, kind: 'function', name: functionNames[role], roles: [role], recipient, signingKey: null },
          members: members.map(({ holder }) => holder),
          // The first of a function has nobody before it to confirm it.
          ...(!hasEscrow(role) && { confirmedBy: null }),
        },
        siteKey.secret,
      )
      return {
        role,
        name: functionNames[role],
        identity,
        recipient,
        certificate,
        escrow: hasEscrow(role) ? await sealToEscrow({ identity, site, role }, escrow) : null,
        keyByMember: new Map(await Promise.all(sealed)),
      }
    }),
  )
}

/** What the site key says of a member of staff. */
export const certifyMember = (
  maker: Maker,
  siteKey: SigningKeyPair,
  { site, holder, name, roles, keys }: Member,
): string =>
  certify(
    {
      ...common(maker, site),
      ...{ holder, kind: 'staff', name, roles, members: [] },
      ...{ recipient: keys.identity.recipient, signingKey: keys.signing.publicKey },
    },
    siteKey.secret,
  )

const common = ({ instance, today }: Maker, site: string) =>
  ({ v: 1, instance: instance.salt, site, issuedOn: today }) as const
