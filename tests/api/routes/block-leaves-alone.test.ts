import { afterAll, describe, expect, test } from 'vitest'
import { open } from '../../../web/crypto/sealing.ts'
import { remainingReaders } from '../../../web/islands/shared/directory.ts'
import { openReport } from '../../support/colleague.ts'
import { renewKey, sealShare } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { openByCode } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { codeHeaders, leaveOut, sealReply, writeBack } from '../../support/writing.ts'

const { school, vera, victor, coen, mo, idOf, send, isDue, dumpOf, identitiesOf } = await openCast()
afterAll(() => school.close())
const administrator = (await signInAs(school, 'beheerder')).api

const block = async (who: string) => {
  const response = await administrator.send(`/api/team/sites/ede/staff/${idOf(who)}/block`, { method: 'PUT' })
  expect(response.status).toBe(204)
}
const aloneAt = async () => (await administrator.send('/api/team/sites/ede/ownerless')).json()

describe('after an account was blocked', () => {
  test('its reports get a new key for the others, which it does not open with all it has', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'bullyingCoordinator'])
    await block('vertrouwenspersoon')
    expect(await isDue(reporter)).toBe(true)
    await renewKey(victor, placeOf(reporter))
    await writeBack(reporter, 'Dit is niet voor Vera.')
    for (const { sealed } of await dumpOf(reporter, 2)) {
      for (const identity of identitiesOf(vera)) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
    const { conversation } = await openReport(coen, placeOf(reporter))
    expect(conversation.entries.at(-1)).toMatchObject({ body: { text: 'Dit is niet voor Vera.' } })
    const again = await sealShare(coen, placeOf(reporter), idOf('mentor'))
    expect((await send(coen, reporter, 'shares', { ...again })).status).toBe(201)
  })

  test('what nobody else can handle is counted, and its reporter is told and chooses anew', async () => {
    const reporter = await told(school, [idOf('mentor')])
    expect(await aloneAt()).toEqual({ reports: 0, dossiers: 0 })
    await block('mentor')
    expect(await aloneAt()).toEqual({ reports: 1, dossiers: 0 })
    const { stored, conversation } = await openByCode(school.api, reporter.code)
    expect(remainingReaders(stored, conversation)).toEqual([])
    const reply = await sealReply(reporter, conversation, { text: 'Is daar iemand?', on: ordinaryDay })
    expect(await sendJson(school.api, 'POST', '/api/conversation/messages', reply, codeHeaders(reporter.keys))).toEqual(
      refused(409, 'key-due'),
    )
    await leaveOut(reporter, ['bullyingCoordinator'])
    await writeBack(reporter, 'Nu lees jij het.')
    expect(await aloneAt()).toEqual({ reports: 0, dossiers: 0 })
    expect((await openByCode(school.api, reporter.code)).conversation.warnings).toEqual([])
    await expect(openReport(mo, placeOf(reporter))).rejects.toThrow('not-signed-in')
  })

  test('the number is for whoever may block, and no other', async () => {
    expect(await (await coen.api.send('/api/team/sites/ede/ownerless')).json()).toEqual({ refusal: 'not-allowed' })
  })
})
