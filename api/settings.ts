import { resolve } from 'node:path'
import { z } from 'zod'

const settings = z.object({
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
  DEMO: z.enum(['0', '1']).optional(),
  MIN_FREE_MB: z.coerce.number().min(0).default(200),
  DIST_DIR: z.string().min(1).default('./dist'),
  SCHOOL_CONFIG: z.string().min(1).default('school.json'),
})

/** What an administrator can set, all through the environment: docs/deploy.md explains each. */
export type Settings = z.infer<typeof settings>

/** @throws an error that names the setting; never its value, which may be a secret. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`These settings cannot be used: ${problems.join('; ')}.`)
  }
  return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR), DIST_DIR: resolve(parsed.data.DIST_DIR) }
}
