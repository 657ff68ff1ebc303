import type { Role } from './roles.ts'

/** What somebody does at one site: functions, and the class groups of a mentor. */
export type PlaceOfWork = Readonly<{ site: string; roles: readonly Role[]; classGroups: readonly string[] }>

export const staffLimits = { name: 100, email: 254, classGroup: 20, classGroups: 30, rows: 3_000 } as const

/** Only a mentor has class groups; for anybody else they would be a list that nobody reads. */
export const hasStrayClasses = ({ roles, classGroups }: Pick<PlaceOfWork, 'roles' | 'classGroups'>): boolean =>
  classGroups.length > 0 && !roles.includes('mentor')
