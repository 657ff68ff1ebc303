import { randomFillSync, randomUUID } from 'node:crypto'
import type { InferRequestType, InferResponseType } from 'hono/client'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { stretchCodeNatively } from '../../db/demo/native-stretch.ts'
import { ask, withCode, withDraft } from '../../web/client.ts'
import { type AccessCode, makeAccessCode } from '../../web/crypto/access-code.ts'
import { fromBase64Url, toBase64Url } from '../../web/crypto/bytes.ts'
import { type IdentityPair, newIdentity } from '../../web/crypto/identity.ts'
import type { Manifest, ReportAnswers } from '../../web/crypto/message.ts'
import { sealReport } from '../../web/crypto/new-report.ts'
import type { StoredGrant } from '../../web/crypto/open-conversation.ts'
import { deriveReporterKeys, type ReporterKeys } from '../../web/crypto/reporter-keys.ts'
import { openWithAuthors } from '../../web/islands/shared/open-with-authors.ts'
import { openDraft } from './draft.ts'
import { granteesAt } from './grantees.ts'
import { accepted, type SchoolApi } from './school-api.ts'
import { uploadFile } from './upload.ts'

/** Somebody with a browser who is about to tell something: code, keys and report key are made, nothing is sent. */
export type Reporter = Readonly<{
  api: SchoolApi
  site: string
  report: string
  message: string
  today: LocalDate
  code: AccessCode
  keys: ReporterKeys
  reportKey: IdentityPair
}>

export type Telling = Readonly<{
  /** Functions by role, people by holder id. */
  to: readonly string[]
  story: string
  /** For whom, who is away, one of them reads. */
  standIns?: Readonly<Record<string, string>>
  urgent?: boolean
  files?: readonly Uint8Array[]
  /** A draft that is open already; without it one is opened with real work. */
  draft?: string
}>

export type SubmissionInput = InferRequestType<SchoolApi['client']['reports']['$post']>['json']

const answers: ReportAnswers = {
  ...{ reporterKind: 'student', forWhom: 'self', forms: ['verbal'], places: ['schoolyard'] },
  ...{ howLong: 'weeks', howOften: 'weekly' },
}

export async function newReporter(api: SchoolApi, site = 'ede'): Promise<Reporter> {
  const { salt, today } = await accepted(ask(api.client.instance.$get()))
  const code = makeAccessCode((bytes) => randomFillSync(new Uint8Array(bytes)))
  const keys = await keysOf(code, fromBase64Url(salt))
  const ids = { report: randomUUID(), message: randomUUID() }
  return { api, site, ...ids, today, code, keys, reportKey: await newIdentity() }
}

export const keysOf = async (code: AccessCode, salt: Uint8Array): Promise<ReporterKeys> =>
  deriveReporterKeys(await stretchCodeNatively(code, salt))

/** What goes to the server, so that a test can spoil it on the way. */
export async function sealSubmission(
  reporter: Reporter,
  {
    to,
    story,
    standIns = {},
    urgent = false,
    manifests = [],
  }: Omit<Telling, 'files'> & { manifests?: readonly Manifest[] },
): Promise<SubmissionInput> {
  const { api, site, report, today: on, keys, reportKey } = reporter
  const { siteKey, grantees } = await granteesAt(api, site, to)
  const body = { answers, story, attachments: manifests }
  const sealed = await sealReport({ site, report, siteKey, on }, body, reportKey, keys, grantees)
  return {
    ...{ report, site, urgent },
    ...{ lookup: toBase64Url(keys.lookup), proof: toBase64Url(keys.proof) },
    reporterGrant: toBase64Url(sealed.reporterGrant),
    grants: sealed.grants.map(({ holder, sealed: own }) => {
      const standsInFor = standIns[holder]
      return { holder, sealed: toBase64Url(own), ...(standsInFor && { standsInFor }) }
    }),
    message: { id: reporter.message, sealed: toBase64Url(sealed.sealed) },
    attachments: manifests.map(({ id, sha256 }) => ({ id, chunks: sha256.length })),
  }
}

export const sendSubmission = ({ client }: SchoolApi, draft: string, json: SubmissionInput) =>
  ask(client.reports.$post({ json }, withDraft(draft)))

/** Tells it all the way. @throws with the refusal when the school does not take it. */
export async function submit(reporter: Reporter, telling: Telling) {
  const draft = telling.draft ?? (await openDraft(reporter.api, reporter.site))
  const manifests: Manifest[] = []
  for (const bytes of telling.files ?? []) manifests.push(await uploadFile(reporter, draft, bytes))
  const submission = await sealSubmission(reporter, { ...telling, manifests })
  const receipt = await accepted(sendSubmission(reporter.api, draft, submission))
  return { receipt, draft, submission }
}

/** Comes back with nothing but the code, perhaps on another device. @throws 'code-unknown' when there is no such report. */
export async function openByCode(api: SchoolApi, code: AccessCode) {
  const { salt } = await accepted(ask(api.client.instance.$get()))
  const keys = await keysOf(code, fromBase64Url(salt))
  const stored = await accepted(ask(api.client.conversation.$get({}, codeHeader(keys))))
  return { keys, stored, conversation: await readAsReporter(stored, keys, api) }
}

/** What the server gives about a conversation, as it is or as a test made it. */
export type StoredConversation = InferResponseType<SchoolApi['client']['conversation']['$get'], 200>

/** Without a school to ask, only those count whose certificates came along. */
export const readAsReporter = (stored: ReadableConversation, keys: ReporterKeys, api?: SchoolApi) =>
  openWithAuthors(sourceOf(stored), stored.grants, { kind: 'reporter', keys }, authorsAt(stored.site, api))

/** As the browser asks for whoever wrote, or handed on a key, and reads along no more. */
export const authorsAt = (site: string, api: SchoolApi | undefined) => async (authors: readonly string[]) => {
  if (!api) return []
  const json = { authors: [...authors] }
  const found = await accepted(ask(api.client.sites[':site']['staff-search'].$post({ param: { site }, json })))
  return found.map(({ certificate }) => certificate)
}

/** The part of an answer that both sides read, from which web/crypto makes a conversation. */
export type ReadableConversation = Pick<
  StoredConversation,
  'site' | 'report' | 'siteKey' | 'certificates' | 'messages'
> &
  Readonly<{ grants: readonly StoredGrant[] }>

export const sourceOf = ({ site, report, siteKey, certificates, messages }: Omit<ReadableConversation, 'grants'>) => ({
  ...{ site, report, certificates, stored: messages },
  serverSiteKey: siteKey ?? '',
})

export const codeHeader = ({ lookup, proof }: Pick<ReporterKeys, 'lookup' | 'proof'>) =>
  withCode({ lookup: toBase64Url(lookup), proof: toBase64Url(proof) })
