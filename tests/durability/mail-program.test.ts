import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailSink, readMail, startMailSink } from '../support/mail-sink.ts'
import { fillWithPeople } from '../support/own-school.ts'
import { newReporter, submit } from '../support/reporter.ts'
import { apiAt } from '../support/school-api.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-mail-program-'))
const origin = 'https://school.test'
const person = { email: 'vera@school.test', password: 'geheim-genoeg', name: 'Vera Visser' }
let sink: MailSink
let server: RunningServer

beforeAll(async () => {
  sink = await startMailSink()
  await fillWithPeople({ dataDir }, [{ ...person, site: 'ede', roles: ['confidentialAdviser'] }])
  const mail = { SMTP_URL: sink.url, MAIL_FROM: 'Vijfspoor <post@school.test>', ORIGIN: origin }
  server = await startServer({ dataDir, env: { DEMO: '0', ...mail } })
})
afterAll(async () => {
  await server.stop()
  await sink.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('the program as a school starts it mails an urgent report, and ends in order', async () => {
  const reporter = await newReporter(apiAt(server.url, { origin }), 'ede')
  await submit(reporter, { to: ['confidentialAdviser'], story: 'Het gaat vandaag mis.', urgent: true })
  const mail = await sink.first()
  expect(mail.to).toBe('vera@school.test')
  const { header, text } = readMail(mail)
  expect([header('From'), header('Subject')]).toEqual(['Vijfspoor <post@school.test>', 'Kijk nu in Vijfspoor'])
  expect(text).toContain('https://school.test/team/')
  await server.stop()
  expect(server.process.exitCode).toBe(0)
  expect(server.log()).not.toMatch(/"level":"error"|vera@school|Het gaat vandaag/)
})
