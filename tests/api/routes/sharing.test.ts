import { afterAll, describe, expect, test } from 'vitest'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { remainingReaders } from '../../../web/islands/shared/directory.ts'
import { answer, openReport } from '../../support/colleague.ts'
import { sealLeave, sealRenewalAs, sealShare, shareWith } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { openByCode } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { placeOf, told } from '../../support/told.ts'
import { leaveOut, writeBack } from '../../support/writing.ts'

const { school, vera, coen, mo, alma, idOf, send, auditOf, listOf, dumpOf, identitiesOf } = await openCast()
afterAll(() => school.close())

describe('sharing', () => {
  test('lets a colleague read and answer from the start, and tells the reporter with whom it was shared', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await answer(vera, placeOf(reporter), { text: 'Ik vraag Mo erbij.', on: ordinaryDay })
    await shareWith(vera, placeOf(reporter), idOf('mentor'))
    expect(await listOf(mo)).toContain(reporter.report)
    const read = await openReport(mo, placeOf(reporter))
    expect(read.conversation.warnings).toEqual([])
    expect(read.conversation.entries.map(({ purpose }) => purpose)).toEqual(['report', 'message', 'share'])
    await answer(mo, placeOf(reporter), { text: 'Ik ben er ook.', on: ordinaryDay })

    const { conversation } = await openByCode(school.api, reporter.code)
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(({ purpose, authorName }) => [purpose, authorName])).toEqual([
      ...[
        ['report', null],
        ['message', 'Vera Visser'],
        ['share', 'Vera Visser'],
        ['message', 'Mo Meijer'],
      ],
    ])
    expect(conversation.readers.map(({ holder }) => holder)).toEqual(['confidentialAdviser', idOf('mentor')])
    expect(await auditOf(reporter)).toContainEqual(['shared', idOf('mentor')])
  })

  test('also after the key changed: whoever comes later can follow it from the start', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'contactPerson'])
    await leaveOut(reporter, ['confidentialAdviser'])
    await shareWith(vera, placeOf(reporter), 'bullyingCoordinator')
    const { conversation } = await openReport(coen, placeOf(reporter))
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(({ purpose }) => purpose)).toEqual(['report', 'epoch', 'share'])
  })

  test('is for readers only, and never over the border of a site', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const share = await sealShare(vera, placeOf(reporter), 'bullyingCoordinator')
    const leaving = await sealLeave(vera, placeOf(reporter), { holder: 'confidentialAdviser', isInvolved: false })
    const renewal = await sealRenewalAs(vera, placeOf(reporter))
    for (const stranger of [coen, mo, alma]) {
      expect(await send(stranger, reporter, 'shares', share)).toEqual(refused(404, 'report-unknown'))
      expect(await send(stranger, reporter, 'leavings', leaving)).toEqual(refused(404, 'report-unknown'))
      expect(await send(stranger, reporter, 'epochs', renewal)).toEqual(refused(404, 'report-unknown'))
    }
    expect(await sendJson(alma.api, 'POST', '/api/team/sites/ede/colleagues', { name: 'mo' })).toEqual(
      refused(403, 'not-allowed'),
    )
    expect((await openByCode(school.api, reporter.code)).stored.messages).toHaveLength(1)
  })

  test('finds functions and colleagues of the site by name, also those who are hidden from reporters', async () => {
    const found = await sendJson(vera.api, 'POST', '/api/team/sites/ede/colleagues', { name: 'meij' })
    expect(found).toMatchObject({ status: 200, body: { people: [{ holder: idOf('mentor'), name: 'Mo Meijer' }] } })
    const { functions } = found.body as { functions: { role: string }[] }
    expect(functions.map(({ role }) => role)).toContain('contactPerson')
    const all = await sendJson(vera.api, 'POST', '/api/team/sites/ede/colleagues', { name: '%' })
    expect(all).toMatchObject({ body: { people: [] } })
  })

  test('the same share again is the same; another under its id, or after something new, is refused', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const json = await sealShare(vera, placeOf(reporter), 'bullyingCoordinator')
    const late = await sealShare(vera, placeOf(reporter), 'contactPerson')
    expect((await send(vera, reporter, 'shares', json)).status).toBe(201)
    expect((await send(vera, reporter, 'shares', json)).status).toBe(200)
    expect(await send(vera, reporter, 'shares', late)).toEqual(refused(409, 'conversation-moved'))
    const other = { ...late, message: { ...late.message, id: json.message.id } }
    expect(await send(vera, reporter, 'shares', other)).toEqual(refused(409, 'message-different'))
    const again = await sealShare(vera, placeOf(reporter), 'bullyingCoordinator')
    expect(await send(vera, reporter, 'shares', again)).toEqual(refused(422, 'grants-wrong'))
    expect((await auditOf(reporter)).filter(([action]) => action === 'shared')).toHaveLength(1)
  })

  test('gives all keys or none, and only to somebody who can read', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const json = await sealShare(vera, placeOf(reporter), 'bullyingCoordinator')
    const [grant] = json.grants
    const spoiled = [
      { ...json, grants: [{ ...grant, epoch: 2 }] },
      { ...json, grants: [...json.grants, ...json.grants] },
    ]
    for (const body of spoiled) expect(await send(vera, reporter, 'shares', body)).toEqual(refused(422, 'grants-wrong'))
    const nobody = { ...json, holder: 'supportCoordinator' }
    expect(await send(vera, reporter, 'shares', nobody)).toEqual(refused(422, 'holder-unknown'))
    expect(await send(vera, reporter, 'shares', { ...json, holder: alma.places.get('almere')?.holder })).toEqual(
      refused(422, 'holder-unknown'),
    )
    expect((await openByCode(school.api, reporter.code)).stored.messages).toHaveLength(1)
  })

  test('can be taken back by the reporter, and who is left out is known to whoever shares next', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await shareWith(vera, placeOf(reporter), idOf('mentor'))
    const before = await openByCode(school.api, reporter.code)
    const readers = remainingReaders(before.stored, before.conversation, [idOf('mentor')])
    expect(readers.map(({ holder }) => holder)).toEqual(['confidentialAdviser'])
    await leaveOut(reporter, ['confidentialAdviser'])
    await writeBack(reporter, 'Dit is niet voor Mo.')
    await expect(openReport(mo, placeOf(reporter))).rejects.toThrow('report-unknown')
    for (const { sealed } of await dumpOf(reporter, 2)) {
      for (const identity of identitiesOf(mo)) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
  })

  test('a grant that somebody tampered with, or that is of another report, gives no key and is told', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const other = await told(school, ['confidentialAdviser'], { story: 'Een ander.' })
    const json = await sealShare(vera, placeOf(reporter), idOf('mentor'))
    const moved = await sealShare(vera, placeOf(other), idOf('mentor'))
    await send(vera, reporter, 'shares', { ...json, grants: moved.grants })
    await expect(openReport(mo, placeOf(reporter))).rejects.toThrow('no grant opens')
    const third = await told(school, ['confidentialAdviser'])
    const { grants, ...rest } = await sealShare(vera, placeOf(third), idOf('mentor'))
    const spoiled = grants.map(({ epoch, sealed }) => ({ epoch, sealed: withByteChanged(sealed) }))
    expect((await send(vera, third, 'shares', { ...rest, grants: spoiled })).status).toBe(201)
    await expect(openReport(mo, placeOf(third))).rejects.toThrow('no grant opens')
    expect((await openReport(vera, placeOf(third))).conversation.warnings).toEqual([])
  })

  test('a server that has its own key sealed in is not believed: the key is in nobody’s certificate', async () => {
    const { recipient, identity } = await newIdentity()
    const reporter = await told(school, ['confidentialAdviser'])
    const json = await sealShare(vera, placeOf(reporter), idOf('mentor'))
    for (const { sealed } of json.grants) {
      await expect(open(Buffer.from(sealed, 'base64url'), identity)).rejects.toThrow('cannot open')
    }
    expect(JSON.stringify((await openByCode(school.api, reporter.code)).stored.certificates)).not.toContain(recipient)
  })
})

function withByteChanged(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  return bytes.toString('base64url')
}
