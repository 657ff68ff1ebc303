import { afterAll, describe, expect, test } from 'vitest'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { sealReport } from '../../../web/crypto/new-report.ts'
import { openReport } from '../../support/colleague.ts'
import { granteesAt } from '../../support/grantees.ts'
import { openCast } from '../../support/report-cast.ts'
import { newReporter, openByCode, sendSubmission } from '../../support/reporter.ts'
import { accepted, refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf } from '../../support/told.ts'
import { writeBack } from '../../support/writing.ts'

const { school, mo, alma, coen, idOf, auditOf } = await openCast()
afterAll(() => school.close())

describe('what somebody told by word of mouth', () => {
  test('is a report as any other: whoever got the code reads and writes, and it says who wrote it down', async () => {
    const reporter = await newReporter(school.api)
    const path = '/api/team/sites/ede/filings'
    const opened = await sendJson(mo.api, 'POST', path, { report: reporter.report })
    expect(opened.status).toBe(201)
    const { draft } = opened.body as { draft: string }
    const { site, report, keys, reportKey, today: on } = reporter
    const { siteKey, grantees } = await granteesAt(school.api, site, ['bullyingCoordinator'])
    const filedBy = { holder: idOf('mentor'), name: 'Mo Meijer' }
    const answers = {
      ...{ reporterKind: 'student', forWhom: 'self', forms: ['verbal'], places: ['unknown'] },
      ...{ howLong: 'unknown', howOften: 'unknown' },
    }
    const body = { answers, story: 'Sam vertelde dit in de pauze.', attachments: [], filedBy }
    const sealed = await sealReport({ site, report, siteKey, on }, body, reportKey, keys, grantees)
    await accepted(
      sendSubmission(school.api, draft, {
        ...{ report, site, urgent: false, attachments: [] },
        ...{ lookup: toBase64Url(keys.lookup), proof: toBase64Url(keys.proof) },
        reporterGrant: toBase64Url(sealed.reporterGrant),
        grants: sealed.grants.map((grant) => ({ holder: grant.holder, sealed: toBase64Url(grant.sealed) })),
        message: { id: reporter.message, sealed: toBase64Url(sealed.sealed) },
      }),
    )
    await writeBack(reporter, 'Het klopt wat Mo opschreef.')
    const { conversation } = await openReport(coen, placeOf(reporter))
    expect(conversation.entries).toMatchObject([
      { body: { filedBy } },
      { body: { text: 'Het klopt wat Mo opschreef.' } },
    ])
    expect((await openByCode(school.api, reporter.code)).conversation.warnings).toEqual([])
    expect(await auditOf(reporter)).toContainEqual(['filed', null])
    await expect(openReport(mo, placeOf(reporter))).rejects.toThrow('report-unknown')
  })

  test('is written down only by staff of that site who handle reports', async () => {
    const { report } = await newReporter(school.api)
    const ask = (who: typeof mo) => sendJson(who.api, 'POST', '/api/team/sites/ede/filings', { report })
    expect(await ask(alma)).toEqual(refused(403, 'not-allowed'))
    expect(await sendJson(school.api, 'POST', '/api/team/sites/ede/filings', { report })).toEqual(
      refused(401, 'not-signed-in'),
    )
    const other = await sendJson(mo.api, 'POST', '/api/team/sites/nergens/filings', { report })
    expect(other).toEqual(refused(404, 'site-unknown'))
  })

  test('and no more often in an hour than anybody is told something', async () => {
    const anna = await colleague(school, 'aanspreekpunt')
    const { report } = await newReporter(school.api)
    const ask = () => sendJson(anna.api, 'POST', '/api/team/sites/ede/filings', { report })
    for (let times = 0; times < 20; times += 1) expect((await ask()).status).toBe(201)
    expect(await ask()).toEqual(refused(429, 'too-many'))
  })
})
