import type { AttachmentSource } from '../shared/download.ts'
import type { OpenedReport } from './open-report.ts'
import { type ReportPlace, teamApi } from './team-api.ts'

/** Where the sealed pieces of a report's files come from, by the epoch of the message that names them. */
export type ReportFiles = (epoch: number) => AttachmentSource | null

export const filesOf =
  ({ site, report }: ReportPlace, identities: OpenedReport['identities']): ReportFiles =>
  (epoch) => {
    const identity = identities.get(epoch)
    if (identity === undefined) return null
    const fetchChunk = (attachment: string, index: number, signal: AbortSignal) =>
      teamApi.chunk({ site, report }, attachment, index, signal)
    return { site, report, identity, fetchChunk }
  }
