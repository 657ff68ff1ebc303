import { afterAll, describe, expect, test } from 'vitest'
import { open } from '../../../web/crypto/sealing.ts'
import { answer, openReport } from '../../support/colleague.ts'
import { leaveReport, renewKey, sealLeave, sealShare } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { openByCode } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { codeHeaders, sealEpoch, sealReply, writeBack } from '../../support/writing.ts'

const { school, vera, victor, coen, mo, idOf, send, auditOf, isDue, listOf, dumpOf, identitiesOf } = await openCast()
afterAll(() => school.close())

describe('staying out', () => {
  test('hides the report at once, in every way, and leaves it to the others', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await leaveReport(vera, placeOf(reporter), { holder: idOf('vertrouwenspersoon'), isInvolved: true })
    await expect(openReport(vera, placeOf(reporter))).rejects.toThrow('report-unknown')
    expect(await listOf(vera)).not.toContain(reporter.report)
    expect(await auditOf(reporter)).toContainEqual(['recused', idOf('vertrouwenspersoon')])
    expect(await isDue(reporter)).toBe(true)
    const { conversation } = await openReport(victor, placeOf(reporter))
    expect(conversation.entries.map(({ purpose }) => purpose)).toEqual(['report', 'leave'])
  })

  test('and what is written afterwards opens with none of their keys', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await leaveReport(vera, placeOf(reporter), { holder: idOf('vertrouwenspersoon'), isInvolved: true })
    const { conversation } = await openByCode(school.api, reporter.code)
    const old = await sealReply(reporter, conversation, { text: 'Onder de oude sleutel.', on: ordinaryDay })
    expect(await sendJson(school.api, 'POST', '/api/conversation/messages', old, codeHeaders(reporter.keys))).toEqual(
      refused(409, 'key-due'),
    )
    await renewKey(victor, placeOf(reporter))
    await writeBack(reporter, 'Dit is niet voor Vera.')
    const rows = await dumpOf(reporter, 2)
    expect(rows).toHaveLength(2)
    for (const { sealed } of rows) {
      for (const identity of identitiesOf(vera)) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
    const read = await openReport(victor, placeOf(reporter))
    expect(read.conversation.entries.at(-1)).toMatchObject({ body: { text: 'Dit is niet voor Vera.' } })
    expect(read.conversation.readers.map(({ holder }) => holder)).toEqual([idOf('vertrouwenspersoon2')])
    const own = await openByCode(school.api, reporter.code)
    expect(own.conversation.warnings).toEqual([])
    expect(await isDue(reporter)).toBe(false)
  })

  test('is refused to the only reader, until somebody takes it over in the same step', async () => {
    const reporter = await told(school, [idOf('mentor')])
    const alone = await sealLeave(mo, placeOf(reporter), { holder: idOf('mentor'), isInvolved: true })
    expect(await send(mo, reporter, 'leavings', alone)).toEqual(refused(409, 'owner-needed'))
    await leaveReport(mo, placeOf(reporter), { holder: idOf('mentor'), isInvolved: true, to: 'bullyingCoordinator' })
    await expect(openReport(mo, placeOf(reporter))).rejects.toThrow('report-unknown')
    const { conversation } = await openReport(coen, placeOf(reporter))
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(({ purpose }) => purpose)).toEqual(['report', 'share', 'leave'])
  })

  test('nobody can be made to stay out by somebody else', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const forged = await sealLeave(vera, placeOf(reporter), { holder: idOf('vertrouwenspersoon2'), isInvolved: true })
    expect(await send(vera, reporter, 'leavings', forged)).toEqual(refused(422, 'grants-wrong'))
    await expect(openReport(victor, placeOf(reporter))).resolves.toBeDefined()
  })

  test('and nobody gives it back to them, in person or through their function, reporter and colleagues alike', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'bullyingCoordinator'])
    await leaveReport(vera, placeOf(reporter), { holder: idOf('vertrouwenspersoon'), isInvolved: true })
    await renewKey(victor, placeOf(reporter))
    for (const holder of [idOf('vertrouwenspersoon'), 'confidentialAdviser']) {
      const json = await sealShare(coen, placeOf(reporter), holder)
      expect(await send(coen, reporter, 'shares', json)).toEqual(refused(422, 'reader-out'))
      const { conversation } = await openByCode(school.api, reporter.code)
      const epoch = await sealEpoch(reporter, conversation, [holder])
      expect(await sendJson(school.api, 'POST', '/api/conversation/epochs', epoch, codeHeaders(reporter.keys))).toEqual(
        refused(422, 'reader-out'),
      )
    }
  })
})

describe('forwarding', () => {
  test('takes the report from the function it was not for, to the one it is for', async () => {
    const reporter = await told(school, ['bullyingCoordinator'])
    await leaveReport(coen, placeOf(reporter), {
      holder: 'bullyingCoordinator',
      isInvolved: false,
      to: 'contactPerson',
    })
    await expect(openReport(coen, placeOf(reporter))).rejects.toThrow('report-unknown')
    const anna = await colleague(school, 'aanspreekpunt')
    await renewKey(anna, placeOf(reporter))
    await answer(anna, placeOf(reporter), { text: 'Ik ben het aanspreekpunt.', on: ordinaryDay })
    const { conversation, stored } = await openByCode(school.api, reporter.code)
    expect(conversation.warnings).toEqual([])
    expect(conversation.readers.map(({ holder }) => holder)).toEqual(['contactPerson'])
    expect(stored.readers.filter(({ epoch }) => epoch === conversation.epoch)).toEqual([
      { holder: 'contactPerson', epoch: 2 },
    ])
    expect(await auditOf(reporter)).toContainEqual(['shared', 'contactPerson'])
  })

  test('is for what somebody reads through, not for another’s', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'bullyingCoordinator'])
    const forged = await sealLeave(coen, placeOf(reporter), { holder: 'confidentialAdviser', isInvolved: false })
    expect(await send(coen, reporter, 'leavings', forged)).toEqual(refused(422, 'grants-wrong'))
    const inPerson = await sealLeave(coen, placeOf(reporter), { holder: idOf('coordinator'), isInvolved: false })
    expect(await send(coen, reporter, 'leavings', inPerson)).toEqual(refused(422, 'grants-wrong'))
  })
})
