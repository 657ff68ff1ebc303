import type { AuthorId } from './header.ts'

/** The message a warning is about, as the server names it. */
type About = Readonly<{ sequence: number; id: string; epoch: number }>

/**
 * What is wrong with a conversation. Warnings of the first two groups are about messages that are **not** among the
 * entries; those of the third about messages that are shown all the same, because their author did write them.
 */
export type Warning =
  /** Does not open with the key of its epoch, or holds nothing that can be read: changed, moved or made up. */
  | (About & Readonly<{ kind: 'unopenable' }>)
  /** Opens, but is not signed by the reporter or by a staff member whom the pinned site key certifies. */
  | (About & Readonly<{ kind: 'forged' }>)
  /** Says itself that it belongs to another report or epoch. */
  | (About & Readonly<{ kind: 'moved' }>)
  /** Written under a report key that was never announced, or after it had been replaced. */
  | (About & Readonly<{ kind: 'wrong-epoch' }>)
  /**
   * `isShown` false: an exact copy of an earlier message. True: other words under a number already used, as when
   * somebody writes on two screens at once, or when the server had kept back the first when the second was written.
   */
  | (About & Readonly<{ kind: 'repeated'; author: AuthorId; number: number; isShown: boolean }>)
  /** Stands before something its author had written or read before. It is shown. */
  | (About & Readonly<{ kind: 'out-of-order'; author: AuthorId; number: number }>)
  /** Numbers of one author, both ends included, that must exist and were not given. */
  | Readonly<{ kind: 'missing'; author: AuthorId; from: number; to: number }>
  /** The site key that the server names now, or that a later grant names, is not the pinned one. */
  | Readonly<{ kind: 'site-key-changed' }>
  /**
   * A grant of this epoch does not open, was moved, holds another key than was announced, or was made by somebody who
   * is neither the reporter nor certified.
   */
  | Readonly<{ kind: 'bad-grant'; epoch: number }>

export type WarningKind = Warning['kind']
