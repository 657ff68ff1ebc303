import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEvents, formerCertificates, holders, siteKeyShares, sites, staff } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import { certify, readCertificate } from '../../../web/crypto/certificate.ts'
import { pinSiteKey } from '../../../web/crypto/pin.ts'
import { makeSheet } from '../../../web/crypto/recovery-sheet.ts'
import { newSigningKey } from '../../../web/crypto/signing.ts'
import { beginSiteKey, openSheet, openSiteKey, shareSiteKey } from '../../../web/islands/keys/site-key-work.ts'
import { signAll, toSign } from '../../../web/islands/keys/to-sign.ts'
import { addNewcomer } from '../../support/newcomer.ts'
import { atDesk, signEverything } from '../../support/office.ts'
import { openSchool, type School } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { holderOf } from '../../support/staff.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const refusedWith = (refusal: string) => ({ ok: false, refusal })

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const certificateOf = async (holder: string, site = 'ede') =>
  (
    await school.deps.db
      .select({ certificate: holders.certificate })
      .from(holders)
      .where(and(eq(holders.siteId, site), eq(holders.id, holder)))
  )[0]?.certificate ?? null

describe('the key of a site', () => {
  test('is made once, by a director of that site, and their own certificate with it', async () => {
    const { holder } = await addNewcomer(school, 'directeur', { site: 'velp', roles: ['director'], name: 'Dora Dorst' })
    const { api, office } = await atDesk(school, 'directeur', 'velp')
    expect(office.view.siteKey).toBeNull()
    const made = await beginSiteKey(office, makeSheet('site', random))
    await accepted(api.makeSiteKey('velp', made))

    const after = await atDesk(school, 'directeur', 'velp', made.siteKey)
    expect(after.office.view).toMatchObject({ siteKey: made.siteKey, siteKeyHolders: [holder] })
    expect((await openSiteKey(after.office)).publicKey).toBe(made.siteKey)
    expect(readCertificate((await certificateOf(holder, 'velp')) ?? '', made.siteKey)?.name).toBe('Dora Dorst')
    const again = await beginSiteKey(office, makeSheet('site', random))
    expect(await api.makeSiteKey('velp', again)).toEqual(refusedWith('site-key-there'))
    const [site] = await school.deps.db.select().from(sites).where(eq(sites.id, 'velp'))
    expect(site?.siteKey).toBe(made.siteKey)
  })

  test('is not made with a recovery key or a certificate of something else', async () => {
    const { api, office } = await atDesk(school, 'directeur', 'velp')
    const made = await beginSiteKey(office, makeSheet('site', random))
    const other = await beginSiteKey(office, makeSheet('site', random))
    expect(await api.makeSiteKey('velp', { ...made, escrow: other.escrow })).toEqual(refusedWith('certificate-wrong'))
    const swapped = await api.makeSiteKey('velp', { ...made, certificate: other.certificate })
    expect(swapped).toEqual(refusedWith('certificate-wrong'))
  })

  test('is nothing for somebody who is not a director', async () => {
    const { api, office } = await atDesk(school, 'beheerder')
    const made = await beginSiteKey(office, makeSheet('site', random))
    expect(await api.makeSiteKey('ede', made)).toEqual(refusedWith('not-allowed'))
    const share = await shareSiteKey(office, newSigningKey(random), office.holder)
    expect(await api.shareSiteKey('ede', share)).toEqual(refusedWith('not-allowed'))
  })

  test('goes from one director to the next, who can sign then', async () => {
    const { holder } = await addNewcomer(school, 'adjunct', { roles: ['director'], name: 'Ada Adjunct' })
    await signEverything(school)
    const { api, office } = await atDesk(school, 'directeur')
    await accepted(api.shareSiteKey('ede', await shareSiteKey(office, await openSiteKey(office), holder)))
    const next = await atDesk(school, 'adjunct', 'ede', office.siteKey)
    expect((await openSiteKey(next.office)).publicKey).toBe(office.siteKey)
  })

  test('comes back from the sheet, and only from that of this site', async () => {
    const { api, office } = await atDesk(school, 'directeur')
    await school.deps.db.delete(siteKeyShares).where(eq(siteKeyShares.staffId, office.holder))
    expect(await openSheet(office, school.otherSite.sheet)).toBeNull()
    const keys = await openSheet(office, school.site.sheet)
    if (!keys) throw new Error('the sheet does not open')
    await accepted(api.shareSiteKey('ede', await shareSiteKey(office, keys.signing, office.holder)))
    const { office: after } = await atDesk(school, 'directeur')
    expect((await openSiteKey(after)).publicKey).toBe(office.siteKey)
  })

  test('is not overwritten at somebody else, nor given to who is no director', async () => {
    const { api, office } = await atDesk(school, 'adjunct', 'ede', school.site.siteKey)
    const junk = await shareSiteKey(office, newSigningKey(random), holderOf(school, 'directeur'))
    expect(await api.shareSiteKey('ede', junk)).toEqual(refusedWith('key-not-yours'))
    const mentor = await shareSiteKey(office, newSigningKey(random), holderOf(school, 'mentor'))
    expect(await api.shareSiteKey('ede', mentor)).toEqual(refusedWith('staff-unknown'))
  })
})

describe('signing', () => {
  test('has nothing to do where nothing changed', async () => {
    expect(toSign((await atDesk(school, 'directeur')).office)).toEqual([])
  })

  test('names somebody new, and what changed about somebody known', async () => {
    const { holder } = await addNewcomer(school, 'nieuw', { roles: ['mentor'], name: 'Nina Nieuw' })
    await school.deps.db
      .update(staff)
      .set({ name: 'Mo Meijer-Smit' })
      .where(eq(staff.id, holderOf(school, 'mentor')))
    const before = await certificateOf(holderOf(school, 'mentor'))
    const { office } = await atDesk(school, 'directeur')
    expect(toSign(office).map(({ name, changes }) => [name, changes])).toEqual([
      ['Mo Meijer-Smit', ['name']],
      ['Nina Nieuw', ['new']],
    ])
    await signEverything(school)
    expect(await certificateOf(holder)).not.toBeNull()
    const former = await school.deps.db.select().from(formerCertificates)
    expect(former.map(({ certificate }) => certificate)).toContain(before)
    const events = await school.deps.db.select().from(auditEvents).where(eq(auditEvents.action, 'holder-signed'))
    expect(events.map(({ subjectId }) => subjectId)).toContain(holder)
  })

  test('is stored only as far as it says what is so', async () => {
    await school.deps.db
      .update(staff)
      .set({ name: 'Mia Mol-Vos' })
      .where(eq(staff.id, holderOf(school, 'mentor2')))
    const { api, office } = await atDesk(school, 'directeur')
    const siteKey = await openSiteKey(office)
    const [signable] = toSign(office)
    if (!signable) throw new Error('nothing to sign')
    const stranger = (await atDesk(school, 'coordinator')).office
    const wrong = [
      certify({ ...signable.body, name: 'Iemand anders' }, siteKey.secret),
      certify({ ...signable.body, roles: ['director'] }, siteKey.secret),
      certify({ ...signable.body, recipient: stranger.recipient }, siteKey.secret),
      certify({ ...signable.body, signingKey: stranger.signing.publicKey }, siteKey.secret),
      certify({ ...signable.body, issuedOn: '2026-01-01' }, siteKey.secret),
      certify({ ...signable.body, site: 'almere' }, siteKey.secret),
      certify({ ...signable.body, instance: 'AAAA' }, siteKey.secret),
      certify(signable.body, newSigningKey(random).secret),
    ]
    for (const certificate of wrong) {
      expect(await api.sign('ede', [certificate])).toEqual(refusedWith('certificate-wrong'))
    }
    // One that is wrong keeps the others out too.
    const right = signAll([signable], siteKey.secret)
    expect(await api.sign('ede', [...right, wrong[0] ?? ''])).toEqual(refusedWith('certificate-wrong'))
    expect(toSign((await atDesk(school, 'directeur')).office)).toHaveLength(1)
    await accepted(api.sign('ede', right))
  })

  test('is nothing for others, nor at another site', async () => {
    const { office } = await atDesk(school, 'directeur')
    const body = readCertificate((await certificateOf(office.holder)) ?? '', office.siteKey)
    const certificate = certify({ ...(body ?? never()), issuedOn: office.today }, (await openSiteKey(office)).secret)
    const { api } = await atDesk(school, 'beheerder')
    expect(await api.sign('ede', [certificate])).toEqual(refusedWith('not-allowed'))
    const director = await atDesk(school, 'directeur')
    expect(await director.api.sign('almere', [certificate])).toEqual(refusedWith('not-allowed'))
    expect(await director.api.keys('almere')).toEqual(refusedWith('not-allowed'))
    expect(await director.api.keys('nergens')).toEqual(refusedWith('site-unknown'))
  })
})

describe('trust in a site key', () => {
  test('is stored only as the person signed it', async () => {
    const { api, office, own } = await atDesk(school, 'coordinator')
    const { instance, site, holder, signing } = office
    const pin = pinSiteKey({ instance, site, holder, siteKey: school.site.siteKey }, signing.secret)
    const forged = pinSiteKey({ instance, site, holder, siteKey: school.site.siteKey }, newSigningKey(random).secret)
    expect(await api.pin('ede', forged)).toEqual(refusedWith('certificate-wrong'))
    await accepted(api.pin('ede', pin))
    const me = await accepted(ask(own.client.team.me.$get()))
    expect(me.sites[0]?.pin).toBe(pin)
  })
})

function never(): never {
  throw new Error('no certificate')
}
