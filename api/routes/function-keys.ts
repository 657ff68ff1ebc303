import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import { isSaid, readConfirmation } from '../../web/crypto/confirmation.ts'
import { isHybridRecipient } from '../../web/crypto/identity.ts'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { type KeyedFunction, mayLetIn, mayMakeKey } from '../domain/function-key.ts'
import { hasEscrow, type ReceivingFunction, receivingFunctions } from '../domain/roles.ts'
import { keyedFunction } from '../domain/roster.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { ownHolder } from '../http/own-holder.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { insertGeneration, insertShares, listEscrow, storeConfirmation } from '../stores/function-keys.ts'
import { findSiteKey } from '../stores/site-keys.ts'
import { loadRoster, type SiteRoster } from '../stores/site-roster.ts'
import { transact } from '../stores/transact.ts'
import { holderId, sealed, siteId } from './inputs.ts'
import { escrowView } from './key-views.ts'

const functionParam = z.object({ site: siteId, role: z.enum(receivingFunctions) })
const generation = z.int().min(1).max(10_000)
const confirmation = z.string().min(1).max(1_000)
const newKey = z.strictObject({
  ...{ generation, recipient: z.string().refine(isHybridRecipient), escrow: sealed.nullable(), confirmation },
  shares: z
    .array(z.strictObject({ holder: holderId, sealed }))
    .min(1)
    .max(50),
})
const shares = z.array(z.strictObject({ generation, sealed })).min(1).max(200)
const letIn = z.strictObject({ holder: holderId, shares, confirmation: confirmation.nullable() })
const restored = z.strictObject({ holder: holderId, shares })

const general = [
  'input-malformed',
  'not-signed-in',
  'not-allowed',
  'site-unknown',
] as const satisfies readonly Refusal[]
const answers = {
  answers: { 204: null },
  refusals: [...general, 'not-sealed', 'not-a-member', 'key-not-yours', 'key-not-needed', 'key-wrong'],
} as const

/** The keys of functions: made, handed on and brought back in browsers; here it is only kept who has which. */
export const functionKeyRoutes = ({ db, clock, instance }: Deps) => {
  type Change = (tx: Database, roster: SiteRoster, keyed: KeyedFunction, own: string) => Promise<Refusal | null>
  const change = async (c: Context<StaffEnv>, site: string, role: ReceivingFunction, what: Change) => {
    const refusal = await transact(db, async (tx) => {
      const roster = await loadRoster(tx, site, clock.today())
      return what(tx, roster, keyedFunction(roster, role), ownHolder(c, site))
    })
    return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
  }
  const did = (
    c: Context<StaffEnv>,
    site: string,
    role: ReceivingFunction,
    action: 'function-key-made' | 'function-key-shared' | 'function-key-restored',
    detail?: string,
  ) => ({ site, account: c.var.account, action, subject: 'function' as const, subjectId: role, detail })

  /** The word of the one who asks, with the key this school knows as theirs, about exactly these members. */
  const isOwnWord = (
    roster: SiteRoster,
    place: Readonly<{ site: string; role: string; recipient: string; members: readonly string[]; own: string }>,
    text: string,
  ) => {
    const word = readConfirmation(text)
    const { site, role: holder, recipient, members, own } = place
    const key = roster.people.find((person) => person.holder === own)?.signingKey
    if (!word || word.holder !== own || word.key !== key) return false
    return isSaid({ instance: instance.salt, site, holder, recipient, members }, word)
  }

  return new Hono<StaffEnv>()
    .post(
      '/team/sites/:site/functions/:role/keys',
      describe('Make the first or the next key of a function', answers),
      limitJson,
      validate('param', functionParam),
      mayAtSite('keep-keys'),
      validate('json', newKey),
      async (c) => {
        const { site, role } = c.req.valid('param')
        const made = c.req.valid('json')
        const files = [...made.shares.map((share) => share.sealed), ...(made.escrow ? [made.escrow] : [])]
        if (!files.every(looksSealed)) return refuseWith(c, 'not-sealed')
        return change(c, site, role, async (tx, roster, keyed, own) => {
          const may = mayMakeKey(keyed, own)
          if (!may.ok) return may.refusal
          const needsEscrow = hasEscrow(role) && (await findSiteKey(tx, site))?.escrow !== null
          const given = made.shares.map(({ holder }) => holder)
          const isRight =
            made.generation === may.value.generation &&
            (made.escrow !== null) === needsEscrow &&
            new Set(given).size === given.length &&
            given.includes(own) &&
            given.every((holder) => holder === own || may.value.others.includes(holder))
          const members = given.filter((holder) => keyed.lasting.includes(holder))
          if (!isRight || !isOwnWord(roster, { site, role, ...made, members, own }, made.confirmation))
            return 'key-wrong'
          await insertGeneration(tx, site, { ...made, role, madeOn: clock.today() })
          await writeAudit(tx, did(c, site, role, 'function-key-made'), clock.now())
          return null
        })
      },
    )
    .post(
      '/team/sites/:site/functions/:role/shares',
      describe('Let an appointed member in', answers),
      limitJson,
      validate('param', functionParam),
      mayAtSite('keep-keys'),
      validate('json', letIn),
      async (c) => {
        const { site, role } = c.req.valid('param')
        const given = c.req.valid('json')
        if (!given.shares.every((share) => looksSealed(share.sealed))) return refuseWith(c, 'not-sealed')
        return change(c, site, role, async (tx, roster, keyed, own) => {
          const may = mayLetIn(keyed, own, given.holder)
          if (!may.ok) return may.refusal
          const newest = roster.generations.find((key) => key.role === role)
          const isWhole = sameNumbers(may.value, given.shares)
          if (!newest || !isWhole) return 'key-wrong'
          // A deputy is not named in the certificate, so there is nothing new for a word to be about.
          if (keyed.lasting.includes(given.holder)) {
            const members = keyed.lasting.filter(
              (holder) => holder === given.holder || newest.keyHolders.includes(holder),
            )
            const { recipient } = newest
            if (!isOwnWord(roster, { site, role, recipient, members, own }, given.confirmation ?? ''))
              return 'key-wrong'
            await storeConfirmation(tx, site, role, newest.generation, given.confirmation)
          } else if (given.confirmation !== null) return 'key-wrong'
          await insertShares(tx, site, role, given.holder, given.shares)
          await writeAudit(tx, did(c, site, role, 'function-key-shared', given.holder), clock.now())
          return null
        })
      },
    )
    .get(
      '/team/sites/:site/functions/:role/escrow',
      describe('The copies that the sheet in the safe opens', { answers: { 200: escrowView }, refusals: general }),
      validate('param', functionParam),
      mayAtSite('use-site-sheet'),
      async (c) => {
        const { site, role } = c.req.valid('param')
        const copies = await listEscrow(db, site, role)
        const view = copies.map((copy) => ({ ...copy, sealed: Buffer.from(copy.sealed).toString('base64url') }))
        return c.json(view, 200)
      },
    )
    .post(
      '/team/sites/:site/functions/:role/restore',
      describe('Give a member the keys that the sheet in the safe opened', answers),
      limitJson,
      validate('param', functionParam),
      mayAtSite('use-site-sheet'),
      validate('json', restored),
      async (c) => {
        const { site, role } = c.req.valid('param')
        const given = c.req.valid('json')
        if (!given.shares.every((share) => looksSealed(share.sealed))) return refuseWith(c, 'not-sealed')
        return change(c, site, role, async (tx, roster, { lasting, generations: [newest] }) => {
          const person = roster.people.find(({ holder }) => holder === given.holder)
          if (!lasting.includes(given.holder) || !person?.recipient) return 'not-a-member'
          const copies = await listEscrow(tx, site, role)
          if (
            copies.length === 0 ||
            !sameNumbers(
              copies.map((copy) => copy.generation),
              given.shares,
            )
          )
            return 'key-wrong'
          if (newest?.keyHolders.includes(given.holder)) return 'key-not-needed'
          await insertShares(tx, site, role, given.holder, given.shares)
          // Nobody of the function said so: who signs sees that, and looks twice.
          if (newest) await storeConfirmation(tx, site, role, newest.generation, null)
          await writeAudit(tx, did(c, site, role, 'function-key-restored', given.holder), clock.now())
          return null
        })
      },
    )
}

function sameNumbers(wanted: readonly number[], given: readonly Readonly<{ generation: number }>[]): boolean {
  const numbers = new Set(given.map((share) => share.generation))
  return numbers.size === given.length && given.length === wanted.length && wanted.every((one) => numbers.has(one))
}
