import { expect, test } from 'vitest'
import { answer, openKeys, openReport, signIn } from '../../support/colleague.ts'
import { newReporter, openByCode, submit } from '../../support/reporter.ts'
import { mailOf, ordinaryDay, password, schoolOfThisTest } from '../../support/school.ts'

test('a pupil tells, the vertrouwenspersoon reads and answers, the pupil comes back with the code', async () => {
  const school = await schoolOfThisTest()
  const reporter = await newReporter(school.api)
  const { receipt } = await submit(reporter, { to: ['confidentialAdviser'], story: 'Ze lachen me uit.', urgent: true })
  expect(receipt).toEqual({ receivedOn: ordinaryDay, answerBy: '2026-11-26', closed: null })

  const adviser = await openKeys(await signIn(school.app.fetch, school.salt, mailOf('vertrouwenspersoon'), password))
  const place = { site: 'ede', report: reporter.report }
  const { conversation } = await openReport(adviser, place)
  expect(conversation.warnings).toEqual([])
  expect(conversation.entries).toMatchObject([{ purpose: 'report', body: { story: 'Ze lachen me uit.' } }])
  await answer(adviser, place, { text: 'Wat goed dat je dit vertelt.', on: ordinaryDay })

  const back = await openByCode(school.api, reporter.code)
  expect(back.conversation.warnings).toEqual([])
  expect(back.conversation.entries).toMatchObject([
    { purpose: 'report', isFromReporter: true },
    { purpose: 'message', authorName: 'Vera Visser', body: { text: 'Wat goed dat je dit vertelt.' } },
  ])
})
