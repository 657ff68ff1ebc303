import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { letterChanges } from '../domain/letters/changes.ts'
import { isRightText, letterLimits } from '../domain/letters/template.ts'
import { findProtocol } from '../domain/protocol/registry.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { listLetterHistory, writeLetterAudit } from '../stores/letter-history.ts'
import { listLetterTexts, saveLetterText } from '../stores/letters.ts'
import { transact } from '../stores/transact.ts'
import { paragraph, siteId, siteParam } from './inputs.ts'

const letterKey = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const letterParam = z.object({ site: siteId, letter: letterKey })

/** `version` is of the text that was read, 0 for the standard one; no text is back to the standard. */
const changedText = z.strictObject({
  version: z.int().min(0).max(2_147_483_647),
  text: paragraph(letterLimits.text).nullable(),
})

const lettersView = z.object({
  protocol: z.object({ id: z.string(), version: z.string() }).describe('Whose letters these are'),
  texts: z
    .array(z.object({ protocol: z.string(), letter: z.string(), text: z.string().nullable(), version: z.number() }))
    .describe('What the site made of them; a letter that is not here has the text of the protocol'),
})

const historyView = z.array(
  z.object({
    letter: z.string(),
    change: z.enum(letterChanges),
    on: z.string().describe('YYYY-MM-DD'),
    name: z.string().nullable(),
  }),
)

const common = ['not-signed-in', 'not-allowed', 'site-unknown', 'input-malformed'] as const

/** Texts that letters to parents and records of talks start from. No letter itself ever comes here. */
export const letterRoutes = ({ db, clock, school }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/letters',
      describe('What letters say at a site before they are filled in', {
        answers: { 200: lettersView },
        refusals: common,
      }),
      validate('param', siteParam),
      mayAtSite('work-dossiers'),
      async (c) => {
        const { id, version } = school.protocol
        const texts = await listLetterTexts(db, c.req.valid('param').site)
        return c.json({ protocol: { id, version }, texts }, 200)
      },
    )
    .put(
      '/team/sites/:site/letters/:letter',
      describe('Change the text of a letter, or go back to the standard, unless somebody else did meanwhile', {
        answers: { 204: null },
        refusals: [...common, 'too-large', 'item-unknown', 'item-changed', 'placeholder-unknown'],
      }),
      limitJson,
      validate('param', letterParam),
      mayAtSite('edit-letters'),
      validate('json', changedText),
      async (c) => {
        const { site, letter } = c.req.valid('param')
        const { text, version } = c.req.valid('json')
        const protocol = school.protocol.id
        const known = findProtocol(school.protocol)?.letters ?? []
        if (!known.some(({ key }) => key === letter)) return refuseWith(c, 'item-unknown')
        if (text !== null && !isRightText(text)) return refuseWith(c, 'placeholder-unknown')
        const isSaved = await transact(db, async (tx) => {
          if (!(await saveLetterText(tx, { site, protocol, letter }, { text, version }))) return false
          const actor = { account: c.var.account, at: clock.now() }
          await writeLetterAudit(tx, { site, letter }, actor, text === null ? 'standard' : 'own')
          return true
        })
        return isSaved ? c.body(null, 204) : refuseWith(c, 'item-changed')
      },
    )
    .get(
      '/team/sites/:site/letters/history',
      describe('Who changed which text', { answers: { 200: historyView }, refusals: common }),
      validate('param', siteParam),
      mayAtSite('edit-letters'),
      async (c) => c.json(await listLetterHistory(db, c.req.valid('param').site), 200),
    )
