import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { accountCredentials, accountSessions, accounts, verifications } from '../db/schema/accounts.ts'
import type { Deps } from './deps.ts'

/** A school day. The browser locks the keys much sooner, when nobody touches it. */
const sessionSeconds = 10 * 3600

/** What the browser sends is stretched already; this is so that a copied database holds no secret that signs in. */
const argon2id = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const

/**
 * Accounts and sessions of staff. Nobody can sign up, no address or device is kept, and nothing is mailed: a
 * password set by mail would not open the keys anyway.
 *
 * `origin` is the public address behind a proxy (ORIGIN); without it the host of the request is the school's own.
 */
export function createAuth({ db, instance }: Pick<Deps, 'db' | 'instance'>, origin = process.env['ORIGIN']) {
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
        hash: (secret) => hash(secret, argon2id),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
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

/** Behind a proxy this process does not see whether the outside speaks https, so the host decides. */
function ownOrigins(request: Request): string[] {
  const host = request.headers.get('host') ?? new URL(request.url).host
  return [`http://${host}`, `https://${host}`]
}
