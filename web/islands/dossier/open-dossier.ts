import { type OpenedCard, openCards } from '../../crypto/dossier-card.ts'
import { type OpenedDossier, type OpenedRecord, openDossier } from '../../crypto/dossier-open.ts'
import type { OpenWorkplace } from '../team/staff-keys.ts'
import type { CardPage, SealedDossierParts, StoredDossier } from './dossier-api.ts'

/** The keys with which what stands in dossiers of one site is opened. */
export type DossierKeys = Pick<OpenWorkplace, 'holder' | 'siteKey' | 'identities'>

/** A dossier, opened and verified. @throws when none of these keys opens it. */
export const openStoredDossier = (stored: StoredDossier, keys: DossierKeys): Promise<OpenedDossier> =>
  openDossier({ ...stored, serverSiteKey: stored.siteKey ?? '' }, keysFor(keys))

/** Who a dossier is about, for a list. @throws when none of these keys opens it. */
export async function openDossierLine(stored: SealedDossierParts, keys: DossierKeys): Promise<readonly OpenedRecord[]> {
  const source = { ...stored, serverSiteKey: stored.siteKey ?? '' }
  return (await openDossier(source, keysFor(keys))).records
}

/** One page of cards. `failed` counts those that do not open or that nobody certified made. */
export const openCardPage = (
  page: CardPage & Readonly<{ site: string }>,
  keys: DossierKeys,
): Promise<{ cards: OpenedCard[]; failed: number }> => {
  const place = { site: page.site, siteKey: keys.siteKey, certificates: page.certificates }
  return openCards(page.cards, place, new Map(Object.entries(keys.identities)))
}

const keysFor = ({ siteKey, identities }: DossierKeys) => ({ siteKey, identities: new Map(Object.entries(identities)) })
