import type { LocalDate } from '../../../api/domain/local-date.ts'
import { type Answer, type Asked, ask, makeClient, type Told } from '../../client.ts'

const { sites } = makeClient().team
const site = sites[':site']
const freeDays = site['free-days']

export type SiteSettings = Told<typeof site.settings.$get>
export type Retention = Told<typeof site.retention.$get>
export type NewRetention = Asked<typeof site.retention.$put>
export type NewSettings = Asked<typeof site.settings.$put>
export type NewSite = Asked<typeof sites.$post>
export type FreeDays = Readonly<{ firstDay: LocalDate; lastDay: LocalDate; name: string }>
export type Calendar = Readonly<{ freeDays: readonly FreeDays[]; national: readonly FreeDays[] }>

/** What the page of administration asks of the server. */
export const administrationApi = {
  settings: (id: string) => ask(site.settings.$get({ param: { site: id } })),
  saveSettings: (id: string, json: NewSettings) => ask(site.settings.$put({ param: { site: id }, json })),
  retention: (id: string) => ask(site.retention.$get({ param: { site: id } })),
  saveRetention: (id: string, json: NewRetention) => ask(site.retention.$put({ param: { site: id }, json })),
  addSite: (json: NewSite) => ask(sites.$post({ json })),
  /** The client knows days as text; here they are days. */
  calendar: (id: string) => ask(freeDays.$get({ param: { site: id } })) as Promise<Answer<Calendar>>,
  addFreeDays: (id: string, json: FreeDays) => ask(freeDays.$post({ param: { site: id }, json })),
  changeFreeDays: (id: string, firstDay: string, json: FreeDays) =>
    ask(freeDays[':firstDay'].$put({ param: { site: id, firstDay }, json })),
  removeFreeDays: (id: string, firstDay: string) =>
    ask(freeDays[':firstDay'].$delete({ param: { site: id, firstDay } })),
  restoreNational: (id: string) => ask(freeDays.national.$post({ param: { site: id } })),
} as const
