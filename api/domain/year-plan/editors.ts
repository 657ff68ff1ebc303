import { rolesMay } from '../permissions.ts'
import type { Role } from '../roles.ts'

/**
 * Who keeps the plan of a site: its coordinator, and where nobody is that, the director. Two who both decide would each
 * think that the other one does.
 *
 * @param held - the roles that anybody at the site holds today.
 */
export const mayEditPlan = (own: readonly Role[], held: ReadonlySet<Role>): boolean =>
  rolesMay(own, 'edit-year-plan') && (own.includes('bullyingCoordinator') || !held.has('bullyingCoordinator'))
