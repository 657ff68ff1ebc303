import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { type AuthDeps, authOptions } from './auth.ts'
import { emailOf } from './stores/second-factors.ts'

/** The sign-in of the school itself (OpenID Connect): Microsoft, Google or another. */
export type SchoolProvider = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  /** As it stands on the button. */
  name: string
}>

export const providerId = 'school'

/**
 * A library of its own next to the one for passwords, on the same accounts and sessions: when the school's provider
 * cannot be reached, only this one waits for it. What it could not fetch at its start it fetches when it is needed.
 *
 * It says who somebody is and nothing more: the account must be there, and carry the very address the provider has
 * verified; neither tokens nor a name of there are kept.
 */
export const createSchoolAuth = (deps: AuthDeps, { issuer, clientId, clientSecret }: SchoolProvider) => {
  const options = authOptions(deps)
  return betterAuth({
    ...options,
    user: {
      ...options.user,
      validateUserInfo: async ({ user }) => {
        if (user.emailVerified !== true) return { error: 'email_not_verified' }
        // Each time: an account that was linked once must not stay open to somebody who got another address.
        return (await emailOf(deps.db, user.id)) === user.email ? undefined : { error: 'email_changed' }
      },
    },
    account: {
      updateAccountOnSignIn: false,
      // Nobody can sign up, so every address here was written down by the school itself.
      accountLinking: { requireLocalEmailVerified: false },
    },
    databaseHooks: {
      ...options.databaseHooks,
      account: { create: { before: async (account) => ({ data: { ...account, ...noTokens } }) } },
    },
    advanced: {
      ...options.advanced,
      // The way back comes from another site; a strict cookie would stay behind.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId,
            discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            clientId,
            clientSecret,
            scopes: ['openid', 'email'],
            pkce: true,
            requireIdTokenVerification: true,
            disableSignUp: true,
            mapProfileToUser: (profile) => ({ emailVerified: isVerified(profile), name: '' }),
          },
        ],
      }),
    ],
  })
}

export type SchoolAuth = ReturnType<typeof createSchoolAuth>

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
}

/** Microsoft says it in a claim of its own, which the administrator there must switch on. */
const isVerified = (profile: Readonly<Record<string, unknown>>): boolean =>
  [profile['email_verified'], profile['emailVerified'], profile['xms_edov']].some((said) =>
    [true, 'true', 1, '1'].includes(said as never),
  )
