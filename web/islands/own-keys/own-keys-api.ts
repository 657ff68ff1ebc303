import { ask, makeClient, type Told } from '../../client.ts'

const client = makeClient()

export type Invited = Readonly<{ name: string; email: string; isAnew: boolean }>

type Password = Readonly<{ authentication: string; box: string }>
type Sheet = Readonly<{ recoveryBox: string; recoveryProof: string }>
export type Enrolment = Password & Sheet & Readonly<{ token: string; recipient: string; signingKey: string }>
export type KnownPasskey = Told<(typeof client.recovery.box)['$post']>['passkeys'][number]
type Proven = Readonly<{ email: string; proof: string }>

/** What the pages that make, restore and change somebody's own keys ask of the server. */
export const ownKeysApi = {
  invitation: (token: string) => ask(client.enrolment.invitation.$post({ json: { token } })),
  enrol: (json: Enrolment) => ask(client.enrolment.$post({ json })),
  recoveryBox: (json: Proven) => ask(client.recovery.box.$post({ json })),
  recover: (json: Proven & Password & Readonly<{ keptPasskeys: string[] }>) => ask(client.recovery.$post({ json })),
  /** `password`: the authentication secret of the one in use. */
  changePassword: (json: Password & Readonly<{ password: string }>) => ask(client.team.account.password.$put({ json })),
  changeSheet: (json: Sheet & Readonly<{ password: string }>) =>
    ask(client.team.account['recovery-sheet'].$put({ json })),
} as const
