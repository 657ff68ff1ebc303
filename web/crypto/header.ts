import type { LocalDate } from '../../api/domain/local-date.ts'
import { hasOnly, isCount, isDay, isReaderId, isRecord, isSite, isUuid } from './shape.ts'
import { isSigningKey } from './signing.ts'

export const purposes = ['report', 'message', 'checkIn', 'status', 'share', 'leave', 'epoch', 'grant'] as const
export type Purpose = (typeof purposes)[number]

/** 'reporter', or the holder id of the staff member who wrote. */
export type AuthorId = string

/** `key` is the public signing key of the person; a certificate must tie it to the holder. */
export type Author = Readonly<{ kind: 'reporter' }> | Readonly<{ kind: 'staff'; holder: string; key: string }>

/** The signed facts about something written: what it belongs to, whose it is, where in the conversation it stands. */
export type Header = Readonly<{
  v: 1
  site: string
  report: string
  epoch: number
  /** Counts what this author wrote in this report, from 1. A grant is no part of the conversation and has 0. */
  number: number
  author: Author
  purpose: Purpose
  /** The day the author's browser was told it was. */
  on: LocalDate
  /** The highest number of each other author that the writer had read and verified. */
  seen: Readonly<Record<AuthorId, number>>
}>

export const authorId = (author: Author): AuthorId => (author.kind === 'reporter' ? 'reporter' : author.holder)

/** True for a well-formed header with nothing else in it. Says nothing about who wrote it. */
export function isHeader(value: unknown): value is Header {
  if (!isRecord(value)) return false
  if (!hasOnly(value, 'v', 'site', 'report', 'epoch', 'number', 'author', 'purpose', 'on', 'seen')) return false
  const isGrant = value['purpose'] === 'grant'
  return (
    value['v'] === 1 &&
    isSite(value['site']) &&
    isUuid(value['report']) &&
    isCount(value['epoch'], 1) &&
    isCount(value['number'], isGrant ? 0 : 1) &&
    (!isGrant || value['number'] === 0) &&
    isAuthor(value['author']) &&
    purposes.some((purpose) => purpose === value['purpose']) &&
    isDay(value['on']) &&
    isSeen(value['seen'])
  )
}

function isAuthor(value: unknown): value is Author {
  if (!isRecord(value)) return false
  if (value['kind'] === 'reporter') return hasOnly(value, 'kind')
  const isStaff = value['kind'] === 'staff' && hasOnly(value, 'kind', 'holder', 'key')
  // Nobody may be called what the reporter is called, or `seen` would mix them up.
  return isStaff && isReaderId(value['holder']) && value['holder'] !== 'reporter' && isSigningKey(value['key'])
}

/** A claim about others has a lower ceiling than a number, so that nobody can use up the numbers of somebody else. */
const isSeen = (value: unknown): value is Header['seen'] =>
  isRecord(value) &&
  Object.keys(value).length <= 100 &&
  Object.entries(value).every(([author, number]) => isReaderId(author) && isCount(number, 1, 100_000))
