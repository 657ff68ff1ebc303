import { Hono } from 'hono'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { startDossierEpoch } from '../stores/dossier-epochs.ts'
import { leaveDossier, shareDossier } from '../stores/dossier-sharing.ts'
import { changeDossier } from './dossier-change.ts'
import { dossierParam, newDossierEpoch, newDossierLeave, newDossierShare } from './dossier-inputs.ts'
import { sequenceView } from './views.ts'

const giving = [
  ...([
    'input-malformed',
    'not-signed-in',
    'dossier-unknown',
    'epoch-old',
    'dossier-moved',
    'entry-different',
  ] as const),
  ...(['holder-unknown', 'reader-out', 'grants-wrong', 'not-sealed', 'too-large', 'storage-full'] as const),
] as const satisfies readonly Refusal[]

type Given = Readonly<{
  announcement: Readonly<{ sealed: Uint8Array }>
  grants: readonly Readonly<{ sealed: Uint8Array }>[]
}>
const areSealed = ({ announcement, grants }: Given): boolean =>
  [announcement, ...grants].every(({ sealed }) => looksSealed(sealed))

/** Bringing somebody into a dossier, leaving it, and the new key that follows. */
export const dossierSharingRoutes = ({ db, clock, hasFreeSpace }: Deps) => {
  const space = needsSpace({ hasFreeSpace })
  const answers = { 201: sequenceView, 200: sequenceView } as const
  return new Hono<StaffEnv>()
    .post(
      '/team/dossiers/:site/:dossier/shares',
      describe('Bring somebody in', { answers, refusals: [...giving, 'key-due'] }),
      limitJson,
      space,
      validate('param', dossierParam),
      validate('json', newDossierShare),
      async (c) => {
        const key = c.req.valid('param')
        const { epoch, after, ...sharing } = c.req.valid('json')
        if (!areSealed(sharing)) return refuseWith(c, 'not-sealed')
        const act = { action: 'shared', detail: sharing.holder } as const
        const outcome = await changeDossier({ db, clock }, c.var.account, key, act, (tx, reader) =>
          shareDossier(tx, key, sharing, { epoch, after, reader, today: clock.today() }),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        return c.json({ sequence: outcome.value.sequence }, outcome.value.isNew ? 201 : 200)
      },
    )
    .post(
      '/team/dossiers/:site/:dossier/leavings',
      describe('Stop reading, or stay out because I am involved', {
        answers,
        refusals: [...giving, 'key-due', 'owner-needed'],
      }),
      limitJson,
      space,
      validate('param', dossierParam),
      validate('json', newDossierLeave),
      async (c) => {
        const key = c.req.valid('param')
        const { epoch, after, ...leaving } = c.req.valid('json')
        const isSealed = looksSealed(leaving.announcement.sealed) && (!leaving.share || areSealed(leaving.share))
        if (!isSealed) return refuseWith(c, 'not-sealed')
        const detail = leaving.share?.holder ?? leaving.holder
        const handedOn = leaving.share ? 'shared' : 'removed'
        const act = { action: leaving.isInvolved ? 'recused' : handedOn, detail } as const
        const outcome = await changeDossier({ db, clock }, c.var.account, key, act, (tx, reader) =>
          leaveDossier(tx, key, leaving, { epoch, after, reader, today: clock.today() }),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        return c.json({ sequence: outcome.value.sequence }, outcome.value.isNew ? 201 : 200)
      },
    )
    .post(
      '/team/dossiers/:site/:dossier/epochs',
      describe('Renew a key that is due, for those who remain', { answers, refusals: giving }),
      limitJson,
      space,
      validate('param', dossierParam),
      validate('json', newDossierEpoch),
      async (c) => {
        const key = c.req.valid('param')
        const next = c.req.valid('json')
        const files = [next.announcement, ...next.grants, ...next.earlierGrants, ...next.records]
        if (!files.every(({ sealed }) => looksSealed(sealed))) return refuseWith(c, 'not-sealed')
        const outcome = await changeDossier({ db, clock }, c.var.account, key, null, (tx, { staff }) =>
          startDossierEpoch(tx, key, next, { by: staff.holder, today: clock.today() }),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        return c.json({ sequence: outcome.value.sequence }, outcome.value.isNew ? 201 : 200)
      },
    )
}
