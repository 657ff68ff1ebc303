import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { hashAuthentication, verifyAuthentication } from '../db/authentication-hash.ts'
import { accountCredentials, accountSessions, accounts, verifications } from '../db/schema/accounts.ts'
import type { Deps } from './deps.ts'
import { mayStillSignIn } from './stores/blocked-accounts.ts'

/** A school day. The browser locks the keys much sooner, when nobody touches it. */
const sessionSeconds = 10 * 3600

/**
 * Accounts and sessions of staff. Nobody can sign up, no address or device is kept, and nothing is mailed: a
 * password set by mail would not open the keys anyway.
 *
 * `origin` is the public address behind a proxy (ORIGIN); without it the host of the request is the school's own.
 */
export function createAuth({ db, instance, origin }: Pick<Deps, 'db' | 'instance' | 'origin'>) {
  return betterAuth({
    ...(origin ? { baseURL: origin } : {}),
    basePath: '/api/auth',
    secret: instance.secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: accounts,
        session: accountSessions,
        account: accountCredentials,
        verification: verifications,
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
    // Counting per address would need the address; sign-in-delay.ts counts per account instead.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof createAuth>

const sessionEnd = (start: Date) => new Date(start.getTime() + sessionSeconds * 1000)

/** Behind a proxy this process does not see whether the outside speaks https, so the host decides. */
function ownOrigins(request: Request): string[] {
  const host = request.headers.get('host') ?? new URL(request.url).host
  return [`http://${host}`, `https://${host}`]
}
