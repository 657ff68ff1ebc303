import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { holdersOf } from '../domain/access.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { canTake } from '../domain/ownership.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { certificatesFor } from '../stores/certificates.ts'
import { listCards, listRecordKeys, putCards } from '../stores/dossier-records.ts'
import { knownDossierHolders } from '../stores/dossier-workers.ts'
import { lockOwnership } from '../stores/ownership.ts'
import { findSite } from '../stores/sites.ts'
import { changeDossier } from './dossier-change.ts'
import { dossierParam, newCards } from './dossier-inputs.ts'
import { cardsView } from './dossier-views.ts'
import { id, siteParam } from './inputs.ts'

/** Some 4 kB each. */
const pageSize = 100

/** Where a page ends, as it goes out: dossier and record. */
const after = z
  .string()
  .max(80)
  .transform((text, context) => {
    const [dossier, record] = text.split('.')
    const parsed = z.object({ dossier: id, record: id }).safeParse({ dossier, record })
    if (parsed.success) return parsed.data
    context.addIssue('not a cursor')
    return z.NEVER
  })

/** By which an earlier dossier on the same person is found: searched in the browser of whoever can open them, and only there. */
export const dossierCardRoutes = ({ db, clock, hasFreeSpace }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/dossier-cards',
      describe('The cards that I, or functions of mine, can open', {
        answers: { 200: cardsView },
        refusals: ['input-malformed', 'not-signed-in', 'not-allowed', 'site-unknown'],
      }),
      validate('param', siteParam),
      mayAtSite('work-dossiers'),
      validate('query', z.object({ after: after.optional() })),
      async (c) => {
        const { site } = c.req.valid('param')
        const own = c.var.staff.find((place) => place.site === site)
        if (!own) throw new Error('a guard is missing')
        const wanted = { site, holders: holdersOf(own), own: own.holder }
        const found = await listCards(db, wanted, c.req.valid('query').after ?? null, pageSize + 1)
        const { page, next } = pageOf(found)
        const makers = [...new Set(page.map(({ by }) => by))]
        const view = {
          siteKey: (await findSite(db, site))?.siteKey ?? null,
          certificates: [...(await certificatesFor(db, site, makers))],
          cards: page.map(({ by: _, sealed, ...card }) => ({
            ...card,
            sealed: Buffer.from(sealed).toString('base64url'),
          })),
          next,
        }
        return c.json(view, 200)
      },
    )
    .put(
      '/team/dossiers/:site/:dossier/records/:record/cards',
      describe('Put the card of a record right, for those who keep dossiers', {
        answers: { 204: null },
        refusals: [
          ...(['input-malformed', 'not-signed-in', 'dossier-unknown', 'holder-unknown', 'grants-wrong'] as const),
          ...(['reader-out', 'not-sealed', 'too-large', 'storage-full'] as const),
        ],
      }),
      limitJson,
      needsSpace({ hasFreeSpace }),
      validate('param', dossierParam.extend({ record: id })),
      validate('json', newCards),
      async (c) => {
        const { record, ...key } = c.req.valid('param')
        const { cards } = c.req.valid('json')
        if (!cards.every(({ sealed }) => looksSealed(sealed))) return refuseWith(c, 'not-sealed')
        const today = clock.today()
        const outcome = await changeDossier({ db, clock }, c.var.account, key, null, async (tx, { staff }) => {
          const ownership = await lockOwnership(tx, key.site, today, key.dossier)
          const [owned] = ownership.reports
          const holders = cards.map(({ holder }) => holder)
          const known = await knownDossierHolders(tx, key.site, holders, today)
          if (!holders.every((holder) => known.includes(holder))) return refuse('holder-unknown')
          const isRecord = (await listRecordKeys(tx, key)).some((one) => one.record === record)
          if (!isRecord || new Set(holders).size !== holders.length || !owned) return refuse('grants-wrong')
          if (!holders.every((holder) => canTake(ownership, owned, holder))) return refuse('reader-out')
          await putCards(
            tx,
            key,
            staff.holder,
            cards.map((card) => ({ record, ...card })),
          )
          return accept({ isNew: true })
        })
        return outcome.ok ? c.body(null, 204) : refuseWith(c, outcome.refusal)
      },
    )

/** A page never ends in the middle of the cards of one record. */
function pageOf<Card extends Readonly<{ dossier: string; record: string }>>(found: readonly Card[]) {
  const extra = found[pageSize]
  if (!extra) return { page: found, next: null }
  const page = found.filter(({ dossier, record }) => dossier !== extra.dossier || record !== extra.record)
  const last = page.at(-1)
  return { page, next: last ? `${last.dossier}.${last.record}` : null }
}
