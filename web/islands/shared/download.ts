import type { Manifest } from '../../crypto/manifest.ts'
import { extensionOf, isAllowedType } from './attachments.ts'

/** Where the sealed pieces of one report come from, and the report key of the epoch in which they were sent. */
export type AttachmentSource = Readonly<{
  site: string
  report: string
  identity: string
  fetchChunk(attachment: string, index: number, signal: AbortSignal): Promise<Uint8Array>
}>

/** Thrown when a piece is not what its sender signed. Nothing of the file may be used then. */
export class AttachmentChangedError extends Error {}

/**
 * Fetches and opens a file piece by piece. Each piece is held against the manifest of a verified message, so a server
 * can neither change, swap nor drop one.
 *
 * @param manifest of a verified message. @param onProgress takes the share that is there, from 0 to 1.
 * @throws AttachmentChangedError; whatever `fetchChunk` throws; the signal's reason.
 */
export async function openAttachment(
  manifest: Manifest,
  source: AttachmentSource,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const { openChunk } = await import('../../crypto/attachment.ts')
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (const index of manifest.sha256.keys()) {
    const sealed = await source.fetchChunk(manifest.id, index, signal)
    signal.throwIfAborted()
    const { site, report, identity } = source
    const data = await openChunk(sealed, identity, { site, report, manifest, index }).catch((cause: unknown) => {
      throw new AttachmentChangedError('attachment changed', { cause })
    })
    parts.push(new Uint8Array(data))
    onProgress(parts.length / manifest.sha256.length)
  }
  return new Blob(parts, { type: pictureType(manifest) ?? 'application/octet-stream' })
}

/** Pictures that a browser draws without running anything; all else is only saved. SVG is a document with a program. */
const drawableTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']

/** The type under which a file may be shown as a picture, or null. What a sender claims is only looked up here. */
export const pictureType = ({ type }: Manifest): string | null => drawableTypes.find((known) => known === type) ?? null

/**
 * Hands the file to the device as a download. It is never opened in the page.
 *
 * @param type - only of what this program made itself: a phone may offer to open it.
 */
export function saveToDevice(content: Blob, name: string, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the content once it has begun, which the browser does not tell us.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/**
 * A name that cannot fool whoever saves it: no folders, no signs that turn the text around, and an ending that fits
 * the type, so that `verslag.pdf.exe` does not become a program.
 */
export function safeName({ name, type }: Manifest): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '')
    .replace(/^[.\s]+/, '')
    .slice(-80)
  const ending = isAllowedType(type) ? `.${extensionOf(type)}` : '.bin'
  return plain.toLowerCase().endsWith(ending) ? plain : `${plain || 'file'}${ending}`
}
