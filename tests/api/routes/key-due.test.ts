import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { functionKeyShares, functionKeys, memberships, staff } from '../../../db/schema/index.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { openReport } from '../../support/colleague.ts'
import { renewKey, sealLeave, sealRenewalAs, sealShare } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { openByCode } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused } from '../../support/school-api.ts'
import { placeOf, told } from '../../support/told.ts'
import { writeBack } from '../../support/writing.ts'

const { school, vera, victor, coen, idOf, send, makeDue, dumpOf, identitiesOf } = await openCast()
afterAll(() => school.close())

describe('a new key that is due', () => {
  test('is made by a reader for exactly those who remain', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'bullyingCoordinator'])
    const early = await sealRenewalAs(coen, placeOf(reporter))
    expect(await send(coen, reporter, 'epochs', early)).toEqual(refused(409, 'epoch-old'))
    await makeDue(reporter)
    const without = await sealRenewalAs(coen, placeOf(reporter), ['bullyingCoordinator'])
    expect(await send(coen, reporter, 'epochs', without)).toEqual(refused(422, 'reader-out'))
    const more = await sealRenewalAs(coen, placeOf(reporter), [
      'confidentialAdviser',
      'bullyingCoordinator',
      'contactPerson',
    ])
    expect(await send(coen, reporter, 'epochs', more)).toEqual(refused(422, 'reader-out'))
    const right = await sealRenewalAs(coen, placeOf(reporter))
    expect((await send(coen, reporter, 'epochs', right)).status).toBe(201)
    expect((await send(coen, reporter, 'epochs', right)).status).toBe(200)
    expect((await openByCode(school.api, reporter.code)).conversation.warnings).toEqual([])
  })

  test('nothing is shared or left under the old one', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const given = await sealShare(vera, placeOf(reporter), 'bullyingCoordinator')
    const leaving = await sealLeave(vera, placeOf(reporter), { holder: idOf('vertrouwenspersoon'), isInvolved: true })
    await makeDue(reporter)
    expect(await send(vera, reporter, 'shares', given)).toEqual(refused(409, 'key-due'))
    expect(await send(vera, reporter, 'leavings', leaving)).toEqual(refused(409, 'key-due'))
  })

  test('goes to the other members in person when the function’s own key is in hands it should not be in', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { db } = school.deps
    const isAdviser = and(eq(functionKeys.siteId, 'ede'), eq(functionKeys.role, 'confidentialAdviser'))
    await db.transaction(async (tx) => {
      await tx.update(functionKeys).set({ retiredOn: ordinaryDay }).where(isAdviser)
      const isVeras = eq(functionKeyShares.staffId, idOf('vertrouwenspersoon'))
      await tx.update(functionKeyShares).set({ sealed: null }).where(isVeras)
      await tx.delete(memberships).where(eq(memberships.staffId, idOf('vertrouwenspersoon')))
    })
    await makeDue(reporter)
    await expect(openReport(vera, placeOf(reporter))).rejects.toThrow('report-unknown')
    const whole = await sealRenewalAs(victor, placeOf(reporter)).catch(() => null)
    expect(whole?.grants.map(({ holder }) => holder)).toEqual([idOf('vertrouwenspersoon2')])
    await renewKey(victor, placeOf(reporter))
    await writeBack(reporter, 'Vera is weg.')
    for (const { sealed } of await dumpOf(reporter, 2)) {
      for (const identity of identitiesOf(vera)) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
    await db
      .update(staff)
      .set({ leftOn: '2026-11-01' })
      .where(eq(staff.id, idOf('mentor2')))
    const gone = await sealShare(victor, placeOf(reporter), idOf('mentor2'), {
      recipient: (await newIdentity()).recipient,
    })
    expect(await send(victor, reporter, 'shares', gone)).toEqual(refused(422, 'holder-unknown'))
  })
})
