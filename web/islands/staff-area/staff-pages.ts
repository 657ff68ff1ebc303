import type { Permission } from '../../../api/domain/permissions.ts'

export type StaffPageName =
  | 'inbox'
  | 'dossiers'
  | 'filing'
  | 'yearPlan'
  | 'letters'
  | 'numbers'
  | 'keys'
  | 'people'
  | 'whoHelps'
  | 'administration'
  | 'account'
  | 'log'
  | 'mail'

/** A page for staff, and the permission (at any site) without which it is of no use to somebody. */
export type StaffPage = Readonly<{ name: StaffPageName; address: string; permission: Permission | null }>

export const staffPages: readonly StaffPage[] = [
  { name: 'inbox', address: '/team/', permission: null },
  { name: 'dossiers', address: '/team/dossiers/', permission: 'work-dossiers' },
  { name: 'filing', address: '/team/opschrijven/', permission: 'file-report' },
  { name: 'whoHelps', address: '/team/wie-helpt/', permission: 'edit-function-page' },
  { name: 'yearPlan', address: '/team/jaarplan/', permission: 'see-year-plan-sums' },
  { name: 'letters', address: '/team/brieven/', permission: 'edit-letters' },
  { name: 'numbers', address: '/team/cijfers/', permission: 'see-numbers-of-school' },
  { name: 'administration', address: '/team/beheer/', permission: 'administer-site' },
  { name: 'keys', address: '/team/sleutels/', permission: 'keep-keys' },
  { name: 'people', address: '/team/mensen/', permission: 'handle-reports' },
  { name: 'account', address: '/team/account/', permission: null },
  { name: 'log', address: '/team/logboek/', permission: null },
  { name: 'mail', address: '/team/mail/', permission: 'see-mail-trouble' },
]
