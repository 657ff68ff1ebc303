import { expect, test } from 'vitest'
import { invite } from '../../../api/stores/invitations.ts'
import { transact } from '../../../api/stores/transact.ts'
import { pinSiteKey } from '../../../web/crypto/pin.ts'
import { letIn } from '../../../web/islands/keys/function-work.ts'
import { functionView } from '../../../web/islands/keys/office.ts'
import { openSiteKey } from '../../../web/islands/keys/site-key-work.ts'
import { signAll, toSign } from '../../../web/islands/keys/to-sign.ts'
import { openReport } from '../../support/colleague.ts'
import { enrol } from '../../support/enrolment.ts'
import { atDesk, rekeyAs, signEverything } from '../../support/office.ts'
import { newReporter, submit } from '../../support/reporter.ts'
import { mailOf, password, type School, schoolOfThisTest } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'

/** Somebody lost password and sheet: a one-time link, and keys that nobody has seen before. */
async function loseEverything(school: School, who: string): Promise<void> {
  const account = school.site.staff.find(({ email }) => email === mailOf(who))?.keys.account ?? ''
  const token = await transact(school.deps.db, (tx) =>
    invite(tx, { account, kind: 'anew', at: school.deps.clock.now() }),
  )
  expect((await enrol(school, token, mailOf(who), password)).answer.status).toBe(204)
  const { api, office } = await atDesk(school, who, 'ede', school.site.siteKey)
  await accepted(api.pin('ede', pinSiteKey(office, office.signing.secret)))
}

async function tell(school: School, to: readonly string[]): Promise<string> {
  const reporter = await newReporter(school.api)
  await submit(reporter, { to, story: 'Ze wachten me op.', draft: await school.openDraft('ede') })
  return reporter.report
}

/** Which keys of the function, newest first, were sealed to the one who lost theirs. */
async function ownKeys(school: School): Promise<readonly boolean[]> {
  const { office } = await atDesk(school, 'vertrouwenspersoon2', 'ede', school.site.siteKey)
  return functionView(office.view, 'confidentialAdviser').generations.map(({ own }) => own !== null)
}

test('total loss is made good by a colleague, and nobody else', async () => {
  const school = await schoolOfThisTest()
  const holder = holderOf(school, 'vertrouwenspersoon2')
  const [shared, personal] = [
    await tell(school, ['confidentialAdviser']),
    await tell(school, [holder, 'contactPerson']),
  ]
  await loseEverything(school, 'vertrouwenspersoon2')

  // A colleague makes the next key. The new keys of the one who lost theirs do not let themselves in.
  await rekeyAs(school, 'vertrouwenspersoon', 'confidentialAdviser')
  await signEverything(school)
  expect(await ownKeys(school)).toEqual([false, false])
  const { api, office } = await atDesk(school, 'vertrouwenspersoon')
  await accepted(api.letIn('ede', 'confidentialAdviser', await letIn(office, 'confidentialAdviser', holder)))
  const director = await atDesk(school, 'directeur')
  expect(toSign(director.office).map(({ isConfirmed }) => isConfirmed)).toEqual([true])
  const siteKey = await openSiteKey(director.office)
  await accepted(director.api.sign('ede', signAll(toSign(director.office), siteKey.secret)))

  expect(await ownKeys(school)).toEqual([true, true])
  // What came in for them alone stays closed.
  const vera = await colleague(school, 'vertrouwenspersoon')
  expect((await openReport(vera, { site: 'ede', report: shared })).conversation.entries).toHaveLength(1)
  await expect(openReport(vera, { site: 'ede', report: personal })).rejects.toThrow('report-unknown')
})
