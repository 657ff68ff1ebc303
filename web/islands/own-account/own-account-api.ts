import { ask, makeClient, type Told } from '../../client.ts'
import type { NewCredential, RegistrationOptions } from '../team/sign-in-api.ts'
import { type EntryAnswer, told } from '../team/sign-in-api.ts'

const { account } = makeClient().team
const { passkeys, sessions } = account
const codes = account['second-factor']

export type OwnAccount = Told<typeof account.$get>
export type OwnPasskey = OwnAccount['passkeys'][number]
export type OwnSession = OwnAccount['sessions'][number]
export type NewCodes = Told<typeof codes.$post>
type FreshCodes = Told<(typeof codes)['backup-codes']['$post']>

/** What somebody changes about how they sign in. `password` is what the browser derives from it, never itself. */
export const ownAccountApi = {
  show: () => told<OwnAccount>(ask(account.$get())),
  beginCodes: (password: string) => told<NewCodes>(ask(codes.$post({ json: { password } }))),
  confirmCodes: (code: string) => told<null>(ask(codes.confirm.$post({ json: { code } }))),
  freshCodes: (password: string) => told<FreshCodes>(ask(codes['backup-codes'].$post({ json: { password } }))),
  stopCodes: (code: string) => told<null>(ask(codes.off.$post({ json: { code } }))),
  beginPasskey: (password: string) => told<RegistrationOptions>(ask(passkeys.options.$post({ json: { password } }))),
  keepPasskey: (json: { name: string; credential: NewCredential; box?: string }) =>
    told<null>(ask(passkeys.$post({ json }))),
  renamePasskey: (passkey: string, name: string) =>
    told<null>(ask(passkeys[':passkey'].$put({ param: { passkey }, json: { name } }))),
  removePasskey: (passkey: string) => told<null>(ask(passkeys[':passkey'].$delete({ param: { passkey } }))),
  endSession: (session: string) => told<null>(ask(sessions[':session'].$delete({ param: { session } }))),
} as const

export type { EntryAnswer }
