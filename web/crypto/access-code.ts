import { checkValues, hasNoMistake } from './check-symbols.ts'
import { inGroups, symbolOf, typedValues } from './crockford.ts'
import { draw, type Random } from './random.ts'

declare const brand: unique symbol

/**
 * Code (om antwoord te lezen): 16 upper-case Crockford symbols without separators, of which the first 14 are secret
 * (70 bits) and the last two check the others.
 */
export type AccessCode = string & { readonly [brand]: 'AccessCode' }

export const codeRefusals = ['code-empty', 'code-too-short', 'code-too-long', 'code-symbol', 'code-mistyped'] as const
export type CodeRefusal = (typeof codeRefusals)[number]

export type ParsedCode = Readonly<{ ok: true; code: AccessCode }> | Readonly<{ ok: false; refusal: CodeRefusal }>

export const codeLength = 16
export const secretLength = 14

/** @throws when the random source does not give what it is asked for. */
export function makeAccessCode(random: Random): AccessCode {
  // 32 divides 256, so the low five bits of a uniform byte are uniform.
  const secret = Array.from(draw(random, secretLength), (byte) => byte & 31)
  return spell([...secret, ...checkValues(secret)])
}

/**
 * Reads what a person typed: any case, spaces and dashes anywhere, O for 0, I and L for 1. Finds every one or two
 * wrong symbols, and all but 1 in 1,024 of other mistakes of the right length, without asking the server.
 */
export function parseAccessCode(typed: string): ParsedCode {
  const values = typedValues(typed)
  if (values === null) return { ok: false, refusal: 'code-symbol' }
  if (values.length === 0) return { ok: false, refusal: 'code-empty' }
  if (values.length < codeLength) return { ok: false, refusal: 'code-too-short' }
  if (values.length > codeLength) return { ok: false, refusal: 'code-too-long' }
  if (!hasNoMistake(values)) return { ok: false, refusal: 'code-mistyped' }
  return { ok: true, code: spell(values) }
}

/** As it is shown and printed: 'XXXX-XXXX-XXXX-XXXX'. */
export const formatAccessCode = (code: AccessCode): string => inGroups(code)

/** The 14 symbols that are stretched into keys. */
export const secretSymbols = (code: AccessCode): string => code.slice(0, secretLength)

const spell = (values: readonly number[]) => values.map(symbolOf).join('') as AccessCode
