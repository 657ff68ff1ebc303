import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { functionKeys, memberships } from '../../../db/schema/index.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { confirmFunction, writeConfirmation } from '../../../web/crypto/confirmation.ts'
import { sealFunctionKey } from '../../../web/crypto/function-key.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { letIn, makeFunctionKey, restoreFunction } from '../../../web/islands/keys/function-work.ts'
import { functionView } from '../../../web/islands/keys/office.ts'
import { openSheet, openSiteKey } from '../../../web/islands/keys/site-key-work.ts'
import { tasksOf } from '../../../web/islands/keys/tasks.ts'
import { signAll, toSign } from '../../../web/islands/keys/to-sign.ts'
import { addNewcomer, type Newcomer } from '../../support/newcomer.ts'
import { atDesk, letInAs, rekeyAs, signEverything } from '../../support/office.ts'
import { openSchool, type School } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'

const refusedWith = (refusal: string) => ({ ok: false, refusal })

let school: School
let nina: Newcomer
beforeAll(async () => {
  school = await openSchool()
  nina = await addNewcomer(school, 'nina', { roles: ['supportCoordinator', 'bullyingCoordinator'], name: 'Nina Noord' })
})
afterAll(() => school.close())

/** Nina as her own browser has it once she compared the site key. */
const asNina = () => atDesk(school, 'nina', 'ede', school.site.siteKey)

describe('the first key of a function', () => {
  test('waits until its maker is certified', async () => {
    const { office, api } = await asNina()
    const made = await makeFunctionKey(office, 'supportCoordinator')
    expect(made.generation).toBe(1)
    expect(made.escrow).not.toBeNull()
    await accepted(api.makeKey('ede', 'supportCoordinator', made))
    // Her own key is signed first; only then does her word about the function count.
    const director = (await atDesk(school, 'directeur')).office
    const list = toSign(director)
    expect(list.map(({ holder, isConfirmed }) => [holder, isConfirmed])).toEqual([
      [nina.holder, true],
      ['supportCoordinator', false],
    ])
    await accepted((await atDesk(school, 'directeur')).api.sign('ede', await signedFirst(director)))
    expect(toSign((await atDesk(school, 'directeur')).office)).toMatchObject([
      { holder: 'supportCoordinator', isConfirmed: true },
    ])
    await signEverything(school)
    expect(toSign((await atDesk(school, 'directeur')).office)).toEqual([])
  })

  test('is made once, and by a member', async () => {
    const { office, api } = await asNina()
    const again = { ...(await forgedKey(office.holder)), generation: 2 }
    expect(await api.makeKey('ede', 'supportCoordinator', again)).toEqual(refusedWith('key-not-needed'))
    const stranger = (await atDesk(school, 'coordinator')).api
    expect(await stranger.makeKey('ede', 'supportCoordinator', again)).toEqual(refusedWith('not-a-member'))
  })
})

describe('letting somebody in', () => {
  test('gives them every key there is, once a member does it', async () => {
    const { office, api } = await atDesk(school, 'coordinator')
    expect(tasksOf(office)).toEqual([
      { kind: 'letIn', role: 'bullyingCoordinator', holder: nina.holder, name: 'Nina Noord' },
    ])
    await accepted(api.letIn('ede', 'bullyingCoordinator', await letIn(office, 'bullyingCoordinator', nina.holder)))
    const [change] = toSign((await atDesk(school, 'directeur')).office)
    expect(change).toMatchObject({ holder: 'bullyingCoordinator', changes: ['members'], isConfirmed: true })
    await signEverything(school)
    const { office: own } = await asNina()
    expect(functionView(own.view, 'bullyingCoordinator').generations[0]?.keyHolders).toContain(nina.holder)
  })

  test('is not done by who has no key, nor for who was not appointed', async () => {
    const { office, api } = await atDesk(school, 'coordinator')
    const share = (await letInBody(office.holder)) as Parameters<typeof api.letIn>[2]
    expect(await api.letIn('ede', 'bullyingCoordinator', { ...share, holder: holderOf(school, 'mentor') })).toEqual(
      refusedWith('not-a-member'),
    )
    const director = (await atDesk(school, 'directeur')).api
    expect(await director.letIn('ede', 'bullyingCoordinator', share)).toEqual(refusedWith('not-a-member'))
  })

  test('of vertrouwenspersonen goes with the word of a member, also in the certificate', async () => {
    await school.deps.db
      .insert(memberships)
      .values({ siteId: 'ede', role: 'confidentialAdviser', staffId: nina.holder })
    const { office, api } = await atDesk(school, 'vertrouwenspersoon')
    const body = await letIn(office, 'confidentialAdviser', nina.holder)
    expect(await api.letIn('ede', 'confidentialAdviser', { ...body, confirmation: null })).toEqual(
      refusedWith('key-wrong'),
    )
    const facts = { instance: office.instance, site: 'ede', holder: 'confidentialAdviser', members: [nina.holder] }
    const recipient = functionView(office.view, 'confidentialAdviser').generations[0]?.recipient ?? ''
    const forged = confirmFunction({ ...facts, recipient }, { ...office, on: office.today })
    const other = { ...body, confirmation: writeConfirmation(forged) }
    expect(await api.letIn('ede', 'confidentialAdviser', other)).toEqual(refusedWith('key-wrong'))
    await accepted(api.letIn('ede', 'confidentialAdviser', body))
    const [signable] = await functionsToSign()
    expect(signable?.body.confirmedBy?.holder).toBe(office.holder)
    await signEverything(school)
    await expect(colleague(school, 'vertrouwenspersoon2')).resolves.toBeDefined()
  })

  test('without a word shows as such to whoever signs', async () => {
    // An administrator with the database puts himself in, and a key of his own in its place.
    const { recipient } = await newIdentity()
    const isThis = and(eq(functionKeys.siteId, 'ede'), eq(functionKeys.role, 'confidentialAdviser'))
    const [before] = await school.deps.db.select().from(functionKeys).where(isThis)
    await school.deps.db.update(functionKeys).set({ recipient }).where(isThis)
    const [signable] = await functionsToSign()
    expect(signable).toMatchObject({ holder: 'confidentialAdviser', changes: ['key'], isConfirmed: false })
    if (before) await school.deps.db.update(functionKeys).set({ recipient: before.recipient }).where(isThis)
  })
})

describe('the next key', () => {
  test('is made by a member who had the last one, for all who had it', async () => {
    await school.deps.db
      .update(functionKeys)
      .set({ retiredOn: '2026-11-24' })
      .where(and(eq(functionKeys.siteId, 'ede'), eq(functionKeys.role, 'confidentialAdviser')))
    await rekeyAs(school, 'vertrouwenspersoon2', 'confidentialAdviser')
    await signEverything(school)
    const { office } = await atDesk(school, 'vertrouwenspersoon')
    const { generations } = functionView(office.view, 'confidentialAdviser')
    expect(generations.map(({ generation }) => generation)).toEqual([2, 1])
    expect(generations[0]?.keyHolders).toEqual(
      [nina.holder, holderOf(school, 'vertrouwenspersoon'), holderOf(school, 'vertrouwenspersoon2')].toSorted(),
    )
    expect(generations[0]?.hasEscrow).toBe(false)
  })
})

describe('the sheet from the safe', () => {
  test('brings a function back to a new member when nobody has the key any more', async () => {
    const { db } = school.deps
    await db.insert(memberships).values({ siteId: 'ede', role: 'contactPerson', staffId: nina.holder })
    const { office, api } = await atDesk(school, 'directeur')
    const sheet = await openSheet(office, school.site.sheet)
    const copies = await accepted(api.escrow('ede', 'contactPerson'))
    const escrowIdentity = sheet?.escrow.identity ?? ''
    const body = await restoreFunction(office, 'contactPerson', nina.holder, { copies, escrowIdentity })
    await accepted(api.restore('ede', 'contactPerson', body))
    // Nobody of the function said so, and whoever signs is told.
    expect(await functionsToSign()).toMatchObject([{ holder: 'contactPerson', isConfirmed: false }])
    await signEverything(school)
    await letInAs(school, 'aanspreekpunt', 'contactPerson', nina.holder).then(
      () => expect.unreachable('she has it already'),
      (error: Error) => expect(error.message).toBe('key-not-needed'),
    )
  })

  test('opens nothing of vertrouwenspersonen', async () => {
    const { api } = await atDesk(school, 'directeur')
    expect(await accepted(api.escrow('ede', 'confidentialAdviser'))).toEqual([])
  })

  test('is not for members, and of another site is no use', async () => {
    const { api } = await atDesk(school, 'aanspreekpunt')
    expect(await api.escrow('ede', 'contactPerson')).toEqual(refusedWith('not-allowed'))
    const director = await atDesk(school, 'directeur')
    expect(await openSheet(director.office, school.otherSite.sheet)).toBeNull()
  })
})

const functionsToSign = async () =>
  toSign((await atDesk(school, 'directeur')).office).filter(({ kind }) => kind === 'function')

async function signedFirst(office: Awaited<ReturnType<typeof atDesk>>['office']) {
  return signAll(toSign(office).slice(0, 1), (await openSiteKey(office)).secret)
}

async function forgedKey(holder: string) {
  const { identity, recipient } = await newIdentity()
  const sealed = toBase64Url(
    await sealFunctionKey({ identity, site: 'ede', role: 'supportCoordinator', member: holder }, recipient),
  )
  return { recipient, escrow: sealed, confirmation: 'x', shares: [{ holder, sealed }] }
}

async function letInBody(holder: string) {
  const { shares } = await forgedKey(holder)
  return { holder: nina.holder, shares: [{ generation: 1, sealed: shares[0]?.sealed ?? '' }], confirmation: null }
}

test('whoever appoints people is told that a site has no director any more', async () => {
  const isDirector = and(eq(memberships.siteId, 'ede'), eq(memberships.role, 'director'))
  const tasks = async () => tasksOf((await atDesk(school, 'beheerder')).office).map(({ kind }) => kind)
  expect(await tasks()).not.toContain('noDirector')
  const rows = await school.deps.db.delete(memberships).where(isDirector).returning()
  expect(await tasks()).toContain('noDirector')
  expect(tasksOf((await atDesk(school, 'coordinator')).office).map(({ kind }) => kind)).not.toContain('noDirector')
  await school.deps.db.insert(memberships).values(rows)
})
