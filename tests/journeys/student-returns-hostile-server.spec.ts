import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { formatAccessCode } from '../../web/crypto/access-code.ts'
import { toBase64Url } from '../../web/crypto/bytes.ts'
import { certify, readCertificate } from '../../web/crypto/certificate.ts'
import { type Header, sealEnvelope } from '../../web/crypto/envelope.ts'
import { newSigningKey } from '../../web/crypto/signing.ts'
import { answer, type Colleague } from '../support/colleague.ts'
import { openByCode, type Reporter, type StoredConversation } from '../support/reporter.ts'
import { apiAt } from '../support/school-api.ts'
import { colleagueAt } from './support/colleague-at.ts'
import { axe, expect, test } from './support/journey.ts'
import { codeField, messages, openButton, placeOf, sendButton, writeField } from './support/returning.ts'
import { returnWith, tell } from './support/staff.ts'

const lie = 'Wij stoppen ermee. Schrijf niet meer.'
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

type Change = (stored: StoredConversation) => StoredConversation | Promise<StoredConversation>

/** From here on the server gives this conversation instead of the one it keeps. */
const serve = (page: Page, change: Change) =>
  page.route('**/api/conversation', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: await change(await response.json()) })
  })

async function answered(url: string): Promise<{ reporter: Reporter; adviser: Colleague }> {
  const reporter = await tell(url, 'ede', { to: ['confidentialAdviser'], story: 'Ze gooien met spullen naar mij.' })
  const adviser = await colleagueAt(url, 'vertrouwenspersoon', 'ede')
  await answer(adviser, placeOf(reporter), { text: 'Kom je morgen langs?', on: reporter.today })
  await answer(adviser, placeOf(reporter), { text: 'Ik ben er tot vier uur.', on: reporter.today })
  return { reporter, adviser }
}

/** A message under the report key, which every server can get from a reader who lost a phone, or guess at by copying. */
async function forge(reporter: Reporter, header: Partial<Header>, secret: Uint8Array) {
  const { site, report, reportKey, today: on } = reporter
  const whole = { v: 1, site, report, epoch: 1, number: 3, purpose: 'message', on, seen: {}, ...header } as Header
  const sealed = await sealEnvelope(whole, { text: lie, attachments: [] }, secret, reportKey.recipient)
  return { sequence: 99, id: randomUUID(), epoch: 1, isFromReporter: false, sentOn: on, sealed: toBase64Url(sealed) }
}

test('a message that the server made up is not shown, and the reporter is told', async ({ page, server }) => {
  const { reporter, adviser } = await answered(server.url)
  const own = newSigningKey(random)
  const holder = adviser.places.get('ede')?.holder ?? ''
  const forged = await forge(reporter, { author: { kind: 'staff', holder, key: own.publicKey } }, own.secret)
  await serve(page, (stored) => ({ ...stored, messages: [...stored.messages, forged] }))
  await returnWith(page, reporter)
  await expect(page.getByText(/^Iemand heeft een bericht in je gesprek gezet dat niet van school komt\./)).toBeVisible()
  await expect(page.getByText(lie)).toHaveCount(0)
  await expect(page.getByText('Kom je morgen langs?')).toBeVisible()
  await axe(page)
})

test('a message of another conversation is not shown', async ({ page, server }) => {
  const { reporter, adviser } = await answered(server.url)
  const holder = adviser.places.get('ede')?.holder ?? ''
  const author = { kind: 'staff', holder, key: adviser.signing.publicKey } as const
  const moved = await forge(reporter, { report: randomUUID(), author }, adviser.signing.secret)
  await serve(page, (stored) => ({ ...stored, messages: [...stored.messages, moved] }))
  await returnWith(page, reporter)
  await expect(page.getByText(/^Er staat een bericht tussen dat niet bij jouw gesprek hoort\./)).toBeVisible()
  await expect(page.getByText(lie)).toHaveCount(0)
})

test('a message that is left out, repeated or damaged is noticed', async ({ page, openBrowser, server }) => {
  const { reporter } = await answered(server.url)
  const changes: [Change, RegExp][] = [
    [(stored) => ({ ...stored, messages: stored.messages.toSpliced(1, 1) }), /^Er ontbreekt een bericht/],
    [
      (stored) => ({
        ...stored,
        messages: [
          ...stored.messages,
          ...stored.messages.slice(1, 2).map((twin) => ({ ...twin, sequence: 9, id: randomUUID() })),
        ],
      }),
      /^Een bericht kwam twee keer binnen\./,
    ],
    [
      (stored) => ({
        ...stored,
        messages: stored.messages.map((message, at) =>
          at === 1 ? { ...message, sealed: `${message.sealed.slice(0, -6)}AAAAAA` } : message,
        ),
      }),
      /^Er is een bericht dat we niet kunnen openen\./,
    ],
  ]
  for (const [change, sentence] of changes) {
    const browser = await openBrowser()
    await serve(browser, change)
    await returnWith(browser, reporter)
    await expect(browser.getByText(sentence)).toBeVisible()
  }
  await returnWith(page, reporter)
  // Answers without a status, which a server may keep back: who answered has read it all the same.
  await expect(page.getByText('Iemand van school heeft je verhaal gelezen.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Let op' })).toHaveCount(0)
})

test('a swapped site key, with holders certified by it, opens nothing', async ({ page, server }) => {
  const { reporter } = await answered(server.url)
  const own = newSigningKey(random)
  await serve(page, (stored) => ({
    ...stored,
    siteKey: own.publicKey,
    certificates: stored.certificates.map((certificate) => {
      const genuine = readCertificate(certificate, stored.siteKey ?? '')
      return genuine ? certify(genuine, own.secret) : certificate
    }),
  }))
  await page.goto('/mijn-melding/')
  await codeField(page).fill(formatAccessCode(reporter.code))
  await openButton(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'We laten je gesprek nu niet zien' })).toBeFocused()
  await expect(page.getByText(/^De sleutel van je school is een andere/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Kijk wie je helpt' })).toBeVisible()
  await expect(messages(page)).toHaveCount(0)
  await expect(writeField(page)).toHaveCount(0)
  await axe(page)
})

test('a conversation that does not fit the code, or lacks the report, opens nothing', async ({
  openBrowser,
  server,
}) => {
  const { reporter } = await answered(server.url)
  const other = await tell(server.url, 'ede', { to: ['confidentialAdviser'], story: 'Iets anders.' })
  const { stored: foreign } = await openByCode(apiAt(server.url), other.code)
  const changes: [Change, RegExp][] = [
    [() => foreign, /^Je code klopt, maar wat we terugkregen past er niet op\./],
    [
      (stored) => ({ ...stored, messages: stored.messages.slice(1) }),
      /^Je code klopt, maar je eigen verhaal zit er niet bij\./,
    ],
  ]
  for (const [change, sentence] of changes) {
    const browser = await openBrowser()
    await serve(browser, change)
    await browser.goto('/mijn-melding/')
    await codeField(browser).fill(formatAccessCode(reporter.code))
    await openButton(browser).click()
    await expect(browser.getByText(sentence)).toBeVisible()
    await expect(messages(browser)).toHaveCount(0)
  }
})

test('a server that turns hostile while somebody writes gets nothing, and the words stay', async ({ page, server }) => {
  const { reporter } = await answered(server.url)
  await returnWith(page, reporter)
  const own = newSigningKey(random)
  await serve(page, (stored) => ({ ...stored, siteKey: own.publicKey }))
  const posted: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()))
  await writeField(page).fill('Mag ik dit nog vertellen?')
  await sendButton(page).click()
  await expect(page.getByText(/^Er klopt iets niet in het gesprek\. Daarom hebben we niets verstuurd\./)).toBeVisible()
  await expect(writeField(page)).toHaveValue('Mag ik dit nog vertellen?')
  expect(posted).toEqual([])
})
