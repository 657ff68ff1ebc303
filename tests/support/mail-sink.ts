import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail as it crossed the wire. */
export type SunkMail = Readonly<{ to: string; raw: string }>

export type MailSink = Readonly<{
  url: string
  mails: readonly SunkMail[]
  /** The first mail there is, or that comes. */
  first(): Promise<SunkMail>
  /** Everything refused from now on answers this; null takes every mail again. */
  refuse(answer: Readonly<{ at: 'recipient' | 'data'; code: number; to?: string }> | null): void
  /** Answers nobody who names a recipient from now on; `untilHeld` waits for the first of them. */
  hold(): Readonly<{ untilHeld: Promise<void>; release(): void }>
  close(): Promise<void>
}>

/** A real mail server on a free port that keeps what it gets and delivers nothing. */
export async function startMailSink(): Promise<MailSink> {
  const mails: SunkMail[] = []
  const first = Promise.withResolvers<SunkMail>()
  let refusal: Parameters<MailSink['refuse']>[0] = null
  let gate: { wait: Promise<void>; reached: () => void } | null = null
  const refused = (code: number) => Object.assign(new Error('no thanks'), { responseCode: code })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: async ({ address }, _session, done) => {
      gate?.reached()
      await gate?.wait
      const isMeant = refusal?.at === 'recipient' && (refusal.to === undefined || refusal.to === address)
      done(isMeant && refusal ? refused(refusal.code) : null)
    },
    onData: (stream, session, done) => {
      void buffer(stream).then((raw) => {
        if (refusal?.at === 'data') return done(refused(refusal.code))
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, raw: raw.toString() })
        if (mails[0]) first.resolve(mails[0])
        done(null)
      })
    },
  })
  // A client that is killed half-way is what some tests are about.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    first: () => first.promise,
    refuse: (answer) => {
      refusal = answer
    },
    hold: () => {
      const [held, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      gate = { wait: opened.promise, reached: held.resolve }
      const release = () => {
        gate = null
        opened.resolve()
      }
      return { untilHeld: held.promise, release }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What a mail reader shows: the header lines and the text, decoded. */
export function readMail({ raw }: SunkMail): Readonly<{ header(name: string): string; text: string }> {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1] ?? ''
  const body = raw.slice(end + 4)
  const bytes = /quoted-printable/i.test(header('Content-Transfer-Encoding')) ? unquoted(body) : Buffer.from(body)
  return { header, text: bytes.toString().replaceAll('\r\n', '\n') }
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
