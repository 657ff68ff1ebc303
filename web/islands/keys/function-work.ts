import { certifiedMembers, mayLetIn, mayMakeKey } from '../../../api/domain/function-key.ts'
import type { ReceivingFunction } from '../../../api/domain/roles.ts'
import { hasEscrow } from '../../../api/domain/roles.ts'
import { keyedFunction } from '../../../api/domain/roster.ts'
import { fromBase64Url, toBase64Url } from '../../crypto/bytes.ts'
import { confirmFunction, writeConfirmation } from '../../crypto/confirmation.ts'
import { openEscrow, readEscrow, sealToEscrow } from '../../crypto/escrow.ts'
import { openFunctionKey, sealFunctionKey } from '../../crypto/function-key.ts'
import { newIdentity } from '../../crypto/identity.ts'
import { certifiedOf, certifiedPerson, functionView, type Office, rosterOf } from './office.ts'

/** The first key of a function, or the next one after somebody left, sealed to all who held the one before. */
export async function makeFunctionKey(office: Office, role: ReceivingFunction) {
  const keyed = keyedFunction(rosterOf(office.view), role)
  const may = mayMakeKey(keyed, office.holder)
  if (!may.ok) throw new Error(may.refusal)
  const { identity, recipient } = await newIdentity()
  const holders = [office.holder, ...may.value.others]
  const shares = await Promise.all(
    holders.map(async (holder) => ({ holder, sealed: await sealTo(office, role, identity, holder) })),
  )
  const escrow = await escrowOf(office, role, identity)
  const members = holders.filter((holder) => keyed.lasting.includes(holder))
  const confirmation = wordOf(office, role, recipient, members)
  return { generation: may.value.generation, recipient, escrow, confirmation, shares }
}

/** Gives an appointed colleague every key of the function that this member has. */
export async function letIn(office: Office, role: ReceivingFunction, to: string) {
  const keyed = keyedFunction(rosterOf(office.view), role)
  const may = mayLetIn(keyed, office.holder, to)
  if (!may.ok) throw new Error(may.refusal)
  const shares = await Promise.all(
    may.value.map(async (generation) => {
      const identity = await openOwn(office, role, generation)
      return { generation, sealed: await sealTo(office, role, identity, to) }
    }),
  )
  const members = [...certifiedMembers(keyed), to].toSorted()
  const recipient = functionView(office.view, role).generations[0]?.recipient ?? ''
  const confirmation = keyed.lasting.includes(to) ? wordOf(office, role, recipient, members) : null
  return { holder: to, shares, confirmation }
}

/** With the sheet from the safe: every key of the function for a member who was appointed. */
export async function restoreFunction(
  office: Office,
  role: ReceivingFunction,
  to: string,
  {
    copies,
    escrowIdentity,
  }: { copies: readonly Readonly<{ generation: number; sealed: string }>[]; escrowIdentity: string },
) {
  const shares = await Promise.all(
    copies.map(async ({ generation, sealed }) => {
      const recipient = certifiedRecipient(office, role, generation)
      const identity = await openEscrow(fromBase64Url(sealed), escrowIdentity, { site: office.site, role, recipient })
      return { generation, sealed: await sealTo(office, role, identity, to) }
    }),
  )
  return { holder: to, shares }
}

/** @throws unless the trusted site key vouches for this person. */
async function sealTo(office: Office, role: string, identity: string, member: string): Promise<string> {
  const recipient = member === office.holder ? office.recipient : certifiedPerson(office, member).recipient
  return toBase64Url(await sealFunctionKey({ identity, site: office.site, role, member }, recipient))
}

/** @throws unless it is the key that the trusted site key certifies. */
async function openOwn(office: Office, role: string, generation: number): Promise<string> {
  const own = functionView(office.view, role).generations.find((key) => key.generation === generation)?.own ?? ''
  const recipient = certifiedRecipient(office, role, generation)
  const expected = { site: office.site, role, member: office.holder, recipient }
  return openFunctionKey(fromBase64Url(own), office.identity, expected)
}

function certifiedRecipient(office: Office, role: string, generation: number): string {
  const key = functionView(office.view, role).generations.find((one) => one.generation === generation)
  const certified = certifiedOf(office, key?.certificate ?? null, role)
  if (certified?.kind !== 'function') throw new Error('not certified')
  return certified.recipient
}

/** The copy for the safe, where there is one; never of a function that only its members can open. */
async function escrowOf(office: Office, role: ReceivingFunction, identity: string): Promise<string | null> {
  if (!hasEscrow(role) || office.view.escrow === null) return null
  const recipient = readEscrow(office.view.escrow, office.siteKey, office)
  if (recipient === null) throw new Error('not the recovery key of this site')
  return toBase64Url(await sealToEscrow({ identity, site: office.site, role }, recipient))
}

function wordOf(office: Office, role: string, recipient: string, members: readonly string[]): string {
  const { instance, site, holder, signing, today: on } = office
  return writeConfirmation(
    confirmFunction({ instance, site, holder: role, recipient, members }, { holder, signing, on }),
  )
}
