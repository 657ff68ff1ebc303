import { Hono } from 'hono'
import { z } from 'zod'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { countAttempt, refuseForNow } from '../http/attempts.ts'
import { beginSession, passCookies } from '../http/begin-session.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { authentication } from '../http/own-password.ts'
import { refuseWith } from '../http/refusals.ts'
import { challengedAccount, refuseCode, tryCode, typedCode, withoutSession } from '../http/second-factor.ts'
import { sessionOf } from '../http/session.ts'
import { validate } from '../http/validate.ts'

const credentials = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  password: authentication,
  /** Taken because the library has it; closing the browser always ends the session. */
  rememberMe: z.literal(false).optional(),
})

const account = z.object({ name: z.string(), email: z.string() })
const codeNeeded = z.object({ isCodeNeeded: z.literal(true).describe('The password was right; no session yet') })

/**
 * Signing in with a password, and out. Of the library's routes only those are open that are listed here and in
 * sign-in-otherwise.ts, and only what the screens need comes back. An unknown address gets the same answers as a wrong
 * password, the waiting time included.
 */
export const signInRoutes = (deps: Deps, auth: Auth) =>
  new Hono()
    .post(
      '/auth/sign-in/email',
      describe('Sign in as a member of staff', {
        answers: { 200: z.union([account, codeNeeded]) },
        refusals: ['input-malformed', 'sign-in-refused', 'sign-in-later'],
      }),
      limitJson,
      validate('json', credentials),
      async (c) => {
        const { email, password } = c.req.valid('json')
        const tried = await countAttempt(deps, 'sign-in', email)
        if (!tried.allowed) return refuseForNow(c, tried.seconds)
        const answer = await auth.api.signInEmail({
          body: { email, password, rememberMe: false },
          headers: c.req.raw.headers,
          asResponse: true,
        })
        if (!answer.ok) return refuseWith(c, 'sign-in-refused')
        await tried.succeeded()
        const begun = await beginSession(deps, auth, c, answer, 'password')
        return begun
          ? c.json({ name: begun.name, email: begun.email }, 200)
          : c.json({ isCodeNeeded: true } as const, 200)
      },
    )
    .post(
      '/auth/two-factor/verify',
      describe('Give the code of the second factor', {
        answers: { 200: account },
        refusals: ['input-malformed', 'code-refused', 'sign-in-expired', 'sign-in-later'],
      }),
      limitJson,
      validate('json', z.strictObject({ code: typedCode })),
      async (c) => {
        const whose = await challengedAccount(auth, c)
        if (whose === null) return refuseWith(c, 'sign-in-expired')
        const headers = await withoutSession(auth, c.req.raw.headers)
        const outcome = await tryCode(deps, auth, { account: whose, typed: c.req.valid('json').code, headers })
        if (!outcome.ok) return refuseCode(c, outcome)
        const how = outcome.kind === 'app' ? 'code' : 'backup-code'
        const begun = await beginSession(deps, auth, c, outcome.answer, how)
        return begun ? c.json({ name: begun.name, email: begun.email }, 200) : refuseWith(c, 'sign-in-expired')
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
