import type { CertifiedHolder } from '../../web/crypto/certificate.ts'
import { needsConfirmation } from '../../web/crypto/certificate.ts'
import { writeConfirmation } from '../../web/crypto/confirmation.ts'
import { type HolderFacts, saysSo } from '../domain/holder-facts.ts'
import type { LocalDate } from '../domain/local-date.ts'

/**
 * Whether a certificate says what is so today, and nothing else. The site key signs it in a browser; this only keeps
 * out what would not fit the school's own lists.
 *
 * @param confirmation - the word of a member about the newest key of a function, as it is stored.
 */
export function signedRight(
  facts: HolderFacts,
  said: CertifiedHolder,
  today: LocalDate,
  confirmation: string | null = null,
): boolean {
  if (!saysSo(facts, said) || said.issuedOn !== today) return false
  if (!needsConfirmation(said.kind, said.holder)) return true
  return (said.confirmedBy ? writeConfirmation(said.confirmedBy) : null) === confirmation
}
