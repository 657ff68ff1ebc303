import { createMiddleware } from 'hono/factory'
import type { Database } from '../../db/connect.ts'
import { equalHashes, hashOf } from '../stores/hashes.ts'
import { findAccess, type ReportKey } from '../stores/reports.ts'
import { refuseWith } from './refusals.ts'

export type ReporterEnv = { Variables: { report: ReportKey } }

/** `Authorization: Code <look-up id>.<proof>`: 16 and 32 bytes, both derived from the access code in the browser. */
const pattern = /^Code ([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/

/** Stands in for what is missing, so that a malformed, unknown or wrong code costs the same work as a right one. */
const nothing = { lookup: 'A'.repeat(22), proof: 'A'.repeat(43), proofHash: hashOf(new Uint8Array(0)) }

/**
 * Lets the holder of an access code through. Everything else gets one and the same answer, after the same steps; but who
 * has the right code of what was erased is told that.
 */
export const reporterOnly = (db: Database) =>
  createMiddleware<ReporterEnv>(async (c, next) => {
    const [, lookup, proof] = pattern.exec(c.req.header('authorization') ?? '') ?? []
    const lookupHash = hashOf(Buffer.from(lookup ?? nothing.lookup, 'base64url'))
    const proofHash = hashOf(Buffer.from(proof ?? nothing.proof, 'base64url'))
    const access = await findAccess(db, lookupHash)
    const isRight = equalHashes(access?.proofHash ?? nothing.proofHash, proofHash)
    if (!access || !isRight || lookup === undefined) return refuseWith(c, 'code-unknown')
    if (access.report === null) return refuseWith(c, 'report-erased')
    c.set('report', { site: access.site, report: access.report })
    return next()
  })
