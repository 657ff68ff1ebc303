import { reportLimits } from '../../../api/domain/report.ts'

/** What a reporter may send along; each kind has its own rules for data that hide in the file. */
export const fileKinds = ['picture', 'document', 'sound', 'video'] as const
export type FileKind = (typeof fileKinds)[number]

export type PickRefusal = 'not-allowed' | 'too-large' | 'empty' | 'too-many'

/** For the `accept` of a file input. Phones then offer the camera, and the check below decides. */
export const acceptedFiles = 'image/*,application/pdf,audio/*,video/*'

const typesByKind: Record<FileKind, readonly string[]> = {
  // No SVG: that is a document that can hold a program.
  picture: [
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/gif',
    'image/avif',
    'image/heic',
    'image/heif',
    'image/bmp',
  ],
  document: ['application/pdf'],
  sound: [
    'audio/mpeg',
    'audio/mp4',
    'audio/x-m4a',
    'audio/aac',
    'audio/ogg',
    'audio/wav',
    'audio/x-wav',
    'audio/webm',
    'audio/amr',
    'audio/3gpp',
    'audio/flac',
  ],
  video: ['video/mp4', 'video/quicktime', 'video/webm', 'video/3gpp', 'video/x-m4v', 'video/ogg'],
}

// Some phones give no type at all for what they do not know themselves.
const typeByExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  heic: 'image/heic',
  heif: 'image/heif',
  bmp: 'image/bmp',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  amr: 'audio/amr',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  webm: 'video/webm',
  '3gp': 'video/3gpp',
}

const extensionByType: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(typeByExtension)
    .reverse()
    .map(([extension, type]) => [type, extension]),
)

/** The type a file goes by, or null when it is none of the allowed ones. */
export function fileType({ name, type }: Readonly<{ name: string; type: string }>): string | null {
  const stated = type.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (stated !== '') return kindOf(stated) === null ? null : stated
  return typeByExtension[name.split('.').pop()?.toLowerCase() ?? ''] ?? null
}

function kindOf(type: string): FileKind | null {
  return fileKinds.find((kind) => typesByKind[kind].includes(type)) ?? null
}

/** Only for a file that `refusePick` let through. */
export function kindOfFile(file: Readonly<{ name: string; type: string }>): FileKind {
  return kindOf(fileType(file) ?? '') ?? 'document'
}

/** Looks at a picked file before anything is read from it. `alreadyPicked` counts the files that stand in the list. */
export function refusePick(
  file: Readonly<{ name: string; type: string; size: number }>,
  alreadyPicked: number,
): PickRefusal | null {
  if (alreadyPicked >= reportLimits.attachments) return 'too-many'
  if (fileType(file) === null) return 'not-allowed'
  if (file.size === 0) return 'empty'
  // A picture is made smaller when it is re-encoded, but one this large would not fit in a phone's memory either.
  if (file.size > reportLimits.attachmentBytes) return 'too-large'
  return null
}

/**
 * The name a file is sent under. Its own name stays here: it often holds a date, a place or somebody's name.
 * `label` is the word for its kind, `number` tells it from the others.
 */
export function sentName(label: string, number: number, type: string): string {
  const extension = extensionByType[type]
  return extension === undefined ? `${label}-${number}` : `${label}-${number}.${extension}`
}

/** "230 kB" or "4,2 MB", with the words of the catalogue. */
export function inBytes(size: number, words: Readonly<{ kilobytes: string; megabytes: string }>): string {
  const [unit, amount, digits] = size < 1_000_000 ? [words.kilobytes, size / 1000, 0] : [words.megabytes, size / 1e6, 1]
  const formatted = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: digits }).format(Math.max(amount, 1))
  return unit.replace('{amount}', formatted)
}
