import { type Asked, ask, type Answer as ClientAnswer, makeClient, type Told } from '../../client.ts'
import { type Answer, type ReportPlace, troubleOf } from './team-api.ts'

const client = makeClient()
const report = client.team.reports[':site'][':report']

type NewEpoch = Asked<typeof report.epochs.$post>
type NewShare = Asked<typeof report.shares.$post>
type NewLeave = Asked<typeof report.leavings.$post>

/** Who can be given a report. Only what the certificates say counts. */
export type Colleagues = Told<(typeof client.team.sites)[':site']['colleagues']['$post']>

/** Mentors by class, and team leaders. Only what the certificates say counts. */
export type BringIn = Told<(typeof report)['bring-in']['$get']>

/** What the staff area asks of the server when a report changes hands. */
export const handOnApi = {
  colleagues: (site: string, name: string): Promise<Answer<Colleagues>> =>
    answered(ask(client.team.sites[':site'].colleagues.$post({ param: { site }, json: { name } }))),
  /** The same of any site where this report may go. */
  colleaguesFor: (param: ReportPlace, at: string, name: string): Promise<Answer<Colleagues>> =>
    answered(ask(report.colleagues.$post({ param: placeOf(param), json: { at, name } }))),
  bringIn: (param: ReportPlace): Promise<Answer<BringIn>> =>
    answered(ask(report['bring-in'].$get({ param: placeOf(param) }))),
  renew: (param: ReportPlace, json: NewEpoch) => answered(ask(report.epochs.$post({ param: placeOf(param), json }))),
  share: (param: ReportPlace, json: NewShare) => answered(ask(report.shares.$post({ param: placeOf(param), json }))),
  leave: (param: ReportPlace, json: NewLeave) => answered(ask(report.leavings.$post({ param: placeOf(param), json }))),
} as const

const placeOf = ({ site, report: id }: ReportPlace) => ({ site, report: id })

async function answered<Value>(asked: Promise<ClientAnswer<Value>>): Promise<Answer<Value>> {
  const answer = await asked
  return answer.ok ? answer : { ok: false, trouble: troubleOf(answer.refusal) }
}
