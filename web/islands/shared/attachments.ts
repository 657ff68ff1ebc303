import { reportLimits } from '../../../api/domain/report.ts'

/** What a reporter may send along; each kind has its own rules for data that hide in the file. */
export const fileKinds = ['picture', 'document', 'sound', 'video'] as const
export type FileKind = (typeof fileKinds)[number]

export type PickRefusal = 'not-allowed' | 'too-large' | 'empty' | 'too-many'

/** For the `accept` of a file input. Phones then offer the camera, and the check below decides. */
export const acceptedFiles = 'image/*,application/pdf,audio/*,video/*'

/** The allowed types with the endings of their files, the usual one first. No SVG: that can hold a program. */
const endings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['avif'],
  'image/heic': ['heic'],
  'image/heif': ['heif'],
  'image/bmp': ['bmp'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/x-m4a': ['m4a'],
  'audio/aac': ['aac'],
  'audio/ogg': ['ogg', 'opus'],
  'audio/wav': ['wav'],
  'audio/x-wav': ['wav'],
  'audio/webm': ['weba'],
  'audio/amr': ['amr'],
  'audio/flac': ['flac'],
  'video/mp4': ['mp4'],
  'video/x-m4v': ['m4v'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
  'video/3gpp': ['3gp'],
}

export const isAllowedType = (type: string): boolean => Object.hasOwn(endings, type)

/** The usual ending of a file of this type, without a dot. */
export const extensionOf = (type: string): string => endings[type]?.[0] ?? 'bin'

/** The type a file goes by, or null when it is none of the allowed ones. */
export function fileType({ name, type }: Readonly<{ name: string; type: string }>): string | null {
  const stated = type.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (isAllowedType(stated)) return stated
  // Some phones give no type for what they do not know themselves.
  if (stated !== '' && stated !== 'application/octet-stream') return null
  const ending = name.split('.').pop()?.toLowerCase() ?? ''
  return Object.keys(endings).find((known) => endings[known]?.includes(ending)) ?? null
}

/** Only for a file that `refusePick` let through. */
export function kindOfFile(file: Readonly<{ name: string; type: string }>): FileKind {
  const family = fileType(file)?.split('/', 1)[0]
  if (family === 'image') return 'picture'
  if (family === 'audio') return 'sound'
  return family === 'video' ? 'video' : 'document'
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
  return `${label}-${number}.${extensionOf(type)}`
}

/** "230 kB" or "4,2 MB", with the words of the catalogue. */
export function inBytes(size: number, words: Readonly<{ kilobytes: string; megabytes: string }>): string {
  const [unit, amount, digits] = size < 1_000_000 ? [words.kilobytes, size / 1000, 0] : [words.megabytes, size / 1e6, 1]
  const formatted = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: digits }).format(Math.max(amount, 1))
  return unit.replace('{amount}', formatted)
}
