import type { AccessCode } from '../../crypto/access-code.ts'
import type { Grantee } from '../../crypto/grant.ts'
import type { IdentityPair } from '../../crypto/identity.ts'
import type { ReportBody } from '../../crypto/message.ts'
import type { ReporterKeys } from '../../crypto/reporter-keys.ts'
import { draftChunks } from '../shared/chunk-store.ts'
import { codeKeys } from '../shared/code-keys.ts'
import type { UploadTarget } from '../shared/upload.ts'
import type { ProofOfWork } from './proof-of-work.ts'
import {
  type Answer,
  type Instance,
  type Receipt,
  type SealedSubmission,
  schoolApi,
  type Trouble,
} from './school-api.ts'

/** What is to be sent. Readers come from checked certificates. */
export type ReportToSend = Readonly<{
  site: string
  siteKey: string
  isUrgent: boolean
  body: ReportBody
  /** `standsInFor`: reads for as long as that one is away. */
  readers: readonly (Grantee & Readonly<{ standsInFor?: string }>)[]
  attachments: readonly Readonly<{ id: string; chunks: number }>[]
}>

export type SendTrouble = Trouble | 'no-encryption'
export type Sent = Readonly<{
  receipt: Receipt
  code: AccessCode
  /** An attempt whose answer never came had arrived, without what was changed since. */
  isEarlier: boolean
}>
export type Outcome = Readonly<{ ok: true; sent: Sent }> | Readonly<{ ok: false; trouble: SendTrouble }>
export type Draft = Readonly<{ site: string; token: string }>
type Secrets = Readonly<{ code: AccessCode; keys: ReporterKeys; reportKey: IdentityPair }>

// A busy site may ask for more work than was done; whoever was refused this often gets no further by asking.
const mostTries = 3

/**
 * One report on its way. Its id, its code and its keys stay the same whatever happens, and so does what was sealed as
 * long as the answers do: a second attempt can never become a second report.
 */
export class Submission {
  readonly report: string = crypto.randomUUID()
  readonly #message: string = crypto.randomUUID()
  readonly #instance: Instance
  readonly #work: ProofOfWork
  #secrets: Promise<Secrets> | undefined
  #draft: Draft | undefined
  #sealed: Readonly<{ from: string; submission: SealedSubmission }> | undefined

  constructor(instance: Instance, work: ProofOfWork) {
    this.#instance = instance
    this.#work = work
  }

  /** Makes the code and its keys, which takes a second on a cheap phone. @throws when this browser cannot. */
  prepare(): Promise<Secrets> {
    this.#secrets ??= makeSecrets(this.#instance.salt).catch((error: unknown) => {
      this.#secrets = undefined
      throw error
    })
    return this.#secrets
  }

  /** The draft at this site, opened with the solved work when there is none yet. */
  async openDraft(site: string): Promise<Answer<Draft>> {
    let answer: Answer<Draft> = { ok: false, trouble: 'failed', refusal: 'unexpected' }
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (this.#draft?.site === site) return { ok: true, value: this.#draft }
      answer = await this.#askDraft(site)
      if (!answer.ok && answer.refusal !== 'solution-refused' && answer.refusal !== 'solution-spent') break
    }
    return answer
  }

  /** The server does not know the draft any more; the next one is another. */
  loseDraft(): void {
    this.#draft = undefined
  }

  /** Where the attachments go. */
  async uploadTarget({ site, token }: Draft): Promise<UploadTarget> {
    const { reportKey } = await this.prepare()
    return { site, report: this.report, recipient: reportKey.recipient, chunks: draftChunks(token) }
  }

  async send(report: ReportToSend, draft: Draft): Promise<Outcome> {
    const sealed = await this.#seal(report).catch(() => null)
    if (!sealed) return { ok: false, trouble: 'no-encryption' }
    const answer = await schoolApi.send(draft.token, sealed)
    if (answer.ok) return this.#sent(answer.value, false)
    const mayHaveArrived = answer.refusal === 'draft-used' || answer.refusal === 'report-taken'
    const earlier = mayHaveArrived ? await schoolApi.receipt(sealed) : null
    if (earlier?.ok) return this.#sent(earlier.value, true)
    if (answer.refusal === 'draft-unknown' || answer.refusal === 'attachment-incomplete') this.loseDraft()
    return { ok: false, trouble: answer.trouble }
  }

  async #askDraft(site: string): Promise<Answer<Draft>> {
    const solution = await this.#work.solution(site)
    if (!solution.ok) {
      this.#work.forget()
      return solution
    }
    const opened = await schoolApi.openDraft(site, solution.value)
    // Without an answer nobody knows whether the solution was spent. It is kept: asking again tells.
    if (opened.ok || opened.trouble === 'refused') this.#work.forget()
    if (!opened.ok) return opened
    this.#draft = { site, token: opened.value.draft }
    return { ok: true, value: this.#draft }
  }

  /** The same report is sealed once; sealing it again would make other bytes, and so another report. */
  async #seal(report: ReportToSend): Promise<SealedSubmission> {
    const from = JSON.stringify(report)
    if (this.#sealed?.from === from) return this.#sealed.submission
    const [{ keys, reportKey }, { sealReport }, { toBase64Url }] = await Promise.all([
      this.prepare(),
      import('../../crypto/new-report.ts'),
      import('../../crypto/bytes.ts'),
    ])
    const { site, siteKey, isUrgent, body, readers, attachments } = report
    const place = { site, siteKey, report: this.report, on: this.#instance.today }
    const grantees = readers.map(({ holder, name, recipient }) => ({ holder, name, recipient }))
    const sealed = await sealReport(place, body, reportKey, keys, grantees)
    const submission = {
      report: this.report,
      site,
      urgent: isUrgent,
      lookup: toBase64Url(keys.lookup),
      proof: toBase64Url(keys.proof),
      reporterGrant: toBase64Url(sealed.reporterGrant),
      grants: sealed.grants.map(({ holder, sealed: own }) => {
        const standsInFor = readers.find((reader) => reader.holder === holder)?.standsInFor
        return { holder, sealed: toBase64Url(own), ...(standsInFor && { standsInFor }) }
      }),
      message: { id: this.#message, sealed: toBase64Url(sealed.sealed) },
      attachments: [...attachments],
    }
    this.#sealed = { from, submission }
    return submission
  }

  async #sent(receipt: Receipt, isEarlier: boolean): Promise<Outcome> {
    return { ok: true, sent: { receipt, code: (await this.prepare()).code, isEarlier } }
  }
}

async function makeSecrets(salt: string): Promise<Secrets> {
  const [{ makeAccessCode }, { fromBase64Url }, { newIdentity }] = await Promise.all([
    import('../../crypto/access-code.ts'),
    import('../../crypto/bytes.ts'),
    import('../../crypto/identity.ts'),
  ])
  const code = makeAccessCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const [keys, reportKey] = await Promise.all([codeKeys(code, fromBase64Url(salt)), newIdentity()])
  return { code, keys, reportKey }
}
