import type { ReceivingFunction } from './roles.ts'

/** What a reader of a report sees a function called, in its certificate and so in what was signed. */
export const functionNames: Readonly<Record<ReceivingFunction, string>> = {
  contactPerson: 'Aanspreekpunt',
  bullyingCoordinator: 'Anti-pestcoördinator',
  confidentialAdviser: 'Vertrouwenspersoon',
  supportCoordinator: 'Ondersteuningscoördinator',
}

/** What somebody of another site is called: the name alone would be taken for one of the reader's own school. */
export const nameElsewhere = (name: string, siteName: string): string => `${name} van ${siteName}`
