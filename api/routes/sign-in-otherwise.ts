import { Hono } from 'hono'
import { z } from 'zod'
import type { Auth } from '../auth.ts'
import { passkeyHost } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { beginSession, passCookies } from '../http/begin-session.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { authenticationOptions, usedCredential } from '../http/webauthn-input.ts'
import { createSchoolAuth, providerId, type SchoolAuth } from '../school-auth.ts'

const account = z.object({ name: z.string(), email: z.string() })
const waysView = z.object({
  passkeys: z.boolean().describe('Whether passkeys work at the address that was asked'),
  school: z.string().nullable().describe('Name of the sign-in of the school itself, where there is one'),
})

/** Where the browser comes back from the school's own sign-in; behind the # stands how it went, for the page alone. */
const back = (how: string) => `/team/#${how}`

/** Signing in without typing the password: with a passkey, or with the sign-in of the school. The keys stay closed. */
export const otherSignInRoutes = (deps: Deps, auth: Auth) => {
  const { origin, schoolProvider } = deps
  let made: SchoolAuth | undefined
  const schoolAuth = () => {
    if (schoolProvider) made ??= createSchoolAuth(deps, schoolProvider)
    return made
  }
  return new Hono()
    .get('/auth/ways', describe('Ways to sign in other than with a password', { answers: { 200: waysView } }), (c) => {
      const host = new URL(`http://${c.req.header('host') ?? 'localhost'}`).hostname
      return c.json({ passkeys: host === passkeyHost(origin), school: schoolProvider?.name ?? null }, 200)
    })
    .post(
      '/auth/passkey/options',
      describe('Begin to sign in with a passkey', { answers: { 200: authenticationOptions } }),
      async (c) => {
        const { headers } = c.req.raw
        const answer = await auth.api.generatePasskeyAuthenticationOptions({ headers, asResponse: true })
        passCookies(answer, c)
        return c.json(authenticationOptions.parse(await answer.json()), 200)
      },
    )
    .post(
      '/auth/passkey/verify',
      describe('Sign in with a passkey', {
        answers: { 200: account },
        refusals: ['input-malformed', 'passkey-refused'],
      }),
      limitJson,
      validate('json', usedCredential),
      async (c) => {
        const { headers } = c.req.raw
        const body = { response: c.req.valid('json') }
        const answer = await auth.api.verifyPasskeyAuthentication({ body, headers, asResponse: true })
        if (!answer.ok) return refuseWith(c, 'passkey-refused')
        const begun = await beginSession(deps, auth, c, answer, 'passkey')
        return begun ? c.json({ name: begun.name, email: begun.email }, 200) : refuseWith(c, 'passkey-refused')
      },
    )
    .post(
      '/auth/sign-in/school',
      describe('Begin to sign in with the sign-in of the school', {
        answers: { 200: z.object({ address: z.url().describe('Where the browser goes on') }) },
        refusals: ['not-found', 'school-unreachable'],
      }),
      async (c) => {
        const school = schoolAuth()
        if (!school) return refuseWith(c, 'not-found')
        const answer = await school.api.signInSocial({
          body: { provider: providerId, callbackURL: back('school'), errorCallbackURL: back('school-failed') },
          headers: c.req.raw.headers,
          asResponse: true,
        })
        if (!answer.ok) return refuseWith(c, 'school-unreachable')
        passCookies(answer, c)
        const { url } = z.object({ url: z.url() }).parse(await answer.json())
        return c.json({ address: url }, 200)
      },
    )
    .get(
      '/auth/callback/school',
      describe('The way back from the sign-in of the school', { answers: { 302: null } }),
      async (c) => {
        const school = schoolAuth()
        if (!school) return c.redirect(back('school-failed'))
        const answer = await school.handler(c.req.raw)
        const begun = await beginSession(deps, auth, c, answer, 'school')
        return c.redirect(back(begun ? 'school' : whyNot(answer.headers.get('location'))))
      },
    )
}

/** The library's reason, as one of the few the page has a sentence for. */
function whyNot(location: string | null): string {
  const reason = /[?&]error=([^&#]*)/.exec(location ?? '')?.[1] ?? ''
  if (reason === 'access_denied') return 'school-cancelled'
  if (/^(signup_disabled|account_not_linked|email_)/.test(reason)) return 'school-nobody'
  if (/state/.test(reason)) return 'school-expired'
  return 'school-failed'
}
