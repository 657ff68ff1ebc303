import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { doublingsAt, isHardEnough, proofOfWork } from '../domain/proof-of-work.ts'
import type { Buckets } from '../http/buckets.ts'
import { makeChallenge, readSolution } from '../http/challenge.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { openDraft, spendSolution } from '../stores/drafts.ts'
import { hashOf } from '../stores/hashes.ts'
import { findSite } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'
import { siteParam } from './inputs.ts'
import { draftView } from './views.ts'

const hex = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^([0-9a-f]{2})+$/)

/** Exactly what altcha-lib signs: another key would change the signed text, and is refused before that. */
const parameters = z.strictObject({
  algorithm: z.literal('PBKDF2/SHA-256'),
  nonce: hex(64),
  salt: hex(64),
  cost: z.literal(proofOfWork.passes),
  keyLength: z.literal(32),
  keyPrefix: hex(64),
  keySignature: hex(64),
  data: z.strictObject({ site: z.string().max(60), doublings: z.int(), until: z.int() }),
})

const challenge = z.object({ parameters, signature: hex(64) })

const solved = z.strictObject({
  solution: z.strictObject({
    challenge,
    solution: z.object({ counter: z.int().min(0).max(0xffffffff), derivedKey: hex(64) }),
  }),
})

/** A place to put a report in, paid for with work that grows with how busy the site is. */
export const draftRoutes = ({ db, clock, random, instance, hasFreeSpace }: Deps, drafts: Buckets) =>
  new Hono()
    .get(
      '/sites/:site/challenge',
      describe('Proof of work to be done before a draft (altcha v2)', {
        answers: { 200: challenge },
        refusals: ['site-unknown'],
      }),
      validate('param', siteParam),
      async (c) => {
        const site = await findSite(db, c.req.valid('param').site)
        if (!site) return refuseWith(c, 'site-unknown')
        const until = Math.floor(clock.now().getTime() / 1000) + proofOfWork.minutesValid * 60
        const doublings = doublingsAt(drafts.level(site.id))
        const made = await makeChallenge(instance.secret, random, { site: site.id, doublings, until })
        return c.json(challenge.parse(made), 200)
      },
    )
    .post(
      '/sites/:site/drafts',
      describe('Open a draft with a solved challenge', {
        answers: { 201: draftView },
        refusals: [
          'input-malformed',
          'site-unknown',
          'site-closed',
          'solution-refused',
          'solution-spent',
          'storage-full',
        ],
      }),
      limitJson,
      needsSpace({ hasFreeSpace }),
      validate('param', siteParam),
      validate('json', solved),
      async (c) => {
        const site = await findSite(db, c.req.valid('param').site)
        if (!site) return refuseWith(c, 'site-unknown')
        if (site.siteKey === null) return refuseWith(c, 'site-closed')
        const { solution } = c.req.valid('json')
        const made = await readSolution(instance.secret, solution)
        const isGood =
          made !== null &&
          made.site === site.id &&
          made.until * 1000 > clock.now().getTime() &&
          isHardEnough(made.doublings, drafts.level(site.id))
        if (!isGood) return refuseWith(c, 'solution-refused')

        const token = random(32)
        const isFirst = await transact(db, async (tx) => {
          const solutionHash = hashOf(Buffer.from(solution.challenge.signature))
          if (!(await spendSolution(tx, solutionHash, clock.today()))) return false
          await openDraft(tx, { tokenHash: hashOf(token), site: site.id, today: clock.today() })
          return true
        })
        if (!isFirst) return refuseWith(c, 'solution-spent')
        drafts.rise(site.id)
        return c.json({ draft: Buffer.from(token).toString('base64url') }, 201)
      },
    )
