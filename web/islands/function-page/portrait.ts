import { portraitLimits, portraitType, withoutNotes } from '../../../api/domain/portrait.ts'
import { redraw } from '../shared/picture.ts'

/** The middle of a picture, square and small, with nothing of the file it came from. Null where it does not open. */
export async function squarePortrait(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const clean = await redraw(file, file.type, new AbortController().signal)
  if (clean === null) return null
  const bitmap = await createImageBitmap(clean.blob)
  try {
    const canvas = document.createElement('canvas')
    canvas.width = portraitLimits.side
    canvas.height = portraitLimits.side
    const context = canvas.getContext('2d')
    if (context === null) return null
    const side = Math.min(bitmap.width, bitmap.height)
    const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2]
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, left, top, side, side, 0, 0, canvas.width, canvas.height)
    return await smallEnough(canvas)
  } finally {
    bitmap.close()
  }
}

/** Less sharp until it fits. Where a browser cannot write WebP, and hands back PNG, it is a JPEG. */
async function smallEnough(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const quality of [0.85, 0.7, 0.5, 0.3]) {
    const blob = await asBlob(canvas, 'image/webp', quality)
    const isWebp = blob?.type === 'image/webp'
    const written = isWebp ? blob : await asBlob(canvas, 'image/jpeg', quality)
    if (!written) return null
    const bytes = new Uint8Array(await written.arrayBuffer())
    const plain = isWebp ? bytes : withoutNotes(bytes)
    if (portraitType(plain) !== null) return plain
  }
  return null
}

const asBlob = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality))
