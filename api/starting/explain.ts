import { databaseErrorCode } from '../../db/database-error.ts'

/** One line about what went wrong, for whoever started the program. */
export function explain(error: Error): string {
  // A failed query's message holds its values, and among them may be secrets.
  if (error.name === 'DrizzleQueryError')
    return `The database refused a query (${databaseErrorCode(error) ?? error.name}).`
  const { code, port } = error as Error & { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what runs there, or set PORT to another.`
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be used by this user: set PORT to another.`
  return error.message
}
