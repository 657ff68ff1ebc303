import { Hono } from 'hono'
import { z } from 'zod'
import { readCertificate } from '../../web/crypto/certificate.ts'
import { readEscrow } from '../../web/crypto/escrow.ts'
import { readPin } from '../../web/crypto/pin.ts'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import { isSigningKey } from '../../web/crypto/signing.ts'
import type { Deps } from '../deps.ts'
import { receivingFunctions } from '../domain/roles.ts'
import { factsOf } from '../domain/roster.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { ownHolder } from '../http/own-holder.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { listSharesOf } from '../stores/function-keys.ts'
import { listFormerCertificates, replaceCertificate } from '../stores/holders.ts'
import { findSiteKey, listSiteKeyShares, putSiteKeyShare, setSiteKey, storePin } from '../stores/site-keys.ts'
import { loadRoster } from '../stores/site-roster.ts'
import { transact } from '../stores/transact.ts'
import { certificateText, holderId, sealed, siteParam } from './inputs.ts'
import { siteKeysView } from './key-views.ts'
import { signedRight } from './signed-right.ts'

const refusals = [
  'input-malformed',
  'not-signed-in',
  'not-allowed',
  'site-unknown',
] as const satisfies readonly Refusal[]

const siteKey = z.string().refine(isSigningKey)
const statement = z.string().min(1).max(10_000)
const newSiteKey = z.strictObject({ siteKey, escrow: statement, share: sealed, certificate: certificateText })
const newShare = z.strictObject({ holder: holderId, sealed })

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** The key of a site: made once, kept by directors, and trusted by each member of staff who compared it. */
export const siteKeyRoutes = ({ db, clock, instance }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/keys',
      describe('Who holds which key', { answers: { 200: siteKeysView }, refusals }),
      validate('param', siteParam),
      mayAtSite('keep-keys'),
      async (c) => {
        const { site } = c.req.valid('param')
        const own = ownHolder(c, site)
        const [state, shares, roster, mine, ...former] = await Promise.all([
          findSiteKey(db, site),
          listSiteKeyShares(db, site),
          loadRoster(db, site, clock.today()),
          listSharesOf(db, site, own, clock.today()),
          ...receivingFunctions.map((role) => listFormerCertificates(db, site, role)),
        ])
        if (!state) return refuseWith(c, 'site-unknown')
        const ownShare = shares.find(({ holder }) => holder === own)
        const functions = receivingFunctions.map((role, index) => {
          const generations = roster.generations
            .filter((key) => key.role === role)
            .map(({ role: _, keyHolders, ...key }) => {
              const share = mine.find((held) => held.role === role && held.generation === key.generation)
              return { ...key, keyHolders: [...keyHolders], own: share ? base64Url(share.sealed) : null }
            })
          const certificate = generations.find((key) => key.certificate !== null)?.certificate ?? null
          return { role, certificate, former: [...(former[index] ?? [])], generations }
        })
        const view = {
          ...state,
          siteKeyHolders: shares.map(({ holder }) => holder),
          ownSiteKey: ownShare ? base64Url(ownShare.sealed) : null,
          people: roster.people.map(({ account: _, email: __, roles, ...person }) => ({
            ...person,
            roles: [...roles],
          })),
          functions,
        }
        return c.json(view, 200)
      },
    )
    .post(
      '/team/sites/:site/site-key',
      describe('Make the key of a site that has none', {
        answers: { 204: null },
        refusals: [...refusals, 'not-sealed', 'site-key-there', 'certificate-wrong'],
      }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('make-site-key'),
      validate('json', newSiteKey),
      async (c) => {
        const { site } = c.req.valid('param')
        const made = c.req.valid('json')
        const own = ownHolder(c, site)
        if (readEscrow(made.escrow, made.siteKey, { instance: instance.salt, site }) === null) {
          return refuseWith(c, 'certificate-wrong')
        }
        if (!looksSealed(made.share)) return refuseWith(c, 'not-sealed')
        const expected = { site, holder: own, instance: instance.salt }
        const refusal = await transact(db, async (tx): Promise<Refusal | null> => {
          const facts = factsOf(await loadRoster(tx, site, clock.today()), own)
          const said = readCertificate(made.certificate, made.siteKey, expected)
          if (!facts || !said || !signedRight(facts, said, clock.today())) return 'certificate-wrong'
          if (!(await setSiteKey(tx, site, made))) return 'site-key-there'
          await putSiteKeyShare(tx, site, own, made.share)
          await replaceCertificate(tx, site, own, made.certificate)
          const event = {
            site,
            account: c.var.account,
            action: 'site-key-made',
            subject: 'site',
            subjectId: site,
          } as const
          await writeAudit(tx, event, clock.now())
          return null
        })
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .post(
      '/team/sites/:site/site-key/shares',
      describe('Seal the key of the site to a director', {
        answers: { 204: null },
        refusals: [...refusals, 'not-sealed', 'staff-unknown', 'key-not-yours'],
      }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('make-site-key'),
      validate('json', newShare),
      async (c) => {
        const { site } = c.req.valid('param')
        const given = c.req.valid('json')
        if (!looksSealed(given.sealed)) return refuseWith(c, 'not-sealed')
        const own = ownHolder(c, site)
        const refusal = await transact(db, async (tx): Promise<Refusal | null> => {
          const { people } = await loadRoster(tx, site, clock.today())
          const shares = await listSiteKeyShares(tx, site)
          const to = people.find(({ holder }) => holder === given.holder)
          if (!to?.roles.some(({ role }) => role === 'director')) return 'staff-unknown'
          // From the sheet, everybody can only help themselves; and nobody writes over what another has.
          const has = (holder: string) => shares.some((share) => share.holder === holder)
          if (given.holder !== own && (!has(own) || has(given.holder))) return 'key-not-yours'
          await putSiteKeyShare(tx, site, given.holder, given.sealed)
          const event = { site, account: c.var.account, action: 'site-key-shared' } as const
          await writeAudit(tx, { ...event, subject: 'staff', subjectId: given.holder }, clock.now())
          return null
        })
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .put(
      '/team/sites/:site/pin',
      describe('Trust the key of a site from now on', {
        answers: { 204: null },
        refusals: [...refusals, 'certificate-wrong'],
      }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      validate('json', z.strictObject({ pin: statement })),
      async (c) => {
        const { site } = c.req.valid('param')
        const { pin } = c.req.valid('json')
        const own = ownHolder(c, site)
        const { people } = await loadRoster(db, site, clock.today())
        const ownKey = people.find(({ holder }) => holder === own)?.signingKey ?? ''
        if (readPin(pin, ownKey, { site, holder: own }) === null) return refuseWith(c, 'certificate-wrong')
        await storePin(db, site, own, pin)
        return c.body(null, 204)
      },
    )
