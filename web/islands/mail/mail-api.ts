import { ask, makeClient, type Told } from '../../client.ts'

const { mail } = makeClient().team

export type MailState = Told<typeof mail.$get>
export type WaitingMail = MailState['troubles'][number]

/** What the page about mail asks of the server. */
export const mailApi = {
  state: () => ask(mail.$get()),
  retry: (id: string) => ask(mail[':mail'].attempts.$post({ param: { mail: id } })),
} as const
