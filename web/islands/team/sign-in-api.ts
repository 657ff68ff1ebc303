import { type Answer, type Asked, ask, type ClientRefusal, makeClient, type Told } from '../../client.ts'
import type { EntryRefusal } from './open-account.ts'
import { troubleOf } from './team-api.ts'

const { auth, team } = makeClient()

export type Ways = Told<typeof auth.ways.$get>
export type AuthenticationOptions = Told<(typeof auth.passkey.options)['$post']>
export type UsedCredential = Asked<(typeof auth.passkey.verify)['$post']>
export type RegistrationOptions = Told<(typeof team.account.passkeys.options)['$post']>
export type NewCredential = Asked<(typeof team.account.passkeys)['$post']>['credential']
export type Who = Readonly<{ name: string; email: string }>

export type EntryAnswer<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; refusal: EntryRefusal }>

/** The ways to sign in that are not a password alone. */
export const signInApi = {
  ways: () => told<Ways>(ask(auth.ways.$get())),
  who: () => told<Who | null>(ask(auth['get-session'].$get())),
  giveCode: (code: string) => told<Who>(ask(auth['two-factor'].verify.$post({ json: { code } }))),
  beginPasskey: () => told<AuthenticationOptions>(ask(auth.passkey.options.$post())),
  usePasskey: (json: UsedCredential) => told<Who>(ask(auth.passkey.verify.$post({ json }))),
  passkeyBox: (credential: string) =>
    told<{ box: string }>(ask(team.account['passkey-boxes'][':credential'].$get({ param: { credential } }))),
  signOutEverywhere: () => told<null>(ask(team.account.sessions.$delete())),
  beginSchool: () => told<{ address: string }>(ask(auth['sign-in'].school.$post())),
} as const

const kinds: Partial<Record<ClientRefusal, EntryRefusal['kind']>> = {
  'code-refused': 'codeWrong',
  'sign-in-expired': 'codeExpired',
  'passkey-refused': 'passkeyRefused',
  'school-unreachable': 'schoolUnreachable',
}

export async function told<Value>(asked: Promise<Answer<unknown>>): Promise<EntryAnswer<Value>> {
  const answer = await asked
  if (answer.ok) return { ok: true, value: answer.value as Value }
  const kind = kinds[answer.refusal] ?? troubleOf(answer.refusal)
  return { ok: false, refusal: { kind, seconds: answer.seconds } }
}
