import { type Letter, standardText } from '../../../api/domain/protocol/letter.ts'
import type { SiteLetters } from './letters-api.ts'

/** What a letter says at a site today. `version` is 0 while the site never changed it. */
export type LetterNow = Readonly<{ text: string; version: number; isOwn: boolean }>

export function letterNow(letter: Letter, protocol: string, texts: SiteLetters['texts']): LetterNow {
  const own = texts.find((one) => one.protocol === protocol && one.letter === letter.key)
  const text = own?.text ?? null
  return { text: text ?? standardText(letter), version: own?.version ?? 0, isOwn: text !== null }
}
