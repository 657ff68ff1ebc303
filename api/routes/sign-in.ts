import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { attempt } from '../domain/sign-in-delay.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refusalStatus, refuseWith } from '../http/refusals.ts'
import { sessionOf } from '../http/session.ts'
import { validate } from '../http/validate.ts'
import { writeAccountAudit } from '../stores/audit.ts'
import { keyedHash } from '../stores/hashes.ts'
import { forgetFailures, lockFailures, saveFailures } from '../stores/sign-in-failures.ts'
import { transact } from '../stores/transact.ts'

const credentials = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  /** The authentication secret the browser derived from the password. */
  password: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Taken because the library has it; closing the browser always ends the session. */
  rememberMe: z.literal(false).optional(),
})

const account = z.object({ name: z.string(), email: z.string() })

/**
 * Signing in and out. Only these three of the library's routes are open, and only what the screens need comes back. An
 * unknown address gets the same answers as a wrong password, the waiting time included.
 */
export const signInRoutes = ({ db, clock, instance }: Deps, auth: Auth) =>
  new Hono()
    .post(
      '/auth/sign-in/email',
      describe('Sign in as a member of staff', {
        answers: { 200: account },
        refusals: ['input-malformed', 'sign-in-refused', 'sign-in-later'],
      }),
      limitJson,
      validate('json', credentials),
      async (c) => {
        const { email, password } = c.req.valid('json')
        const emailHash = keyedHash(instance.secret, 'sign-in', email)
        const tried = await transact(db, async (tx) => {
          const outcome = attempt(await lockFailures(tx, emailHash), clock.now())
          if (outcome.allowed) await saveFailures(tx, emailHash, outcome.after)
          return outcome
        })
        if (!tried.allowed) {
          c.header('retry-after', String(tried.seconds))
          return c.json({ refusal: 'sign-in-later', seconds: tried.seconds } as const, refusalStatus['sign-in-later'])
        }
        const answer = await auth.api.signInEmail({
          body: { email, password, rememberMe: false },
          headers: c.req.raw.headers,
          asResponse: true,
        })
        if (!answer.ok) return refuseWith(c, 'sign-in-refused')
        await forgetFailures(db, emailHash)
        passCookies(answer, c)
        const { id, ...user } = z.object({ user: account.extend({ id: z.string() }) }).parse(await answer.json()).user
        const signedIn = { account: id, action: 'signed-in', about: id } as const
        await transact(db, (tx) => writeAccountAudit(tx, signedIn, { now: clock.now(), today: clock.today() }))
        return c.json(user, 200)
      },
    )
    .post('/auth/sign-out', describe('Sign out', { answers: { 204: null } }), async (c) => {
      passCookies(await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true }), c)
      return c.body(null, 204)
    })
    .get('/auth/get-session', describe('Who is signed in', { answers: { 200: account.nullable() } }), async (c) => {
      const session = await sessionOf(auth, c.req.raw.headers)
      return c.json(session && { name: session.user.name, email: session.user.email }, 200)
    })

/** The library's cookies and nothing else of its answer, which also holds the session's token. */
function passCookies(from: Response, c: Context): void {
  for (const cookie of from.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}
