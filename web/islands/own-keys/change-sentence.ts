import { fill } from '../../text/fill.ts'
import { secondsInWords } from '../shared/seconds.ts'
import type { ChangeRefusal } from './change-keys.ts'
import type { KeyPageText } from './own-keys-text.ts'
import { troubleSentence } from './trouble-sentence.ts'

/** Why a change was not made, in words. */
export function changeSentence(refused: ChangeRefusal, text: KeyPageText): string {
  const { recover, change } = text.ownKeys
  if (refused === 'cannotEncrypt') return recover.errors.cannotEncrypt
  const { refusal, seconds } = refused
  if (refusal === 'sign-in-refused') return change.errors.presentWrong
  if (refusal !== 'sign-in-later') return troubleSentence(refusal, text)
  return seconds === undefined
    ? recover.errors.slowDown
    : fill(recover.errors.slowDownFor, { wait: secondsInWords(seconds) })
}
