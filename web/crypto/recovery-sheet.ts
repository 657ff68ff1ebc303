import { utf8 } from './bytes.ts'
import { checkValues, hasNoMistake } from './check-symbols.ts'
import { inGroups, symbolOf, typedValues } from './crockford.ts'
import { derive } from './derive.ts'
import { hybridIdentityFromSeed, recipientOf } from './identity.ts'
import { draw, type Random } from './random.ts'

declare const brand: unique symbol

/** `personal`: what somebody keeps to get their own keys back. `site`: what lies in the school's safe. */
export const sheetKinds = ['personal', 'site'] as const
export type SheetKind = (typeof sheetKinds)[number]

/**
 * The code on a sheet of paper: Crockford symbols without separators, in blocks of 28 of which the first 26 are secret
 * (130 bits) and the last two check the others. One block for a person, two for a site. So long a secret needs no
 * stretching.
 */
export type SheetCode<Kind extends SheetKind = SheetKind> = string & { readonly [brand]: Kind }

export const sheetRefusals = [
  'sheet-empty',
  'sheet-too-short',
  'sheet-too-long',
  'sheet-symbol',
  'sheet-mistyped',
  'sheet-other-kind',
] as const
export type SheetRefusal = (typeof sheetRefusals)[number]

export type ParsedSheet<Kind extends SheetKind> =
  | Readonly<{ ok: true; code: SheetCode<Kind> }>
  | Readonly<{ ok: false; refusal: SheetRefusal }>

const secretInBlock = 26
const blockLength = 28

/**
 * A symbol in front of each block that is checked but not printed, so that a block of another kind, or the blocks of one
 * sheet in the wrong order, cannot pass. With it a block has 29 symbols; the check holds up to 31.
 */
const marks = { personal: [1], site: [2, 3] } as const satisfies Record<SheetKind, readonly number[]>

export const sheetLength = (kind: SheetKind): number => marks[kind].length * blockLength

/** @throws when the random source does not give what it is asked for. */
export function makeSheet<Kind extends SheetKind>(kind: Kind, random: Random): SheetCode<Kind> {
  const blocks = marks[kind].map((mark) => {
    // 32 divides 256, so the low five bits of a uniform byte are uniform.
    const secret = Array.from(draw(random, secretInBlock), (byte) => byte & 31)
    return [...secret, ...checkValues([mark, ...secret])]
  })
  return spell<Kind>(blocks.flat())
}

/**
 * Reads what a person typed: any case, spaces and dashes anywhere, O for 0, I and L for 1. Finds every one or two wrong
 * symbols of a block, and names a whole sheet of the other kind.
 */
export function parseSheet<Kind extends SheetKind>(kind: Kind, typed: string): ParsedSheet<Kind> {
  const values = typedValues(typed)
  if (values === null) return { ok: false, refusal: 'sheet-symbol' }
  if (values.length === 0) return { ok: false, refusal: 'sheet-empty' }
  if (isWhole(kind, values)) return { ok: true, code: spell<Kind>(values) }
  if (sheetKinds.some((other) => isWhole(other, values))) return { ok: false, refusal: 'sheet-other-kind' }
  if (values.length < sheetLength(kind)) return { ok: false, refusal: 'sheet-too-short' }
  if (values.length > sheetLength(kind)) return { ok: false, refusal: 'sheet-too-long' }
  return { ok: false, refusal: 'sheet-mistyped' }
}

/** As it is shown and printed: 'XXXX-XXXX-…'. */
export const formatSheet = (code: SheetCode): string => inGroups(code)

/** The groups of four as they stand on the paper. */
export const sheetGroups = (code: SheetCode): readonly string[] => inGroups(code).split('-')

/** The same four symbols, however they were typed. */
export const isGroup = (typed: string, group: string): boolean => typedValues(typed)?.map(symbolOf).join('') === group

/** What keys are derived from, each with a label of its own: 130 bits of chance for a person, 260 for a site. */
export const sheetSecret = (code: SheetCode): Uint8Array =>
  utf8(
    code
      .match(/.{28}/g)
      ?.map((block) => block.slice(0, secretInBlock))
      .join('') ?? '',
  )

/** Everything a personal sheet opens. The identity never leaves the browser. */
export type RecoveryKeys = Readonly<{
  /** 32 bytes that show the server that the sheet is known; it stores their hash. */
  proof: Uint8Array
  /** Opens the recovery box. */
  identity: string
  recipient: string
}>

export async function deriveRecoveryKeys(code: SheetCode<'personal'>): Promise<RecoveryKeys> {
  const secret = sheetSecret(code)
  const identity = hybridIdentityFromSeed(derive(secret, 'vijfspoor recovery identity v1', 32))
  return {
    proof: derive(secret, 'vijfspoor recovery proof v1', 32),
    identity,
    recipient: await recipientOf(identity),
  }
}

function isWhole(kind: SheetKind, values: readonly number[]): boolean {
  if (values.length !== sheetLength(kind)) return false
  return marks[kind].every((mark, index) =>
    hasNoMistake([mark, ...values.slice(index * blockLength, (index + 1) * blockLength)]),
  )
}

const spell = <Kind extends SheetKind>(values: readonly number[]) => values.map(symbolOf).join('') as SheetCode<Kind>
