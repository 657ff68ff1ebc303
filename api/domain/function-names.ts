import type { ReceivingFunction } from './roles.ts'

/** What a reader of a report sees a function called, in its certificate and so in what was signed. */
export const functionNames: Readonly<Record<ReceivingFunction, string>> = {
  contactPerson: 'Aanspreekpunt',
  bullyingCoordinator: 'Anti-pestcoördinator',
  confidentialAdviser: 'Vertrouwenspersoon',
  supportCoordinator: 'Ondersteuningscoördinator',
}
