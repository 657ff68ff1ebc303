import { accept, type Outcome, refuse } from './outcome.ts'
import type { Pair } from './ownership.ts'
import { reportLimits } from './report.ts'
import { isReceivingFunction } from './roles.ts'

/** What a reporter's browser asks to store as one report. What is in it nobody here can read. */
export type Submission = Readonly<{
  site: string
  grants: readonly AskedGrant[]
  attachments: readonly AttachmentClaim[]
}>

/** `standsInFor`: this person gets the key for as long as that one, who gets it too, is away. */
export type AskedGrant = Readonly<{ holder: string; standsInFor?: string | undefined }>

/** An attachment as the sender announces it: so many chunks, numbered from 0. */
export type AttachmentClaim = Readonly<{ id: string; chunks: number }>

/** What the school knows of the site the report is for. */
export type ReceivingSite = Readonly<{ id: string; siteKey: string | null; holders: readonly string[] }>

/** Chunks that lie ready under the same draft: their numbers per attachment. */
export type Uploaded = ReadonlyMap<string, readonly number[]>

type SubmissionRefusal = 'site-unknown' | 'site-closed' | 'grants-wrong' | 'holder-unknown' | 'attachment-incomplete'

/** A report is stored whole or not at all: every holder is one the site has signed, and every chunk is there. */
export function acceptSubmission(
  submission: Submission,
  site: ReceivingSite,
  uploaded: Uploaded,
): Outcome<true, SubmissionRefusal> {
  if (submission.site !== site.id) return refuse('site-unknown')
  if (site.siteKey === null) return refuse('site-closed')
  const granted = acceptGrants(submission.grants, site.holders)
  return granted.ok ? acceptAttachments(submission.attachments, uploaded) : granted
}

/**
 * Somebody must be able to read it, each holder once, and none that the site does not have. Whoever is stood in for
 * reads it too, and for themselves.
 */
export function acceptGrants(
  grants: readonly AskedGrant[],
  known: readonly string[],
): Outcome<true, 'grants-wrong' | 'holder-unknown'> {
  const holders = grants.map(({ holder }) => holder)
  if (holders.length === 0 || holders.length > reportLimits.grants) return refuse('grants-wrong')
  if (new Set(holders).size !== holders.length) return refuse('grants-wrong')
  const own = grants.filter(({ standsInFor }) => standsInFor === undefined).map(({ holder }) => holder)
  const isWrong = ({ absent, deputy }: Pair) =>
    !own.includes(absent) || isReceivingFunction(absent) || isReceivingFunction(deputy)
  if (standInsOf(grants).some(isWrong)) return refuse('grants-wrong')
  return holders.every((holder) => known.includes(holder)) ? accept(true) : refuse('holder-unknown')
}

export const standInsOf = (grants: readonly AskedGrant[]): readonly Pair[] =>
  grants.flatMap(({ holder, standsInFor }) =>
    standsInFor === undefined ? [] : [{ absent: standsInFor, deputy: holder }],
  )

/** Each attachment announced once, and its chunks 0 to n-1 all there and no others. */
export function acceptAttachments(
  claims: readonly AttachmentClaim[],
  uploaded: Uploaded,
): Outcome<true, 'attachment-incomplete'> {
  const isWhole = ({ id, chunks }: AttachmentClaim) => {
    const indexes = uploaded.get(id) ?? []
    return chunks > 0 && chunks <= reportLimits.attachmentChunks && isCounting(indexes, chunks)
  }
  const isAsAllowed =
    claims.length <= reportLimits.attachments && new Set(claims.map(({ id }) => id)).size === claims.length
  return isAsAllowed && claims.every(isWhole) ? accept(true) : refuse('attachment-incomplete')
}

const isCounting = (indexes: readonly number[], count: number): boolean =>
  indexes.length === count && [...indexes].sort((a, b) => a - b).every((index, place) => index === place)
