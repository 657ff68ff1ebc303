import type { Reasons } from '../plain-columns.ts'

/**
 * What letters say before anything is filled in. No student is in it, and the page tells staff not to write names; what
 * is filled in never leaves the browser.
 */
export const lettersColumns: Reasons = {
  letter_texts: {
    site_id: 'Which site.',
    protocol: 'Which protocol the letter belongs to; protocols are public.',
    letter: 'A key of the protocol, which is public.',
    text: 'How the school writes to parents in general; nothing is filled in, and the page says to name no student.',
    version: 'How often it was changed.',
  },
}
