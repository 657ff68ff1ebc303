import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { memberships, sites, staff } from '../../../db/schema/index.ts'
import { siteKeyFingerprint } from '../../../web/crypto/certificate.ts'
import { distWith } from '../../support/dist.ts'
import { openSchool, type School } from '../../support/school.ts'

const places = ['site-name', 'site-people', 'site-phone', 'site-key'].map((name) => `<!--fill:${name}-->`).join('\n')
const built = {
  'index.html': 'Voorpagina',
  'wie-helpt/index.html': '<h1>Wie helpt</h1><!--fill:site-links-->',
  'wie-helpt/site/index.html': `<title><!--fill:site-name--></title>${places}`,
  '404.html': 'Niet',
}

let school: School
beforeAll(async () => {
  school = await openSchool()
}, 60_000)
afterAll(() => school.close())

/** A program that was just started, on the one school of this file. */
function siteWith(): School & { get(path: string): Promise<Response> } {
  const app = createApp({ ...school.deps, dist: distWith(built) })
  return { ...school, get: async (path) => app.request(`http://school.test${path}`) }
}
async function rename({ deps, site }: School, name: string): Promise<void> {
  const holder = site.staff.find((person) => person.name === 'Anna Aker')?.holder ?? ''
  await deps.db
    .update(staff)
    .set({ name })
    .where(and(eq(staff.siteId, 'ede'), eq(staff.id, holder)))
}

describe('the page of a site', () => {
  test('names who helps there, without JavaScript', async () => {
    const { get } = siteWith()
    const page = await (await get('/wie-helpt/ede/')).text()
    expect(page).toContain('<title>Ede</title>')
    for (const name of ['Anna Aker', 'Coen Kok', 'Vera Visser', 'Victor Vos']) expect(page).toContain(name)
  })

  test('names nobody who is not there for it', async () => {
    const { get } = siteWith()
    const page = await (await get('/wie-helpt/ede/')).text()
    for (const name of ['Mo Meijer', 'Siem Smit', 'Alma Almering']) expect(page).not.toContain(name)
  })

  test('shows the fingerprint of the site key', async () => {
    const { get, site } = siteWith()
    const page = await (await get('/wie-helpt/ede/')).text()
    for (const group of siteKeyFingerprint(site.siteKey).split(/[\s-]/)) expect(page).toContain(group)
  })

  test('has a new name within a minute, and not before half of one', async () => {
    const school = siteWith()
    await school.get('/wie-helpt/ede/')
    await rename(school, 'Anneke Nieuw')
    onTestFinished(() => rename(school, 'Anna Aker'))
    school.pass(29_000)
    expect(await (await school.get('/wie-helpt/ede/')).text()).toContain('Anna Aker')
    school.pass(2_000)
    expect(await (await school.get('/wie-helpt/ede/')).text()).toContain('Anneke Nieuw')
  })

  test('shows a name with markup in it as the text it is', async () => {
    const school = siteWith()
    onTestFinished(() => rename(school, 'Anna Aker'))
    await rename(school, '<script>alert("x")</script> & $& Zn')
    const page = await (await school.get('/wie-helpt/ede/')).text()
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; $&amp; Zn')
    expect(page).not.toContain('<script>')
  })

  test('is never sent unfilled', async () => {
    const { get } = siteWith()
    expect((await get('/wie-helpt/site/')).status).toBe(404)
    expect(await (await get('/wie-helpt/velp/')).text()).not.toContain('<!--fill')
  })

  test('is found without its last slash', async () => {
    const { get } = siteWith()
    const response = await get('/wie-helpt/ede')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/wie-helpt/ede/'])
  })
})

test('the list of sites leads to each of them', async () => {
  const { get, deps } = siteWith()
  const page = await (await get('/wie-helpt/')).text()
  for (const { id, name } of deps.school.sites) {
    expect(page).toContain(`href="/wie-helpt/${id}/"`)
    expect(page).toContain(name)
  }
})

test('names that were there are still shown while the database is away', async () => {
  let isAway = false
  const db = new Proxy(school.deps.db, {
    get(target, property, receiver) {
      if (isAway) throw new Error('away')
      return Reflect.get(target, property, receiver)
    },
  })
  const app = createApp({ ...school.deps, db, dist: distWith(built) })
  const before = await (await app.request('http://school.test/wie-helpt/ede/')).text()
  isAway = true
  school.pass(60_000)
  expect(await (await app.request('http://school.test/wie-helpt/ede/')).text()).toBe(before)
  expect((await app.request('http://school.test/wie-helpt/velp/')).status).toBe(500)
})

// Takes everybody away, so it comes last.
test('the page of a site is there for a site without people or key, and for none that does not exist', async () => {
  const school = siteWith()
  await school.deps.db.delete(memberships)
  await school.deps.db.update(sites).set({ siteKey: null })
  expect((await school.get('/wie-helpt/velp/')).status).toBe(200)
  expect((await school.get('/wie-helpt/rotterdam/')).status).toBe(404)
})
