import type { LocalDate } from '../../api/domain/local-date.ts'

/** Checks on what was decrypted or received. Nothing that came from elsewhere is trusted to have its type. */
export type Fields = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** These fields and no other. */
export const hasOnly = (value: Fields, ...names: readonly string[]): boolean =>
  Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name))

export const isText = (value: unknown, longest = Number.POSITIVE_INFINITY): value is string =>
  typeof value === 'string' && value.length <= longest

export const isListOf = <T>(value: unknown, is: (item: unknown) => item is T, longest: number): value is T[] =>
  Array.isArray(value) && value.length <= longest && value.every(is)

/** A whole number from `least` to `most`, which leaves room to count on. */
export const isCount = (value: unknown, least: number, most = 1_000_000): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

const pattern =
  (shape: RegExp) =>
  (value: unknown): value is string =>
    typeof value === 'string' && shape.test(value)

export const isSite = pattern(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const isUuid = pattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
/** A role name or a uuid. */
export const isHolderId = pattern(/^[A-Za-z0-9-]{1,64}$/)
/** A holder of the report's own site, or of another one as `<site>/<id>`: see api/domain/holder-id.ts. */
export const isReaderId = pattern(/^([a-z0-9]+(-[a-z0-9]+)*\/)?[A-Za-z0-9-]{1,64}$/)
/** One of the codes in which questions are answered. */
export const isAnswerCode = pattern(/^[A-Za-z0-9-]{1,40}$/)
/** SHA-256, base64url. */
export const isDigest = pattern(/^[A-Za-z0-9_-]{43}$/)

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const isDay = (value: unknown): value is LocalDate => typeof value === 'string' && day.test(value)
