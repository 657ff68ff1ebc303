import { type Context, Hono } from 'hono'
import type { Database } from '../../db/connect.ts'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import type { DossierReader } from '../stores/dossier-reader.ts'
import type { DossierKey } from '../stores/dossiers.ts'
import { addEarlier, addReport, joinDossier } from '../stores/link-dossier.ts'
import { type PlacedEntry, recordEntry } from '../stores/record-entry.ts'
import { changeDossier, type DossierAct, isJudged, momentOf, refuseEntry } from './dossier-change.ts'
import { dossierParam, newEntry, newJoining, newRecord } from './dossier-inputs.ts'
import { id } from './inputs.ts'
import { sequenceView } from './views.ts'

const common = ['input-malformed', 'not-signed-in', 'dossier-unknown'] as const satisfies readonly Refusal[]
const writing = [
  ...common,
  ...([
    'epoch-old',
    'key-due',
    'dossier-moved',
    'day-moved',
    'entry-different',
    'entry-refused',
    'protocol-unknown',
  ] as const),
  ...([
    'owner-needed',
    'holder-unknown',
    'reader-out',
    'grants-wrong',
    'not-sealed',
    'too-large',
    'storage-full',
  ] as const),
] as const satisfies readonly Refusal[]

type Recorded =
  | Readonly<{ ok: true; value: PlacedEntry }>
  | Readonly<{ ok: false; refusal: Refusal; why?: string; missing?: readonly unknown[] }>

/** Writing in a dossier: entries are only ever added. */
export const dossierEntryRoutes = ({ db, clock, school: { retention: school }, hasFreeSpace }: Deps) => {
  const space = needsSpace({ hasFreeSpace })
  const answers = { 201: sequenceView, 200: sequenceView } as const

  const write = async <Done extends Recorded>(
    c: Context<StaffEnv>,
    key: DossierKey,
    act: DossierAct,
    work: (tx: Database, reader: DossierReader) => Promise<Done>,
  ) => {
    const outcome = await changeDossier({ db, clock }, c.var.account, key, act, work)
    if (outcome.ok) return c.json({ sequence: outcome.value.sequence }, outcome.value.isNew ? 201 : 200)
    return isJudged(outcome) ? refuseEntry(c, outcome) : refuseWith(c, outcome.refusal)
  }

  return new Hono<StaffEnv>()
    .post(
      '/team/dossiers/:site/:dossier/entries',
      describe('Write down what happened', { answers, refusals: writing }),
      limitJson,
      space,
      validate('param', dossierParam),
      validate('json', newEntry),
      async (c) => {
        const key = c.req.valid('param')
        const { epoch, after, ...written } = c.req.valid('json')
        if (!looksSealed(written.sealed)) return refuseWith(c, 'not-sealed')
        const act = { action: 'changed', detail: written.entry.kind } as const
        return write(c, key, act, (tx, { staff }) =>
          recordEntry(tx, key, written, { by: staff.holder, now: momentOf(clock), epoch, after, school }),
        )
      },
    )
    .post(
      '/team/dossiers/:site/:dossier/records',
      describe('Add somebody who is involved', { answers, refusals: writing }),
      limitJson,
      space,
      validate('param', dossierParam),
      validate('json', newRecord),
      async (c) => {
        const key = c.req.valid('param')
        const { epoch, after, record, ...written } = c.req.valid('json')
        const cards = record.cards.map((card) => ({ record: record.record, ...card }))
        if (![written, record, ...cards].every(({ sealed }) => looksSealed(sealed))) return refuseWith(c, 'not-sealed')
        const under = { now: momentOf(clock), epoch, after, record: { ...record, cards } }
        const act = { action: 'changed', detail: written.entry.kind } as const
        return write(c, key, act, (tx, { staff }) => recordEntry(tx, key, written, { by: staff.holder, ...under }))
      },
    )
    .post(
      '/team/dossiers/:site/:dossier/joinings',
      describe('Close a dossier because another about the same goes on', { answers, refusals: writing }),
      limitJson,
      space,
      validate('param', dossierParam),
      validate('json', newJoining),
      async (c) => {
        const key = c.req.valid('param')
        const { epoch, after, ...written } = c.req.valid('json')
        if (!looksSealed(written.sealed)) return refuseWith(c, 'not-sealed')
        const under = { account: c.var.account, now: momentOf(clock), epoch, after, school }
        const act = { action: 'linked', detail: 'joined' } as const
        return write(c, key, act, (tx, { staff }) => joinDossier(tx, key, written, { by: staff.holder, ...under }))
      },
    )
    .put(
      '/team/dossiers/:site/:dossier/reports/:report',
      describe('Say that it is about this report too', {
        answers: { 204: null },
        refusals: [...common, 'report-unknown', 'owner-needed'],
      }),
      validate('param', dossierParam.extend({ report: id })),
      async (c) => {
        const { report, ...key } = c.req.valid('param')
        const linking = { account: c.var.account, now: momentOf(clock) }
        const act = { action: 'linked', detail: 'report' } as const
        const outcome = await changeDossier({ db, clock }, c.var.account, key, act, (tx) =>
          addReport(tx, key, report, linking),
        )
        return outcome.ok ? c.body(null, 204) : refuseWith(c, outcome.refusal)
      },
    )
    .put(
      '/team/dossiers/:site/:dossier/earlier/:earlier',
      describe('Say that it follows on an earlier dossier', { answers: { 204: null }, refusals: common }),
      validate('param', dossierParam.extend({ earlier: id })),
      async (c) => {
        const { earlier, ...key } = c.req.valid('param')
        const linking = { account: c.var.account, now: momentOf(clock) }
        const act = { action: 'linked', detail: 'earlier' } as const
        const outcome = await changeDossier({ db, clock }, c.var.account, key, act, (tx) =>
          addEarlier(tx, key, earlier, linking),
        )
        return outcome.ok ? c.body(null, 204) : refuseWith(c, outcome.refusal)
      },
    )
}
