import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { keyedHash } from '../stores/hashes.ts'
import { takeCode } from '../stores/second-factors.ts'
import { countAttempt, refuseForNow } from './attempts.ts'
import { readBackupCode } from './backup-codes.ts'
import { refuseWith } from './refusals.ts'

/** What somebody types: six digits of the app, or a printed code. */
export const typedCode = z
  .string()
  .max(40)
  .transform((typed) => {
    const digits = typed.replace(/\s/g, '')
    if (/^\d{6}$/.test(digits)) return { kind: 'app', code: digits } as const
    const printed = readBackupCode(typed)
    return printed === null ? null : ({ kind: 'printed', code: printed } as const)
  })

type Code = NonNullable<z.infer<typeof typedCode>>

export type CodeOutcome =
  | Readonly<{ ok: true; answer: Response; kind: Code['kind'] }>
  | Readonly<{ ok: false; refusal: 'code-refused' | 'sign-in-expired' }>
  | Readonly<{ ok: false; refusal: 'sign-in-later'; seconds: number }>

/**
 * Tries one code for an account, of which the headers show that the password was right or that it is signed in. Each
 * attempt counts, and no code works twice.
 */
export async function tryCode(
  deps: Pick<Deps, 'db' | 'clock' | 'instance'>,
  auth: Auth,
  { account, typed, headers }: Readonly<{ account: string; typed: Code | null; headers: Headers }>,
): Promise<CodeOutcome> {
  const tried = await countAttempt(deps, 'second-factor', account)
  if (!tried.allowed) return { ok: false, refusal: 'sign-in-later', seconds: tried.seconds }
  if (!typed) return { ok: false, refusal: 'code-refused' }
  const codeHash = keyedHash(deps.instance.secret, 'used-code', `${account} ${typed.code}`)
  // The library looks at the real clock for its codes, and so does this.
  if (!(await takeCode(deps.db, codeHash, new Date()))) return { ok: false, refusal: 'code-refused' }
  const asked = { body: { code: typed.code }, headers, asResponse: true } as const
  const answer = typed.kind === 'app' ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked)
  if (!answer.ok) return { ok: false, refusal: await refusalOf(answer) }
  await tried.succeeded()
  return { ok: true, answer, kind: typed.kind }
}

/** After five wrong codes, or ten minutes, the library asks for the password anew. */
async function refusalOf(answer: Response): Promise<'code-refused' | 'sign-in-expired'> {
  const { code } = z.object({ code: z.string().optional() }).parse(await answer.json())
  const isOver = code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'
  return isOver ? 'sign-in-expired' : 'code-refused'
}

export const refuseCode = (c: Context, outcome: Extract<CodeOutcome, { ok: false }>) =>
  outcome.refusal === 'sign-in-later' ? refuseForNow(c, outcome.seconds) : refuseWith(c, outcome.refusal)

/** Whose password was right a moment ago in this browser; null when nobody's was. */
export async function challengedAccount(auth: Auth, c: Context): Promise<string | null> {
  const { createAuthCookie, secret, internalAdapter } = await auth.$context
  const identifier = await getSignedCookie(c, secret, createAuthCookie('two_factor').name)
  if (!identifier) return null
  return (await internalAdapter.findVerificationValue(identifier))?.value ?? null
}

/** The headers without a session that this browser may still have: the code must be of whoever gave the password. */
export async function withoutSession(auth: Auth, headers: Headers): Promise<Headers> {
  const { authCookies } = await auth.$context
  const isSession = (cookie: string) => cookie.trim().startsWith(`${authCookies.sessionToken.name}=`)
  const kept = (headers.get('cookie') ?? '').split(';').filter((cookie) => !isSession(cookie))
  const without = new Headers(headers)
  without.set('cookie', kept.join(';'))
  return without
}
