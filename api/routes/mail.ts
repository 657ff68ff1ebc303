import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { mailTroubles } from '../domain/mail.ts'
import { describe } from '../http/describe.ts'
import { refuseWith } from '../http/refusals.ts'
import { maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { listMailTrouble, retryMail } from '../stores/mails.ts'
import { id } from './inputs.ts'

const mailView = z.object({
  isSent: z.boolean().describe('Whether a mail server is set'),
  troubles: z
    .array(
      z.object({
        id: z.uuid(),
        address: z.string(),
        since: z.iso.date(),
        trouble: z.enum(mailTroubles),
      }),
    )
    .describe('Mail that was refused and still waits; not what it is about'),
})

/** Mail that does not arrive, for whoever can do something about it. */
export const mailRoutes = ({ db, isMailSent = false }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/mail',
      describe('Mail that could not be sent', {
        answers: { 200: mailView },
        refusals: ['not-signed-in', 'not-allowed'],
      }),
      maySomewhere('see-mail-trouble'),
      async (c) => c.json({ isSent: isMailSent, troubles: await listMailTrouble(db) }, 200),
    )
    .post(
      '/team/mail/:mail/attempts',
      describe('Try a mail again now', {
        answers: { 204: null },
        refusals: ['input-malformed', 'not-signed-in', 'not-allowed', 'not-found'],
      }),
      maySomewhere('see-mail-trouble'),
      validate('param', z.object({ mail: id })),
      async (c) => ((await retryMail(db, c.req.valid('param').mail)) ? c.body(null, 204) : refuseWith(c, 'not-found')),
    )
