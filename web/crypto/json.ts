import { text } from './bytes.ts'

/** The JSON value in these bytes, or undefined when there is none. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes))
  } catch {
    return undefined
  }
}
