import { randomUUID } from 'node:crypto'
import { addDays, type LocalDate } from '../../api/domain/local-date.ts'
import { openDraft } from '../../api/stores/drafts.ts'
import { hashOf } from '../../api/stores/hashes.ts'
import { reply } from '../../api/stores/replies.ts'
import { submit } from '../../api/stores/submissions.ts'
import type { AccessCode } from '../../web/crypto/access-code.ts'
import { sealEnvelope } from '../../web/crypto/envelope.ts'
import type { Grantee } from '../../web/crypto/grant.ts'
import type { Header } from '../../web/crypto/header.ts'
import { type IdentityPair, newIdentity } from '../../web/crypto/identity.ts'
import { sealReport } from '../../web/crypto/new-report.ts'
import { deriveReporterKeys } from '../../web/crypto/reporter-keys.ts'
import type { Database } from '../connect.ts'
import type { MadeSite, Maker } from './make-staff.ts'
import { stretchCodeNatively } from './native-stretch.ts'
import type { Story } from './stories.ts'

type Placed = Readonly<{ report: string; key: IdentityPair; on: LocalDate }>

/** Writes one story as a reporter with this code would, and answers it as the staff member would. */
export async function makeReport(
  db: Database,
  maker: Maker,
  made: MadeSite,
  code: AccessCode,
  story: Story,
): Promise<void> {
  const keys = await deriveReporterKeys(await stretchCodeNatively(code, Buffer.from(maker.instance.salt, 'base64url')))
  const key = await newIdentity()
  const { site, siteKey } = made
  const [report, on] = [randomUUID(), addDays(maker.today, -story.daysAgo)]
  const sealed = await sealReport({ site, report, siteKey, on }, story.body, key, keys, [readerOf(made, story.to)])
  const answers = story.answer ? await sealAnswer(maker, made, { report, key, on }, story.answer) : []

  await db.transaction(async (tx) => {
    const tokenHash = hashOf(maker.random(32))
    await openDraft(tx, { tokenHash, site, today: maker.today })
    const submission = {
      ...{ site, report, urgent: story.urgent, attachments: [] },
      ...{ lookupHash: hashOf(keys.lookup), proofHash: hashOf(keys.proof) },
      ...{
        reporterGrant: sealed.reporterGrant,
        grants: sealed.grants,
        message: { id: randomUUID(), sealed: sealed.sealed },
      },
    }
    const stored = await submit(tx, tokenHash, submission, on)
    if (!stored.ok) throw new Error(`the demonstration's report was refused: ${stored.refusal}`)
    for (const { state, ...message } of answers) {
      const added = await reply(tx, { site, report }, { ...message, epoch: 1, isFromReporter: false }, { state })
      if (!added.ok) throw new Error(`the demonstration's answer was refused: ${added.refusal}`)
    }
  })
}

function readerOf({ staff, functions }: MadeSite, to: Story['to']): Grantee {
  if ('function' in to) {
    const made = functions.find(({ role }) => role === to.function)
    if (made) return { holder: made.role, name: made.name, recipient: made.recipient }
  } else {
    const person = staff.find(({ email }) => email.startsWith(`${to.person}.`))
    if (person) return { holder: person.holder, name: person.name, recipient: person.keys.identity.recipient }
  }
  throw new Error('a story for somebody who is not there')
}

/** The answer, and then the state it puts the report in: two messages, signed by the person who wrote. */
async function sealAnswer(maker: Maker, made: MadeSite, placed: Placed, answer: NonNullable<Story['answer']>) {
  const person = made.staff.find(({ email }) => email.startsWith(`${answer.by}.`))
  if (!person) throw new Error('an answer by somebody who is not there')
  const { holder, keys } = person
  const { report, key } = placed
  const sentOn = addDays(maker.today, -answer.daysAgo)
  const header = (number: number, purpose: 'message' | 'status'): Header => ({
    ...{ v: 1, site: made.site, report, epoch: 1, number, purpose, on: sentOn, seen: { reporter: 1 } },
    author: { kind: 'staff', holder, key: keys.signing.publicKey },
  })
  const seal = (head: Header, body: unknown) => sealEnvelope(head, body, keys.signing.secret, key.recipient)
  const text = { text: answer.text, attachments: [] }
  return [
    { id: randomUUID(), sentOn, state: undefined, sealed: await seal(header(1, 'message'), text) },
    { id: randomUUID(), sentOn, state: answer.state, sealed: await seal(header(2, 'status'), { state: answer.state }) },
  ]
}
