import type { Permission } from '../../../api/domain/permissions.ts'

export type StaffPageName = 'inbox' | 'whoHelps' | 'administration'

/** A page for staff, and the permission (at any site) without which it is of no use to somebody. */
export type StaffPage = Readonly<{ name: StaffPageName; address: string; permission: Permission | null }>

export const staffPages: readonly StaffPage[] = [
  { name: 'inbox', address: '/team/', permission: null },
  { name: 'whoHelps', address: '/team/wie-helpt/', permission: 'edit-function-page' },
  { name: 'administration', address: '/team/beheer/', permission: 'administer-site' },
]
