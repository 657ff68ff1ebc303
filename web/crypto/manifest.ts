import { reportLimits } from '../../api/domain/report.ts'
import { largestContent } from './padding.ts'
import { isDigest, isListOf, isRecord, isText, isUuid } from './shape.ts'

/** Bytes of a file in each chunk but the last. What is left of the biggest size holds the chunk's header. */
export const chunkBytes = largestContent - 508

/** What a signed message says about a file, so that no piece of it can be changed, left out or swapped. */
export type Manifest = Readonly<{
  id: string
  name: string
  /** Media type as the writer's browser saw it: a claim, never a reason to run anything. */
  type: string
  size: number
  /** SHA-256 of each sealed chunk in order, base64url. */
  sha256: readonly string[]
}>

/** At least one, also for an empty file. */
export const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / chunkBytes))

export const isManifest = (value: unknown): value is Manifest =>
  isRecord(value) &&
  isUuid(value['id']) &&
  isText(value['name']) &&
  isText(value['type']) &&
  typeof value['size'] === 'number' &&
  Number.isInteger(value['size']) &&
  value['size'] >= 0 &&
  value['size'] <= reportLimits.attachmentBytes &&
  isListOf(value['sha256'], isDigest, 1_000) &&
  value['sha256'].length === chunkCount(value['size'])

export const areManifests = (value: unknown): value is Manifest[] =>
  isListOf(value, isManifest, reportLimits.attachments)
