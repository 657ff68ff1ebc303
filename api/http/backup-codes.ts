import { inGroups, symbolOf, typedValues } from '../../web/crypto/crockford.ts'

const codes = 10
const symbolsInCode = 12

/** For when the phone is gone: ten codes of 60 bits, each of which works once. */
export const backupCodes = (random: (bytes: number) => Uint8Array): readonly string[] =>
  Array.from({ length: codes }, () =>
    inGroups(Array.from(random(symbolsInCode), (byte) => symbolOf(byte & 31)).join('')),
  )

/** As it was printed, however it was typed; null for what cannot be one. */
export function readBackupCode(typed: string): string | null {
  const values = typedValues(typed)
  return values?.length === symbolsInCode ? inGroups(values.map(symbolOf).join('')) : null
}
