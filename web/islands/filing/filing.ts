import { rolesMay } from '../../../api/domain/permissions.ts'
import { ask, makeClient } from '../../client.ts'
import type { Grantee } from '../../crypto/grant.ts'
import type { ReportBody } from '../../crypto/message.ts'
import { ProofOfWork } from '../report/proof-of-work.ts'
import type { Instance } from '../report/school-api.ts'
import { type Outcome, type ReportToSend, Submission } from '../report/submission.ts'
import { directoryOf, toGrantee } from '../shared/directory.ts'
import { handOnApi } from '../team/hand-on-api.ts'
import type { OpenWorkplace } from '../team/staff-keys.ts'
import type { AtWork } from '../team/staff-session.svelte.ts'
import { type Trouble, troubleOf } from '../team/team-api.ts'

/** What the member of staff writes down. */
export type Told = Readonly<{
  reporterKind: string
  forWhom: string
  forms: readonly string[]
  isUrgent: boolean
  story: string
}>

/** The sites where this person may write something down, with keys that are not in doubt. */
export const filingPlaces = ({ keys }: AtWork): readonly OpenWorkplace[] =>
  keys.workplaces.filter(({ roles, trouble }) => trouble === null && rolesMay(roles, 'file-report'))

/** Who can read what was told: the person, first, and the functions of the site. */
export async function readersAt(
  { me }: AtWork,
  { site, siteKey, holder }: OpenWorkplace,
): Promise<Readonly<{ ok: true; value: readonly Grantee[] }> | Readonly<{ ok: false; trouble: Trouble }>> {
  const offered = await handOnApi.colleagues(site, '')
  if (!offered.ok) return offered
  const own = me.sites.find((place) => place.site === site)?.certificate
  const certificates = [...(own ? [own] : []), ...offered.value.functions.map(({ certificate }) => certificate)]
  const holders = [...directoryOf(certificates, siteKey ?? '', site).values()].map(toGrantee)
  return { ok: true, value: holders.toSorted((a, b) => Number(b.holder === holder) - Number(a.holder === holder)) }
}

/** One thing that was told, on its way. Its code and its keys are the pupil's: they are gone with this. */
export class Filing {
  readonly #submission: Submission
  #draft: string | undefined

  constructor(instance: Instance) {
    this.#submission = new Submission(instance, new ProofOfWork())
  }

  async send(
    place: OpenWorkplace,
    told: Told,
    reader: Grantee,
    by: string,
  ): Promise<Outcome | Readonly<{ ok: false; refused: Trouble }>> {
    const { site } = place
    if (this.#draft === undefined) {
      const json = { report: this.#submission.report }
      const opened = await ask(client.team.sites[':site'].filings.$post({ param: { site }, json }))
      if (!opened.ok) return { ok: false, refused: troubleOf(opened.refusal) }
      this.#draft = opened.value.draft
    }
    return this.#submission.send(toSend(place, told, reader, by), { site, token: this.#draft })
  }
}

const client = makeClient()

function toSend({ site, siteKey, holder }: OpenWorkplace, told: Told, reader: Grantee, name: string): ReportToSend {
  const { reporterKind, forWhom, forms, isUrgent, story } = told
  const unasked = { places: ['unknown'], howLong: 'unknown', howOften: 'unknown' }
  const body: ReportBody = {
    answers: { reporterKind, forWhom, forms, ...unasked },
    story: story.trim(),
    attachments: [],
    filedBy: { holder, name },
  }
  return { site, siteKey: siteKey ?? '', isUrgent, body, readers: [reader], attachments: [] }
}
