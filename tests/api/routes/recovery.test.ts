import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storeSheet } from '../../../api/stores/staff-keys.ts'
import { accounts, auditEvents, passkeyBoxes, passkeys, staffKeys } from '../../../db/schema/index.ts'
import { fromBase64Url, toBase64Url } from '../../../web/crypto/bytes.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { sealForSheet } from '../../../web/crypto/new-staff-keys.ts'
import { deriveRecoveryKeys, makeSheet, type SheetCode } from '../../../web/crypto/recovery-sheet.ts'
import { openStaffBox, sealStaffBox } from '../../../web/crypto/staff-box.ts'
import { openKeys, type SignedIn, signIn } from '../../support/colleague.ts'
import { openBySheet, random, recover, sealForPassword } from '../../support/enrolment.ts'
import { mailOf, openSchool, password, type School } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const email = mailOf('vertrouwenspersoon')
const recipient = async () => (await newIdentity()).recipient
const newPassword = 'een heel ander wachtwoord'
const enter = (word: string) => signIn(school.app.fetch, school.salt, email, word)
const proofOf = async (sheet: SheetCode<'personal'>) => toBase64Url((await deriveRecoveryKeys(sheet)).proof)
const askBox = async (address: string, sheet: SheetCode<'personal'>) =>
  sendJson(school.api, 'POST', '/api/recovery/box', { email: address, proof: await proofOf(sheet) })
const actionsOf = async () =>
  (await school.deps.db.select().from(auditEvents)).map(({ action, detail }) =>
    detail ? `${action} ${detail}` : action,
  )

/** The person as they were before each test: the known password, and this sheet. */
let sheet: SheetCode<'personal'>
let account: string
beforeEach(async () => {
  const { db } = school.deps
  const person = school.site.staff.find((member) => member.email === email)
  if (!person) throw new Error('nobody')
  account = person.keys.account
  sheet = makeSheet('personal', random)
  const box = { identity: person.keys.identity.identity, signingSeed: person.keys.signing.secret, siteKeys: {} }
  const { recoveryBox, recoveryProof } = await sealForSheet({ ...box, siteKeys: { ede: school.site.siteKey } }, sheet)
  const bytes = { recoveryBox: fromBase64Url(recoveryBox), recoveryProof: fromBase64Url(recoveryProof) }
  await storeSheet(db, account, bytes, school.deps.clock.today())
  school.pass(13 * 3_600_000)
})

describe('a forgotten password', () => {
  test('is replaced with the sheet; what was received before opens, the old password and every session do not', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const before = await enter(password)
    const { answer } = await recover(school, email, sheet, newPassword)
    expect(answer.status).toBe(204)

    expect((await before.api.client.team.me.$get()).status).toBe(401)
    await expect(enter(password)).rejects.toThrow('sign-in-refused')
    const back = await openKeys(await enter(newPassword))
    const identity = back.places.get('ede')?.identities.get('confidentialAdviser')
    expect(identity).toHaveLength(1)
    const { site, report } = placeOf(reporter)
    const param = { site, report }
    expect((await back.api.client.team.reports[':site'][':report'].$get({ param })).status).toBe(200)
    expect(await actionsOf()).toContain('recovered')

    // The sheet stays good until another is made.
    expect(await openBySheet(school, email, sheet)).toEqual(back.box)
    expect((await recover(school, email, sheet, password)).answer.status).toBe(204)
  })

  test('keeps asking for a second factor', async () => {
    const { db } = school.deps
    await db.update(accounts).set({ twoFactorEnabled: true }).where(eq(accounts.id, account))
    await recover(school, email, sheet, password)
    const [row] = await db.select().from(accounts).where(eq(accounts.id, account))
    expect(row?.twoFactorEnabled).toBe(true)
    await db.update(accounts).set({ twoFactorEnabled: false }).where(eq(accounts.id, account))
  })

  test('takes the passkeys away, but for those that were said to be still there, and none opens the keys', async () => {
    const { db } = school.deps
    for (const name of ['Laptop', 'Telefoon']) {
      const device = { credentialID: `credential${name}`, publicKey: 'x', counter: 0, deviceType: 'singleDevice' }
      await db.insert(passkeys).values({ id: name, name, userId: account, backedUp: false, ...device })
      const box = Buffer.from(await sealStaffBox((await openKeys(await enter(password))).box, await recipient()))
      await db.insert(passkeyBoxes).values({ accountId: account, credentialId: device.credentialID, box })
    }
    const shown = (await askBox(email, sheet)).body as { passkeys: { name: string }[] }
    expect(shown.passkeys.map(({ name }) => name)).toEqual(['Laptop', 'Telefoon'])

    await recover(school, email, sheet, password, ['Laptop'])
    const left = db.select({ name: passkeys.name }).from(passkeys).where(eq(passkeys.userId, account))
    expect(await left).toEqual([{ name: 'Laptop' }])
    expect(await db.$count(passkeyBoxes)).toBe(0)
    expect(await actionsOf()).toContain('second-factor-changed passkeys-removed')

    await recover(school, email, sheet, password)
    expect(await left).toEqual([])
  })

  test('stores only a hash of what proves the sheet', async () => {
    const rows = await school.deps.db.select().from(staffKeys)
    expect(JSON.stringify(rows)).not.toContain(await proofOf(sheet))
    const [row] = await school.deps.db.select().from(staffKeys).where(eq(staffKeys.accountId, account))
    expect(row?.recoveryProofHash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what is refused', () => {
  test('a wrong code, an unknown address, somebody without a sheet and a blocked account, in the same words', async () => {
    const other = makeSheet('personal', random)
    const { db, clock } = school.deps
    const answers = [await askBox(email, other), await askBox('niemand@school.test', sheet)]
    answers.push(await askBox(mailOf('mentor'), sheet))
    await db.update(accounts).set({ blockedAt: clock.now() }).where(eq(accounts.id, account))
    answers.push(await askBox(email, sheet))
    await db.update(accounts).set({ blockedAt: null }).where(eq(accounts.id, account))
    for (const answer of answers) expect(answer).toEqual(refused(401, 'sign-in-refused'))
  })

  test('a new password without the right sheet, and nothing changes', async () => {
    const person = await openKeys(await enter(password))
    const body = {
      ...{ email, proof: await proofOf(makeSheet('personal', random)) },
      ...(await sealForPassword(school, email, newPassword, person.box)),
    }
    expect(await sendJson(school.api, 'POST', '/api/recovery', body)).toEqual(refused(401, 'sign-in-refused'))
    await expect(enter(newPassword)).rejects.toThrow('sign-in-refused')
    expect((await person.api.client.team.me.$get()).status).toBe(200)
  })

  test('the sheet itself, which must never come here', async () => {
    const answer = await sendJson(school.api, 'POST', '/api/recovery/box', { email, proof: sheet })
    expect(answer).toEqual(refused(400, 'input-malformed'))
  })

  test('guessing goes slower and slower, for a known and an unknown address alike, and never shuts out at the sign-in', async () => {
    const guess = async (address: string) => {
      const statuses: number[] = []
      for (let tries = 0; tries < 6; tries += 1) {
        const { status } = await askBox(address, makeSheet('personal', random))
        statuses.push(status)
      }
      return statuses
    }
    const known = await guess(email)
    expect(known).toEqual([401, 401, 401, 401, 401, 429])
    expect(await guess('niemand2@school.test')).toEqual(known)
    expect((await enter(password)).cookie).toContain('session_token')
    school.pass(61_000)
    expect((await askBox(email, sheet)).status).toBe(200)
  })
})

describe('at the account page', () => {
  const put = ({ cookie }: SignedIn, path: string, body: unknown) =>
    sendJson(school.api, 'PUT', `/api/team/account/${path}`, body, { cookie })
  const authenticationOf = async (word: string) => {
    const { box } = await openKeys(await enter(password))
    return (await sealForPassword(school, email, word, box)).authentication
  }

  test('another password takes the present one, keeps this session and ends the others', async () => {
    const [here, there] = [await enter(password), await enter(password)]
    const { box } = await openKeys(here)
    const next = await sealForPassword(school, email, newPassword, box)
    const wrong = { ...next, password: next.authentication }
    expect(await put(here, 'password', wrong)).toEqual(refused(401, 'sign-in-refused'))
    expect((await there.api.client.team.me.$get()).status).toBe(200)

    const present = await authenticationOf(password)
    expect((await put(here, 'password', { ...next, password: present })).status).toBe(204)
    expect((await here.api.client.team.me.$get()).status).toBe(200)
    expect((await there.api.client.team.me.$get()).status).toBe(401)
    await expect(enter(password)).rejects.toThrow('sign-in-refused')
    expect((await openKeys(await enter(newPassword))).box).toEqual(box)
    expect(await actionsOf()).toContain('changed password')
    await recover(school, email, sheet, password)
  })

  test('another sheet voids the one before, and takes the password', async () => {
    const here = await enter(password)
    const { box } = await openKeys(here)
    const nextSheet = makeSheet('personal', random)
    const next = await sealForSheet(box, nextSheet)
    const wrong = { ...next, password: 'A'.repeat(43) }
    expect(await put(here, 'recovery-sheet', wrong)).toEqual(refused(401, 'sign-in-refused'))
    expect((await askBox(email, sheet)).status).toBe(200)

    const present = await authenticationOf(password)
    expect((await put(here, 'recovery-sheet', { ...next, password: present })).status).toBe(204)
    expect(await askBox(email, sheet)).toEqual(refused(401, 'sign-in-refused'))
    expect(await openBySheet(school, email, nextSheet)).toEqual(box)
    expect(await actionsOf()).toContain('changed recovery-sheet')
  })

  test('is for whoever is signed in', async () => {
    const { box } = await openKeys(await enter(password))
    const body = { ...(await sealForPassword(school, email, newPassword, box)), password: 'A'.repeat(43) }
    expect(await sendJson(school.api, 'PUT', '/api/team/account/password', body)).toEqual(refused(401, 'not-signed-in'))
    const mentor = await signInAs(school, 'mentor')
    expect(await put(mentor, 'password', body)).toEqual(refused(401, 'sign-in-refused'))
    expect((await enter(password)).cookie).toContain('session_token')
  })
})

test('the box that comes back opens with this sheet only', async () => {
  const { body } = await askBox(email, sheet)
  const other = await deriveRecoveryKeys(makeSheet('personal', random))
  await expect(openStaffBox(fromBase64Url((body as { box: string }).box), other.identity)).rejects.toThrow(
    'cannot open',
  )
})
