import type { LocalDate } from '../../api/domain/local-date.ts'
import { hasOnly, isCount, isDay, isHolderId, isRecord, isSite, isUuid } from './shape.ts'
import { isSigningKey } from './signing.ts'

/** What is written in a dossier, as far as it has a place and a number there. */
export const countedPurposes = ['entry', 'share', 'leave', 'epoch'] as const
export type CountedPurpose = (typeof countedPurposes)[number]

/** Beside it stand keys and cards, which have none. */
export const dossierPurposes = [...countedPurposes, 'grant', 'record', 'card'] as const
export type DossierPurpose = (typeof dossierPurposes)[number]

/** Only staff write in a dossier. `key` is the person's public signing key; a certificate must tie it to the holder. */
export type DossierAuthor = Readonly<{ holder: string; key: string }>

/** The signed facts about something in a dossier: what it belongs to, whose it is, where it stands. */
export type DossierHeader = Readonly<{
  v: 1
  site: string
  dossier: string
  epoch: number
  /** Counts what this author wrote in this dossier, from 1; 0 for keys and cards. */
  number: number
  author: DossierAuthor
  purpose: DossierPurpose
  /** The day the author's browser was told it was. */
  on: LocalDate
  /** The highest number of each other author that the writer had read and verified. */
  seen: Readonly<Record<string, number>>
}>

/** True for a well-formed header with nothing else in it. Says nothing about who wrote it. */
export function isDossierHeader(value: unknown): value is DossierHeader {
  if (!isRecord(value)) return false
  if (!hasOnly(value, 'v', 'site', 'dossier', 'epoch', 'number', 'author', 'purpose', 'on', 'seen')) return false
  const isCounted = countedPurposes.some((purpose) => purpose === value['purpose'])
  return (
    value['v'] === 1 &&
    isSite(value['site']) &&
    isUuid(value['dossier']) &&
    isCount(value['epoch'], 1) &&
    (isCounted ? isCount(value['number'], 1) : value['number'] === 0) &&
    isAuthor(value['author']) &&
    dossierPurposes.some((purpose) => purpose === value['purpose']) &&
    isDay(value['on']) &&
    isSeen(value['seen'])
  )
}

const isAuthor = (value: unknown): value is DossierAuthor =>
  isRecord(value) && hasOnly(value, 'holder', 'key') && isHolderId(value['holder']) && isSigningKey(value['key'])

/** As for reports: a claim about others has a lower ceiling than a number, so that nobody uses up another's numbers. */
const isSeen = (value: unknown): value is DossierHeader['seen'] =>
  isRecord(value) &&
  Object.keys(value).length <= 100 &&
  Object.entries(value).every(([author, number]) => isHolderId(author) && isCount(number, 1, 100_000))
