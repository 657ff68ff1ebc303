import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { dossierEntries, dossierGrants, dossierRecords, memberships } from '../../../db/schema/index.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { openDossierCast } from '../../support/dossier-cast.ts'
import {
  involved,
  leaveDossierAs,
  openDossierAs,
  readDossier,
  renewDossierKey,
  sealLeaving,
  sealNewKey,
  sealSharing,
  sealWriting,
  shareDossierWith,
  writeEntry,
} from '../../support/dossiers.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'

const { school, vera, victor, coen, mo, idOf, identitiesOf, db, mentorAndKeeper, post, auditOfDossier } =
  await openDossierCast()
afterAll(() => school.close())

describe('who reads', () => {
  test('a lone owner cannot stay out until somebody takes over', async () => {
    const place = await openDossierAs(mo, { readers: [idOf('mentor')] })
    const alone = await sealLeaving(mo, place, { holder: idOf('mentor'), isInvolved: true })
    expect(await post(mo, place, 'leavings', alone)).toEqual(refused(409, 'owner-needed'))
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: true, to: 'bullyingCoordinator' })
    expect(await post(coen, place, 'entries', await sealWriting(coen, place, {}))).toEqual(refused(409, 'key-due'))
    await renewDossierKey(coen, place)
    await writeEntry(coen, place, {}, { text: 'Nu ik.' })
    const back = await sealSharing(coen, place, idOf('mentor'))
    expect(await post(coen, place, 'shares', back)).toEqual(refused(422, 'reader-out'))
    expect(await auditOfDossier(place)).toContainEqual(['dossier', 'recused', 'bullyingCoordinator'])
  })

  test('a new key is for exactly those who remain, and with a key for every record', async () => {
    const place = await openDossierAs(mo, {
      readers: [...mentorAndKeeper(), 'confidentialAdviser'],
      people: [involved('Sam')],
    })
    expect(await post(mo, place, 'epochs', await sealNewKey(mo, place))).toEqual(refused(409, 'epoch-old'))
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: false })
    const more = await sealNewKey(coen, place, ['bullyingCoordinator', 'confidentialAdviser', 'contactPerson'])
    expect(await post(coen, place, 'epochs', more)).toEqual(refused(422, 'reader-out'))
    const fewer = await sealNewKey(coen, place, ['bullyingCoordinator'])
    expect(await post(coen, place, 'epochs', fewer)).toEqual(refused(422, 'reader-out'))
    const right = await sealNewKey(coen, place)
    expect(await post(coen, place, 'epochs', { ...right, records: [] })).toEqual(refused(422, 'grants-wrong'))
    const race = await Promise.all([
      post(coen, place, 'epochs', right),
      post(vera, place, 'epochs', await sealNewKey(vera, place)),
    ])
    expect(race.map(({ status }) => status).toSorted()).toEqual([201, 409])
    await writeEntry(vera, place, {}, { text: 'Onder de nieuwe sleutel.' })
    expect((await readDossier(coen, place)).opened.warnings).toEqual([])
    const inEpoch = (table: typeof dossierGrants | typeof dossierRecords | typeof dossierEntries) =>
      db
        .select({ sealed: table.sealed })
        .from(table)
        .where(and(eq(table.dossierId, place.dossier), eq(table.epoch, 2)))
    const after = [
      ...(await inEpoch(dossierGrants)),
      ...(await inEpoch(dossierRecords)),
      ...(await inEpoch(dossierEntries)),
    ]
    expect(after.length).toBeGreaterThan(3)
    for (const { sealed } of after)
      for (const identity of identitiesOf(mo))
        await expect(open(sealed ?? new Uint8Array(), identity)).rejects.toThrow('cannot open')
  })

  test('whoever only has the role of a technician left reads no dossier any more, and not before somebody else can', async () => {
    const mia = await colleague(school, 'mentor2')
    const alone = await openDossierAs(mia, { readers: [idOf('mentor2')] })
    const director = await colleague(school, 'directeur')
    const drop = () => director.api.send(`/api/team/sites/ede/posts/mentor/${idOf('mentor2')}`, { method: 'DELETE' })
    const refusal = await drop()
    const needed = { holders: [idOf('mentor2')], reports: 1 }
    expect([refusal.status, await refusal.json()]).toEqual([409, { refusal: 'owner-needed', needed }])
    await shareDossierWith(mia, alone, 'bullyingCoordinator')
    await db.insert(memberships).values({ siteId: 'ede', role: 'systemAdministrator', staffId: idOf('mentor2') })
    expect((await drop()).status).toBe(204)
    await expect(readDossier(mia, alone)).rejects.toThrow('dossier-unknown')
    expect((await readDossier(coen, alone)).stored).toMatchObject({ isKeyDue: true, out: [idOf('mentor2')] })
    await renewDossierKey(coen, alone)
    await writeEntry(coen, alone, {})
  })

  test('standing in for a mentor gives no dossier, and its end takes none that was one’s own', async () => {
    const [own, other] = await Promise.all(
      [[idOf('mentor'), idOf('vertrouwenspersoon2')], [idOf('mentor')]].map((readers) =>
        openDossierAs(mo, { readers }),
      ),
    )
    if (!own || !other) throw new Error('no dossiers')
    const absence = { deputy: idOf('vertrouwenspersoon2'), firstDay: ordinaryDay, lastDay: '2026-12-01' }
    const away = await sendJson(mo.api, 'POST', '/api/team/sites/ede/deputies', absence)
    expect(away.status).toBe(204)
    await expect(readDossier(victor, other)).rejects.toThrow('dossier-unknown')
    expect((await mo.api.send('/api/team/sites/ede/deputies', { method: 'DELETE' })).status).toBe(204)
    expect((await readDossier(victor, own)).stored.isKeyDue).toBe(false)
  })

  test('looking what must be done now is written down once a day, and not which card it was', async () => {
    const place = await openDossierAs(mo, { readers: [...mentorAndKeeper()] })
    expect(await post(mo, place, 'duties', {})).toMatchObject({ status: 204 })
    expect(await post(mo, place, 'duties', {})).toMatchObject({ status: 204 })
    const looked = (await auditOfDossier(place)).filter(([, , detail]) => detail === 'duty')
    expect(looked).toEqual([['dossier', 'opened', 'duty']])
    expect(await post(victor, place, 'duties', {})).toEqual(refused(404, 'dossier-unknown'))
  })
})
