/** The code PostgreSQL gave an error, wherever drizzle or a driver wrapped it; undefined for any other error. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code
  }
  return undefined
}

/** disk_full, and the file system's own word for it from inside PGlite. */
export function isStorageFull(error: unknown): boolean {
  if (databaseErrorCode(error) === '53100') return true
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/ENOSPC|No space left on device/.test(cause.message)) return true
  }
  return false
}

/** A query that failed without PostgreSQL saying why: in PGlite the engine itself has stopped, and no later query will end. */
export const isEngineStopped = (error: unknown): boolean =>
  error instanceof Error && error.name === 'DrizzleQueryError' && databaseErrorCode(error) === undefined
