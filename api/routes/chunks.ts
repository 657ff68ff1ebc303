import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { proofOfWork } from '../domain/proof-of-work.ts'
import { reportLimits } from '../domain/report.ts'
import type { Buckets } from '../http/buckets.ts'
import { describe } from '../http/describe.ts'
import { draftOf } from '../http/draft-token.ts'
import { limitChunk, needsSpace } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { dropAttachment, lockDraft, putChunk, uploadedChunks } from '../stores/drafts.ts'
import { transact } from '../stores/transact.ts'
import { chunkParam, id } from './inputs.ts'

/** Files go up in sealed chunks before the report or message that names them, so that a lost connection costs one chunk. */
export const chunkRoutes = ({ db, hasFreeSpace }: Deps, drafts: Buckets) =>
  new Hono()
    .put(
      '/draft/attachments/:attachment/chunks/:index',
      describe('Put one sealed chunk under a draft', {
        answers: { 204: null },
        refusals: [
          'input-malformed',
          'draft-unknown',
          'draft-used',
          'too-large',
          'not-sealed',
          'attachment-incomplete',
          'storage-full',
        ],
      }),
      limitChunk,
      needsSpace({ hasFreeSpace }),
      validate('param', chunkParam),
      async (c) => {
        const tokenHash = draftOf(c.req.header('authorization'))
        if (tokenHash === null) return refuseWith(c, 'draft-unknown')
        const { attachment, index } = c.req.valid('param')
        const sealed = new Uint8Array(await c.req.arrayBuffer())
        if (!looksSealed(sealed)) return refuseWith(c, 'not-sealed')

        const outcome = await transact(db, async (tx) => {
          const draft = await lockDraft(tx, tokenHash)
          if (!draft) return refuse('draft-unknown')
          if (draft.report !== null) return refuse('draft-used')
          const uploaded = await uploadedChunks(tx, tokenHash)
          if (!uploaded.has(attachment) && uploaded.size >= reportLimits.attachments) return refuse('too-large')
          if (!(await putChunk(tx, draft, { attachment, index, sealed }))) return refuse('draft-used')
          return accept(draft.site)
        })
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        drafts.rise(outcome.value, proofOfWork.chunk)
        return c.body(null, 204)
      },
    )
    .delete(
      '/draft/attachments/:attachment',
      describe('Take back what was put under a draft', {
        answers: { 204: null },
        refusals: ['input-malformed', 'draft-unknown'],
      }),
      validate('param', z.object({ attachment: id })),
      async (c) => {
        const tokenHash = draftOf(c.req.header('authorization'))
        if (tokenHash === null) return refuseWith(c, 'draft-unknown')
        const { attachment } = c.req.valid('param')
        const isDropped = await transact(db, async (tx) => {
          const draft = await lockDraft(tx, tokenHash)
          if (draft) await dropAttachment(tx, draft, attachment)
          return draft !== null
        })
        return isDropped ? c.body(null, 204) : refuseWith(c, 'draft-unknown')
      },
    )
