import type { Manifest } from '../../crypto/manifest.ts'
import { openAttachment } from '../shared/download.ts'
import type { ReportDesk } from './report-desk.svelte.ts'
import { teamApi } from './team-api.ts'

/** The files of one report: fetched in sealed pieces, opened and checked here. */
export class ReportFiles {
  readonly #desk: ReportDesk

  constructor(desk: ReportDesk) {
    this.#desk = desk
  }

  /**
   * @param epoch of the message that holds the manifest.
   * @throws AttachmentChangedError when it is not what its sender signed; another error when it does not come.
   */
  async open(
    manifest: Manifest,
    epoch: number,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Blob> {
    const { place, opened } = this.#desk
    const identity = opened?.identities[epoch]
    if (identity === undefined) throw new Error('no key for this file')
    const fetchChunk = (attachment: string, index: number, stop: AbortSignal) =>
      teamApi.chunk(place, attachment, index, stop)
    return await openAttachment(manifest, { ...place, identity, fetchChunk }, onProgress, signal)
  }
}
