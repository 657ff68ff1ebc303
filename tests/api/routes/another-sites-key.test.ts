import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { certifyMember } from '../../../db/demo/make-functions.ts'
import { vouchForEachOther } from '../../../db/demo/vouch.ts'
import { holders, neighbours, sites } from '../../../db/schema/index.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { readNeighbour } from '../../../web/crypto/neighbour.ts'
import { newSigningKey } from '../../../web/crypto/signing.ts'
import { candidatesOf } from '../../../web/islands/team/who-can-read.ts'
import { answer, openReport } from '../../support/colleague.ts'
import { sealShare, shareWith } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { openByCode } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

const { school } = await openCast()
const { db, instance } = school.deps
afterAll(() => school.close())

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const maker = { instance, random, today: ordinaryDay }
const theirs = 'almere/confidentialAdviser'
const almaMade = school.otherSite.staff[0] ?? expect.fail('nobody at almere')
const isAlma = () => and(eq(holders.siteId, 'almere'), eq(holders.id, almaMade.holder))

beforeEach(async () => {
  await db.delete(neighbours)
  await vouchForEachOther(db, maker, [school.site, school.otherSite])
})

describe('a server that puts other keys in the place of those of the other site', () => {
  afterEach(async () => {
    await db.update(sites).set({ siteKey: school.otherSite.siteKey }).where(eq(sites.id, 'almere'))
    await db.update(holders).set({ certificate: almaMade.certificate }).where(isAlma())
  })

  /** Everything there agrees with itself: a site key, and Alma certified by it with a key of the server. */
  async function swap() {
    const [siteKey, signing] = [newSigningKey(random), newSigningKey(random)]
    const keys = { ...almaMade.keys, identity: await newIdentity(), signing }
    const certificate = certifyMember(maker, siteKey, { ...almaMade, keys })
    await db.update(sites).set({ siteKey: siteKey.publicKey }).where(eq(sites.id, 'almere'))
    await db.update(holders).set({ certificate }).where(isAlma())
    return { siteKey, recipient: keys.identity.recipient }
  }

  test('is given nothing: what was vouched for decides whom a browser offers', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = await colleague(school, 'vertrouwenspersoon')
    const { siteKey, recipient } = await swap()
    const path = `/api/team/reports/ede/${reporter.report}/colleagues`
    const { body } = await sendJson(vera.api, 'POST', path, { name: 'alma', at: 'almere' })
    const found = body as Parameters<typeof candidatesOf>[0]
    expect(found.siteKey).toBe(siteKey.publicKey)
    expect(found.people).toHaveLength(1)
    const statements = vera.places.get('ede')?.neighbours ?? []
    const [said] = statements.map((one) => readNeighbour(one, school.site.siteKey, { site: 'ede' }))
    expect(said?.siteKey).toBe(school.otherSite.siteKey)
    const { stored, conversation } = await openReport(vera, placeOf(reporter))
    const given = {
      own: '',
      siteKey: conversation.siteKey,
      entries: conversation.entries,
      readers: conversation.readers,
    }
    const offered = candidatesOf(found, { ...given, stored: { ...stored, certificates: [...statements] } })
    expect(JSON.stringify(offered)).not.toContain(recipient)
    await expect(sealShare(vera, placeOf(reporter), `almere/${almaMade.holder}`)).rejects.toThrow('no certificate')
  })

  test('cannot speak to the reporter as somebody there', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = await colleague(school, 'vertrouwenspersoon')
    await shareWith(vera, placeOf(reporter), theirs)
    const alma = await colleague(school, 'vertrouwenspersoon', 'almere')
    await answer(alma, placeOf(reporter), { text: 'Dit ben ik.', on: ordinaryDay })
    await swap()
    const { conversation } = await openByCode(school.api, reporter.code)
    expect(conversation.warnings.map(({ kind }) => kind)).toContain('forged')
    expect(conversation.entries.map(({ purpose }) => purpose)).toEqual(['report', 'share'])
  })
})

describe('somebody who reads a report of another site', () => {
  test('goes by the key that their own site vouches for, and sees when the server or a colleague names another', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = await colleague(school, 'vertrouwenspersoon')
    await shareWith(vera, placeOf(reporter), theirs)
    const alma = await colleague(school, 'vertrouwenspersoon', 'almere')
    await db
      .update(sites)
      .set({ siteKey: newSigningKey(random).publicKey })
      .where(eq(sites.id, 'ede'))
    const { conversation } = await openReport(alma, placeOf(reporter))
    expect(conversation.siteKey).toBe(school.site.siteKey)
    expect(conversation.warnings).toEqual([{ kind: 'site-key-changed' }])
    await db.update(sites).set({ siteKey: school.site.siteKey }).where(eq(sites.id, 'ede'))
  })

  test('goes by the key in the first grant where theirs vouches for none', async () => {
    await db.delete(neighbours).where(eq(neighbours.siteId, 'almere'))
    const reporter = await told(school, ['confidentialAdviser'])
    const vera = await colleague(school, 'vertrouwenspersoon')
    await shareWith(vera, placeOf(reporter), theirs)
    const alma = await colleague(school, 'vertrouwenspersoon', 'almere')
    const { conversation } = await openReport(alma, placeOf(reporter))
    expect(conversation.siteKey).toBe(school.site.siteKey)
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(({ authorName }) => authorName)).toEqual([null, 'Vera Visser'])
  })
})
