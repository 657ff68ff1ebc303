import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { forADuty } from '../domain/audit.ts'
import { paperKinds } from '../domain/dossier/paper.ts'
import { startOfDay } from '../domain/moments.ts'
import { numbersFor } from '../domain/protocol/numbers.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit, writeAuditOnce } from '../stores/audit.ts'
import { markDossierRead } from '../stores/dossier-grants.ts'
import { type ListedDossier, listDossiersFor } from '../stores/dossier-list.ts'
import { findDossierReader } from '../stores/dossier-reader.ts'
import { loadDossier, loadDossierLine } from '../stores/dossier-view.ts'
import { findDossier } from '../stores/dossiers.ts'
import { keepingOfDossier } from '../stores/near-erasures.ts'
import { openDossier } from '../stores/open-dossier.ts'
import { periodsAt } from '../stores/retention-periods.ts'
import { calendarsOf } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'
import { changeDossier, didToDossier, isJudged, momentOf, refuseEntry } from './dossier-change.ts'
import { dossierParam, newDossier } from './dossier-inputs.ts'
import { dossierLineView, dossierListView, dossierOpenedView, dossierView } from './dossier-views.ts'
import { siteParam } from './inputs.ts'

const refusals = ['input-malformed', 'not-signed-in', 'dossier-unknown'] as const satisfies readonly Refusal[]
const ever = new Date(0)

const toRow = ({ lastSequence, readSequence, entries, workers, ...facts }: ListedDossier) => ({
  ...facts,
  ...{ entries: [...entries], unread: lastSequence - readSequence },
  workers: workers.map(({ roles, ...worker }) => ({ ...worker, roles: [...roles] })),
})

/** Dossiers, for whoever they are granted to. To everybody else they do not exist, whatever their role. */
export const dossierRoutes = ({ db, clock, school, hasFreeSpace }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/dossiers',
      describe('The dossiers I work on: their plain facts', {
        answers: { 200: dossierListView },
        refusals: ['input-malformed', 'not-signed-in'],
      }),
      validate('query', z.object({ state: z.enum(['open', 'closed']).optional() })),
      async (c) => {
        const today = clock.today()
        const isOpen = c.req.valid('query').state !== 'closed'
        const found = await listDossiersFor(db, c.var.staff, { isOpen, today })
        const calendars = await calendarsOf(db, new Set(found.map(({ site }) => site)))
        const days = [...calendars].map(([site, calendar]) => ({ site, days: [...calendar] }))
        const { terms = {}, ...protocol } = school.protocol
        return c.json({ today, protocol, terms, calendars: days, dossiers: found.map(toRow) }, 200)
      },
    )
    .post(
      '/team/sites/:site/dossiers',
      describe('Open a dossier, about reports or without any', {
        answers: { 201: dossierOpenedView, 200: dossierOpenedView },
        refusals: [
          ...refusals,
          ...(['not-allowed', 'site-unknown', 'report-unknown', 'dossier-taken', 'owner-needed', 'day-moved'] as const),
          ...(['holder-unknown', 'reader-out', 'grants-wrong', 'entry-refused', 'protocol-unknown'] as const),
          ...(['not-sealed', 'too-large', 'storage-full'] as const),
        ],
      }),
      limitJson,
      needsSpace({ hasFreeSpace }),
      validate('param', siteParam),
      mayAtSite('work-dossiers'),
      validate('json', newDossier),
      async (c) => {
        const { site } = c.req.valid('param')
        const given = { site, ...c.req.valid('json') }
        const files = [...given.grants, ...given.records, ...given.entries, ...given.cards]
        if (!files.every(({ sealed }) => looksSealed(sealed))) return refuseWith(c, 'not-sealed')
        const { account, staff } = c.var
        const outcome = await transact(db, async (tx) => {
          const own = staff.find((place) => place.site === site)
          if (!own) throw new Error('a guard is missing')
          const { holder, functions } = own
          const opened = await openDossier(tx, given, { account, holder, functions, now: momentOf(clock) })
          if (opened.ok && opened.value.isNew) {
            await writeAudit(tx, didToDossier(account, given, { action: 'begun' }), clock.now())
          }
          return opened
        })
        if (!outcome.ok) return isJudged(outcome) ? refuseEntry(c, outcome) : refuseWith(c, outcome.refusal)
        return c.json({ dossier: given.dossier }, outcome.value.isNew ? 201 : 200)
      },
    )
    .get(
      '/team/dossiers/:site/:dossier',
      describe('One dossier, whole', { answers: { 200: dossierView }, refusals }),
      validate('param', dossierParam),
      async (c) => {
        const key = c.req.valid('param')
        const today = clock.today()
        const reader = await findDossierReader(db, c.var.account, key, today)
        const dossier = reader && (await findDossier(db, key))
        if (!dossier) return refuseWith(c, 'dossier-unknown')
        const view = await loadDossier(db, dossier, { holders: reader.holders, today })
        const act = didToDossier(c.var.account, key, { action: 'opened' })
        await writeAuditOnce(db, act, clock.now(), startOfDay(today))
        const asked = { today, school: school.retention }
        const [periods, keeping] = await Promise.all([
          periodsAt(db, dossier.site, school.retention),
          dossier.isOpen ? null : keepingOfDossier(db, dossier, asked),
        ])
        return c.json({ ...view, terms: numbersFor(school.protocol, dossier.protocol), periods, keeping }, 200)
      },
    )
    .get(
      '/team/dossiers/:site/:dossier/line',
      describe('Who a dossier is about, for a list', { answers: { 200: dossierLineView }, refusals }),
      validate('param', dossierParam),
      async (c) => {
        const key = c.req.valid('param')
        const reader = await findDossierReader(db, c.var.account, key, clock.today())
        const dossier = reader && (await findDossier(db, key))
        if (!dossier) return refuseWith(c, 'dossier-unknown')
        const line = await loadDossierLine(db, dossier, reader.holders)
        const act = didToDossier(c.var.account, key, { action: 'opened', detail: 'list' })
        await writeAuditOnce(db, act, clock.now(), ever)
        return c.json(line, 200)
      },
    )
    .put(
      '/team/dossiers/:site/:dossier/read',
      describe('Say up to where I have seen it', { answers: { 204: null }, refusals: [...refusals, 'too-large'] }),
      limitJson,
      validate('param', dossierParam),
      validate('json', z.strictObject({ sequence: z.int().min(1).max(2_147_483_647) })),
      async (c) => {
        const key = c.req.valid('param')
        const { sequence } = c.req.valid('json')
        const outcome = await changeDossier({ db, clock }, c.var.account, key, null, async (tx, { holders }) => {
          const last = (await findDossier(tx, key))?.lastSequence ?? 0
          await markDossierRead(tx, key, holders, Math.min(sequence, last))
          return { ok: true, value: { isNew: false } } as const
        })
        return outcome.ok ? c.body(null, 204) : refuseWith(c, outcome.refusal)
      },
    )
    .post(
      '/team/dossiers/:site/:dossier/duties',
      describe('Say that I looked what must be done now', { answers: { 204: null }, refusals }),
      validate('param', dossierParam),
      async (c) => {
        const key = c.req.valid('param')
        const today = clock.today()
        if (!(await findDossierReader(db, c.var.account, key, today))) return refuseWith(c, 'dossier-unknown')
        const act = didToDossier(c.var.account, key, { action: 'opened', detail: forADuty })
        await writeAuditOnce(db, act, clock.now(), startOfDay(today))
        return c.body(null, 204)
      },
    )
    .post(
      '/team/dossiers/:site/:dossier/exports',
      describe('Say that I saved, printed or copied something of the dossier', {
        answers: { 204: null },
        refusals: [...refusals, 'too-large'],
      }),
      limitJson,
      validate('param', dossierParam),
      validate('json', z.strictObject({ paper: z.enum(paperKinds) })),
      async (c) => {
        const key = c.req.valid('param')
        const act = { action: 'exported', detail: c.req.valid('json').paper } as const
        const outcome = await changeDossier({ db, clock }, c.var.account, key, act, async () => {
          return { ok: true, value: { isNew: true } } as const
        })
        return outcome.ok ? c.body(null, 204) : refuseWith(c, outcome.refusal)
      },
    )
