import { reportLimits } from '../../../api/domain/report.ts'

/**
 * Draws a picture anew, so that nothing of the file remains but what is to be seen: no EXIF, no GPS, no maker's
 * notes, no thumbnail of an earlier version, nothing after the end of the image.
 */
export type CleanPicture = Readonly<{ blob: Blob; wasMadeSmaller: boolean; wasMoving: boolean }>

// A browser refuses larger canvases without a word (iOS: 16.7 megapixels), and then draws nothing.
const mostPixels = 16_000_000
const longestSide = 8_192

/** @returns null when this browser cannot open the picture (HEIC outside Safari, or a damaged file). */
export async function redraw(file: Blob, type: string, signal: AbortSignal): Promise<CleanPicture | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  signal.throwIfAborted()
  if (bitmap === null) return null
  try {
    if (!canvasIsHonest()) return null
    const scale = Math.min(
      1,
      longestSide / Math.max(bitmap.width, bitmap.height),
      Math.sqrt(mostPixels / (bitmap.width * bitmap.height)),
    )
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(bitmap.width * scale))
    canvas.height = Math.max(1, Math.floor(bitmap.height * scale))
    const context = canvas.getContext('2d')
    if (context === null) return null
    // Letters on a screenshot stay sharp as PNG; a photo would become many times larger.
    const isSharp = type === 'image/png' || type === 'image/gif' || type === 'image/bmp'
    if (!isSharp) {
      context.fillStyle = 'white'
      context.fillRect(0, 0, canvas.width, canvas.height)
    }
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const blob = await encode(canvas, isSharp ? 'image/png' : 'image/jpeg', file.size)
    signal.throwIfAborted()
    return blob && { blob, wasMadeSmaller: scale < 1, wasMoving: type === 'image/gif' }
  } finally {
    bitmap.close()
  }
}

/** Tor Browser and others hand back a blank or noisy canvas instead of the picture, to hinder fingerprinting. */
function canvasIsHonest(): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = 2
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return false
  context.fillStyle = 'rgb(20, 120, 220)'
  context.fillRect(0, 0, 2, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(1, 0, 1, 1).data
  return Math.abs(red - 20) < 4 && Math.abs(green - 120) < 4 && Math.abs(blue - 220) < 4
}

async function encode(canvas: HTMLCanvasElement, type: string, sizeBefore: number): Promise<Blob | null> {
  const blob = await toBlob(canvas, type)
  const most = Math.min(Math.max(3_000_000, 2 * sizeBefore), reportLimits.attachmentBytes)
  const grewMuch = blob !== null && type === 'image/png' && blob.size > most
  return grewMuch ? ((await toBlob(canvas, 'image/jpeg')) ?? blob) : blob
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.9))
}
