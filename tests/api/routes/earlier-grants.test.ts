import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grants } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { makeGrant } from '../../../web/crypto/grant.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import type { OpenedConversation } from '../../../web/crypto/open-conversation.ts'
import { openWithAuthors } from '../../../web/islands/shared/open-with-authors.ts'
import { answer, type Colleague, openReport } from '../../support/colleague.ts'
import { granteesAt } from '../../support/grantees.ts'
import { openByCode, type Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted, refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { countRows } from '../../support/table-counts.ts'
import { placeOf, told } from '../../support/told.ts'
import { codeHeaders, leaveOut, sealEpoch, writeBack } from '../../support/writing.ts'

let school: School
let adviser: Colleague
let contact: Colleague
beforeAll(async () => {
  school = await openSchool()
  adviser = await colleague(school, 'vertrouwenspersoon')
  contact = await colleague(school, 'aanspreekpunt')
})
afterAll(() => school.close())

const newcomer = 'confidentialAdviser'
const post = (reporter: Reporter, body: unknown, headers: Record<string, string> = codeHeaders(reporter.keys)) =>
  sendJson(school.api, 'POST', '/api/conversation/epochs', body, headers)

/** The keys that the reporter has, each under its own epoch, for somebody who is new. */
async function sealEarlier(reporter: Reporter, conversation: OpenedConversation, holder = newcomer) {
  const { grantees } = await granteesAt(school.api, 'ede', [holder])
  const { reporterKey, reporterRecipient, siteKey, grantIdentities } = conversation
  const readers = grantees.map((grantee) => ({ holder: grantee.holder, name: grantee.name }))
  const maker = { ...placeOf(reporter), author: { kind: 'reporter' }, on: reporter.today } as const
  const sealed = [...grantIdentities].map(async ([epoch, identity]) => {
    const body = { identity, reporterKey, reporterRecipient, siteKey, holder, readers }
    const secret = reporter.keys.signing.secret
    const grant = await makeGrant({ ...maker, epoch, secret }, body, grantees[0]?.recipient ?? '')
    return { epoch, holder, sealed: toBase64Url(grant) }
  })
  return Promise.all(sealed)
}

/** Of somebody who wrote and does not read along any more: asked for, because the server sends only those of readers. */
const certificatesOf = async (holders: readonly string[]): Promise<string[]> => {
  const json = { holders: [...holders] }
  const { 'staff-search': search } = school.api.client.sites[':site']
  const found = await accepted(ask(search.$post({ param: { site: 'ede' }, json })))
  return found.map(({ certificate }) => certificate)
}

/** A conversation over two keys with the aanspreekpunt, and a third one ready that is for the vertrouwenspersoon. */
async function aboutToTurn() {
  const reporter = await told(school, ['contactPerson'])
  await answer(contact, placeOf(reporter), { text: 'Ik lees het.', on: ordinaryDay })
  await leaveOut(reporter, ['contactPerson'])
  await writeBack(reporter, 'Onder de tweede sleutel.')
  const { conversation } = await openByCode(school.api, reporter.code)
  const next = await sealEpoch(reporter, conversation, [newcomer])
  return { reporter, next, earlierGrants: await sealEarlier(reporter, conversation) }
}

describe('somebody who reads along from now on', () => {
  test('reads what was written before, by both sides and under every key', async () => {
    const { reporter, next, earlierGrants } = await aboutToTurn()
    expect(await post(reporter, { ...next, earlierGrants })).toMatchObject({ status: 201 })
    await writeBack(reporter, 'Nu alleen voor jou.')

    const { stored } = await openReport(adviser, placeOf(reporter))
    expect(stored.grants.map(({ epoch }) => epoch)).toEqual([1, 2, 3])
    const { site, report, certificates, messages } = stored
    const { box, places } = adviser
    const identities = places.get('ede')?.identities ?? new Map()
    const conversation = await openWithAuthors(
      { site, report, certificates, stored: messages, serverSiteKey: stored.siteKey ?? '' },
      stored.grants,
      { kind: 'staff', siteKey: box.siteKeys['ede'] ?? '', identities },
      certificatesOf,
    )
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries).toMatchObject([
      { purpose: 'report', body: { story: 'Het begin.' } },
      { purpose: 'message', body: { text: 'Ik lees het.' } },
      { purpose: 'epoch' },
      { purpose: 'message', body: { text: 'Onder de tweede sleutel.' } },
      { purpose: 'epoch' },
      { purpose: 'message', body: { text: 'Nu alleen voor jou.' } },
    ])
    await expect(openReport(contact, placeOf(reporter))).rejects.toThrow('report-unknown')
  })

  test('reads nothing without the earlier keys, because the new one is announced under them', async () => {
    const { reporter, next } = await aboutToTurn()
    expect(await post(reporter, next)).toMatchObject({ status: 201 })
    await writeBack(reporter, 'Nu alleen voor jou.')
    expect((await openReport(adviser, placeOf(reporter))).conversation.entries).toEqual([])
  })

  test('keeps the key of an epoch they have, whatever comes in its place', async () => {
    const reporter = await told(school, [newcomer])
    const { conversation } = await openByCode(school.api, reporter.code)
    const other = { ...conversation, grantIdentities: new Map([[1, (await newIdentity()).identity]]) }
    const next = await sealEpoch(reporter, conversation, [newcomer])
    const earlierGrants = await sealEarlier(reporter, other)
    expect(await post(reporter, { ...next, earlierGrants })).toMatchObject({ status: 201 })
    const after = await openReport(adviser, placeOf(reporter))
    expect(after.conversation.warnings).toEqual([])
    expect(after.conversation.entries[0]).toMatchObject({ body: { story: 'Het begin.' } })
  })
})

type Turn = Awaited<ReturnType<typeof aboutToTurn>>
const changed = ({ next, earlierGrants }: Turn, change: Record<string, unknown>) => ({
  ...next,
  earlierGrants: earlierGrants.map((grant) => ({ ...grant, ...change })),
})

describe('an earlier key', () => {
  test.each<[string, (turn: Turn) => unknown, number, string]>([
    ['of the epoch that only now begins', (turn) => changed(turn, { epoch: 3 }), 422, 'grants-wrong'],
    ['of an epoch that never was', (turn) => changed(turn, { epoch: 9 }), 422, 'grants-wrong'],
    ['of no epoch', (turn) => changed(turn, { epoch: 0 }), 400, 'input-malformed'],
    ['for somebody who is left out', (turn) => changed(turn, { holder: 'contactPerson' }), 422, 'grants-wrong'],
    ['in the open', (turn) => changed(turn, { sealed: 'A'.repeat(4_000) }), 422, 'not-sealed'],
  ])('%s is refused and leaves nothing behind', async (_, spoil, status, refusal) => {
    const turn = await aboutToTurn()
    const before = await countRows(school.deps.db)
    expect(await post(turn.reporter, spoil(turn))).toEqual(refused(status, refusal))
    expect(await countRows(school.deps.db)).toEqual(before)
  })

  test('is not given by anybody but the holder of the code', async () => {
    const { reporter, next, earlierGrants } = await aboutToTurn()
    const before = await countRows(school.deps.db)
    const json = { ...next, earlierGrants }
    const { authorization } = codeHeaders(reporter.keys)
    const stranger = await told(school, ['contactPerson'])
    const mixed = authorization.replace(/\..*$/, codeHeaders(stranger.keys).authorization.replace(/^.*\./, '.'))
    for (const headers of [{}, { authorization: mixed }] as Record<string, string>[]) {
      expect(await post(reporter, json, headers)).toEqual(refused(404, 'code-unknown'))
    }
    // A reader has the keys, but takes nobody along.
    expect(await sendJson(contact.api, 'POST', '/api/conversation/epochs', json)).toEqual(refused(404, 'code-unknown'))
    expect((await countRows(school.deps.db))['grants']).toBe((before['grants'] ?? 0) + 1)
  })

  test('under another code is given for the report of that code, where it opens nothing', async () => {
    const { reporter, earlierGrants } = await aboutToTurn()
    const stranger = await told(school, ['contactPerson'])
    const grantsOf = async ({ report }: Reporter) =>
      (await school.deps.db.select().from(grants)).filter(({ reportId }) => reportId === report)
    const before = await grantsOf(reporter)
    const { conversation } = await openByCode(school.api, stranger.code)
    const own = await sealEpoch(stranger, conversation, [newcomer])
    expect(await post(stranger, { ...own, earlierGrants: earlierGrants.slice(0, 1) })).toMatchObject({ status: 201 })
    expect(await grantsOf(reporter)).toEqual(before)
    await expect(openReport(adviser, placeOf(reporter))).rejects.toThrow('report-unknown')
    const seen = await openReport(adviser, placeOf(stranger))
    expect(seen.conversation.warnings).toContainEqual({ kind: 'bad-grant', epoch: 1 })
    expect(seen.conversation.entries.map(({ purpose }) => purpose)).not.toContain('report')
  })
})
