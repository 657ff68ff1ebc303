import { mayRead, type StaffAtSite } from '../access.ts'
import { rolesMay } from '../permissions.ts'

/** A dossier as far as it decides who may read it. */
export type GrantedDossier = Parameters<typeof mayRead>[1]

/**
 * Who may see a dossier: whoever was granted it, as with a report, and works by the protocol. A grant alone is not enough,
 * so that whoever goes on as a technician only reads no dossiers any more.
 */
export const mayReadDossier = (staff: StaffAtSite, dossier: GrantedDossier): boolean =>
  rolesMay(staff.roles, 'work-dossiers') && mayRead(staff, dossier)
