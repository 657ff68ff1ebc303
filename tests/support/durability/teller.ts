import { randomFillSync, randomUUID } from 'node:crypto'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { systemClock } from '../../../api/http/clock.ts'
import { stretchCodeNatively } from '../../../db/demo/native-stretch.ts'
import { type Answer, ask, putChunk, withDraft } from '../../../web/client.ts'
import { makeAccessCode } from '../../../web/crypto/access-code.ts'
import { sealChunks } from '../../../web/crypto/attachment.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import type { Manifest } from '../../../web/crypto/message.ts'
import { sealReport } from '../../../web/crypto/new-report.ts'
import { deriveReporterKeys, type ReporterKeys } from '../../../web/crypto/reporter-keys.ts'
import { codeHeader } from '../reporter.ts'
import type { Killable } from './killable.ts'
import type { SmallSchool } from './school-directory.ts'

/** What the server said it has, as the reporter remembers it. */
export type Told = Readonly<{
  keys: ReporterKeys
  story: string
  messages: readonly string[]
  files: readonly Readonly<{ manifest: Manifest; bytes: Uint8Array }>[]
}>

export type Teller = Readonly<{
  server: Killable
  school: SmallSchool
  /** Called for each request that got no answer. */
  onCut: () => void
  /** Called for each that got one, with how long it took. */
  onAnswer: (milliseconds: number) => void
}>

const fileBytes = 300_000
const messagesEach = 4

/** Tells one story with a file and writes back four times, through as many deaths of the server as it takes. */
export async function tell(teller: Teller): Promise<Told> {
  const { server, school } = teller
  const { site, siteKey } = school.site
  const keys = await deriveReporterKeys(
    await stretchCodeNatively(
      makeAccessCode((bytes) => randomFillSync(new Uint8Array(bytes))),
      school.salt,
    ),
  )
  const [reportKey, report, on] = [await newIdentity(), randomUUID(), systemClock.today()]
  const draft = await openDraft(teller)

  const bytes = randomFillSync(new Uint8Array(fileBytes))
  const manifest = {
    ...{ id: randomUUID(), name: 'foto.jpg', type: 'image/jpeg', size: bytes.length },
    sha256: [] as string[],
  }
  for await (const { index, sealed, digest } of sealChunks(new Blob([bytes]), reportKey.recipient, {
    ...{ site, report, attachment: manifest.id },
  })) {
    await acknowledged(teller, () =>
      putChunk(draft, { attachment: manifest.id, index, sealed }, { send: server.api.send }),
    )
    manifest.sha256.push(digest)
  }

  const story = `verhaal ${randomUUID()}`
  const body = { answers, story, attachments: [manifest] }
  const readers = school.site.functions.map(({ role, name, recipient }) => ({ holder: role, name, recipient }))
  const sealed = await sealReport({ site, report, siteKey, on }, body, reportKey, keys, readers)
  const json = {
    ...{ report, site, urgent: false, attachments: [{ id: manifest.id, chunks: manifest.sha256.length }] },
    ...{ lookup: toBase64Url(keys.lookup), proof: toBase64Url(keys.proof) },
    reporterGrant: toBase64Url(sealed.reporterGrant),
    grants: sealed.grants.map((grant) => ({ ...grant, sealed: toBase64Url(grant.sealed) })),
    message: { id: randomUUID(), sealed: toBase64Url(sealed.sealed) },
  }
  await acknowledged(teller, () => ask(server.api.client.reports.$post({ json }, withDraft(draft))))

  const messages: string[] = []
  for (let number = 2; number < 2 + messagesEach; number += 1) {
    const text = `bericht ${number} ${randomUUID()}`
    const header = {
      v: 1,
      site,
      report,
      epoch: 1,
      number,
      author: { kind: 'reporter' },
      purpose: 'message',
      on,
      seen: {},
    } as const
    const written = await sealEnvelope(header, { text, attachments: [] }, keys.signing.secret, reportKey.recipient)
    const message = { id: randomUUID(), epoch: 1, sealed: toBase64Url(written), attachments: [] }
    await acknowledged(teller, () =>
      ask(server.api.client.conversation.messages.$post({ json: message }, codeHeader(keys))),
    )
    messages.push(text)
  }
  return { keys, story, messages, files: [{ manifest, bytes }] }
}

const answers = {
  ...{ reporterKind: 'student', forWhom: 'self', forms: ['verbal'], places: ['schoolyard'] },
  ...{ howLong: 'weeks', howOften: 'weekly' },
}

/** Asks again until there is an answer, as a browser does when the connection was cut. @throws any refusal. */
async function acknowledged<Value>(teller: Teller, attempt: () => Promise<Answer<Value>>): Promise<Value> {
  for (;;) {
    const value = await tryOnce(teller, attempt)
    if (value !== cut) return value
  }
}

const cut = Symbol('cut')

async function tryOnce<Value>(
  { server, onCut, onAnswer }: Teller,
  attempt: () => Promise<Answer<Value>>,
): Promise<Value | typeof cut> {
  await server.up()
  const start = performance.now()
  const answer = await attempt()
  if (answer.ok) {
    onAnswer(performance.now() - start)
    return answer.value
  }
  if (answer.refusal !== 'offline') throw new Error(`refused: ${answer.refusal}`)
  onCut()
  return cut
}

/** The one thing that cannot be asked twice: a solution counts once, also when the answer to it was lost. */
async function openDraft(teller: Teller): Promise<string> {
  const { server, school } = teller
  const param = { site: school.site.site }
  const { drafts, challenge: challenges } = server.api.client.sites[':site']
  for (;;) {
    const challenge = await acknowledged(teller, () => ask(challenges.$get({ param })))
    const solution = await solveChallenge({ challenge, deriveKey, timeout: 600_000 })
    if (!solution) throw new Error('not solved')
    const { counter, derivedKey } = solution
    const json = { solution: { challenge, solution: { counter, derivedKey } } }
    const opened = await tryOnce(teller, () => ask(drafts.$post({ param, json })))
    if (opened !== cut) return opened.draft
  }
}
