import { passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { hashAuthentication, verifyAuthentication } from '../db/authentication-hash.ts'
import { accountCredentials, accountSessions, accounts, verifications } from '../db/schema/accounts.ts'
import { passkeys, twoFactors } from '../db/schema/second-factors.ts'
import type { Deps } from './deps.ts'
import { backupCodes } from './http/backup-codes.ts'
import { mayStillSignIn } from './stores/blocked-accounts.ts'

/** A school day. The browser locks the keys much sooner, when nobody touches it. */
const sessionSeconds = 10 * 3600

export type AuthDeps = Pick<Deps, 'db' | 'instance' | 'origin' | 'random' | 'school'>

/**
 * Accounts and sessions of staff. Nobody can sign up, no address or device is kept, and nothing is mailed: a
 * password set by mail would not open the keys anyway.
 */
export const createAuth = (deps: AuthDeps) =>
  betterAuth({ ...authOptions(deps), plugins: [codes(deps), passkeysOf(deps)] })

export type Auth = ReturnType<typeof createAuth>

/**
 * What every way of signing in shares. `origin` is the public address behind a proxy (ORIGIN); without it the host of the
 * request is the school's own.
 */
export const authOptions = ({ db, instance, origin, school }: AuthDeps) =>
  ({
    ...(origin ? { baseURL: origin } : {}),
    appName: school.portalName,
    basePath: '/api/auth',
    secret: instance.secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: accounts,
        session: accountSessions,
        account: accountCredentials,
        verification: verifications,
        twoFactor: twoFactors,
        passkey: passkeys,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Always 43 characters: 32 derived bytes. The password itself never comes here.
      minPasswordLength: 43,
      maxPasswordLength: 43,
      password: {
        hash: hashAuthentication,
        verify: ({ hash, password }) => verifyAuthentication(hash, password),
      },
    },
    user: { additionalFields: { blockedAt: { type: 'date', required: false, input: false } } },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // Whichever way somebody signs in, this is where a session begins.
          before: async (session) => {
            if (!(await mayStillSignIn(db, session.userId))) return false
            // The library gives a session that ends with the browser a whole day; it also keeps the user agent.
            return {
              data: { ...session, expiresAt: sessionEnd(session.createdAt), ipAddress: null, userAgent: null },
            }
          },
        },
      },
    },
    trustedOrigins: (request) => (request ? ownOrigins(request) : []),
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: origin?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      cookiePrefix: 'vijfspoor',
    },
    // Counting per address would need the address; http/attempts.ts counts per account instead.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  }) satisfies BetterAuthOptions

/** One-time codes of an app, with printed ones for when the phone is gone. */
const codes = ({ random, school }: AuthDeps) =>
  twoFactor({
    issuer: school.portalName,
    // It would keep the owner out for as long as somebody else goes on guessing.
    accountLockout: { enabled: false },
    backupCodeOptions: { customBackupCodesGenerate: () => [...backupCodes(random)] },
  })

/** A device that knows its owner by a finger, a face or a number of its own: that is two factors in one. */
const passkeysOf = ({ origin, school }: AuthDeps) =>
  passkey({
    rpID: passkeyHost(origin),
    rpName: school.portalName,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => mustBeVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => mustBeVerified(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  })

/** A passkey belongs to one host for ever, so it must be known: the one of ORIGIN, or this computer for trying out. */
export const passkeyHost = (origin: string | undefined): string => (origin ? new URL(origin).hostname : 'localhost')

function mustBeVerified(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED')
}

const sessionEnd = (start: Date) => new Date(start.getTime() + sessionSeconds * 1000)

/** Behind a proxy this process does not see whether the outside speaks https, so the host decides. */
function ownOrigins(request: Request): string[] {
  const host = request.headers.get('host') ?? new URL(request.url).host
  return [`http://${host}`, `https://${host}`]
}
