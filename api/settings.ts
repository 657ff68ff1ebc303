import { resolve } from 'node:path'
import { z } from 'zod'
import type { SchoolProvider } from './school-auth.ts'

const everySetting = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Only scheme, host and port count; a path behind it would be a misunderstanding. */
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((address) => new URL(address).pathname === '/', 'must have no path')
    .transform((address) => new URL(address).origin)
    .optional(),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  /** `smtps://user:password@host`, or `smtp://host:587?requireTLS=true`; without it no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** `Vijfspoor <vijfspoor@school.example>` or the address alone. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n"]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'must be an address, or a name and <address>')
    .optional(),
  /** The school's own sign-in (OpenID Connect). All three go together, and with ORIGIN. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeProvider, 'must begin with https')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(40).default('de school'),
  DEMO: z.enum(['0', '1']).optional(),
  MIN_FREE_MB: z.coerce.number().min(0).default(200),
  DIST_DIR: z.string().min(1).default('./dist'),
  SCHOOL_CONFIG: z.string().min(1).default('school.json'),
})

/** A mail has a sender and a link to the school; a process behind a proxy knows neither by itself. */
const settings = everySetting.superRefine(({ SMTP_URL, MAIL_FROM, ORIGIN }, context) => {
  if (SMTP_URL === undefined) return
  if (MAIL_FROM === undefined) context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'goes with SMTP_URL' })
  if (ORIGIN === undefined) context.addIssue({ code: 'custom', path: ['ORIGIN'], message: 'goes with SMTP_URL' })
})

/** The provider is told to send the browser back to ORIGIN, so that must be known and not taken from a request. */
const withProvider = settings.superRefine((given, context) => {
  const together = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const first = together.find((name) => given[name] !== undefined)
  if (first === undefined) return
  for (const name of [...together, 'ORIGIN'] as const) {
    if (given[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: `goes with ${first}` })
  }
})

/** What an administrator can set, all through the environment: docs/deploy.md explains each. */
export type Settings = z.infer<typeof withProvider>

/** @throws an error that names the setting; never its value, which may be a secret. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = withProvider.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`These settings cannot be used: ${problems.join('; ')}.`)
  }
  return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR), DIST_DIR: resolve(parsed.data.DIST_DIR) }
}

/** The sign-in of the school, where it has one. */
export function schoolProviderOf(settings: Settings): SchoolProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = settings
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : undefined
}

/** Plain http only for a provider on this computer, for trying out. */
function isSafeProvider(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1'
}
