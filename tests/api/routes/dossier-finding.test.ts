import { afterAll, describe, expect, test } from 'vitest'
import { openCards } from '../../../web/crypto/dossier-card.ts'
import type { CardPage, DossierList } from '../../../web/islands/dossier/dossier-api.ts'
import { openDossierLine } from '../../../web/islands/dossier/open-dossier.ts'
import { openDossierCast } from '../../support/dossier-cast.ts'
import {
  draftOf,
  involved,
  leaveDossierAs,
  openDossierAs,
  readDossier,
  renewDossierKey,
  sealWriting,
  shareDossierWith,
} from '../../support/dossiers.ts'
import { refused } from '../../support/school-api.ts'
import { told } from '../../support/told.ts'

const { school, vera, coen, mo, idOf, mentorAndKeeper, post, put } = await openDossierCast()
afterAll(() => school.close())

describe('finding it again', () => {
  const listOf = async (who: typeof mo) => {
    const response = await who.api.send('/api/team/dossiers')
    return (await response.json()) as DossierList
  }

  test('the work list has the plain facts of what is mine, and a line says who it is about', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper(), people: [involved('Zoë van den Berg')] })
    const { dossiers, calendars } = await listOf(coen)
    const mine = dossiers.find(({ dossier }) => dossier === place.dossier)
    expect(mine).toMatchObject({ unread: 2, isOpen: true, protocol: { id: 'aeres-vmbo', version: '1.1' } })
    expect(mine?.entries.map(({ kind, code }) => [kind, code])).toEqual([
      ['opened', 'ordinary'],
      ['record-added', 'target'],
    ])
    expect(mine?.workers.map(({ name, roles, isAble }) => [name, roles, isAble])).toEqual([
      ['Coen Kok', ['bullyingCoordinator'], true],
      ['Mo Meijer', ['mentor'], true],
    ])
    expect(calendars.map(({ site }) => site)).toEqual(['ede'])
    expect(JSON.stringify(mine)).not.toContain('Zoë')
    expect((await listOf(vera)).dossiers.map(({ dossier }) => dossier)).not.toContain(place.dossier)
    expect((await put(coen, place, 'read', { sequence: 2 })).status).toBe(204)
    expect((await listOf(coen)).dossiers.find(({ dossier }) => dossier === place.dossier)?.unread).toBe(0)

    await shareDossierWith(mo, place, 'confidentialAdviser')
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: false })
    await renewDossierKey(coen, place)
    const response = await coen.api.send(`/api/team/dossiers/ede/${place.dossier}/line`)
    const { holder = '', identities = new Map() } = coen.places.get('ede') ?? {}
    const keys = { holder, siteKey: coen.box.siteKeys['ede'] ?? '', identities: Object.fromEntries(identities) }
    const [record] = await openDossierLine((await response.json()) as never, keys)
    expect(record?.person?.name).toBe('Zoë van den Berg')
  })

  test('cards open for keepers only, and not for a keeper who stays out of that dossier', async () => {
    const cardsOf = async (who: typeof mo) => {
      const response = await who.api.send('/api/team/sites/ede/dossier-cards')
      const { siteKey, ...page } = (await response.json()) as CardPage
      const { identities = new Map<string, readonly string[]>() } = who.places.get('ede') ?? {}
      return openCards(page.cards, { site: 'ede', siteKey: siteKey ?? '', ...page }, identities)
    }
    const noor = involved('Noor Visser')
    const place = await openDossierAs(mo, {
      ...{ readers: [...mentorAndKeeper(), 'confidentialAdviser'], keepers: ['bullyingCoordinator'], people: [noor] },
    })
    const isThere = async () => (await cardsOf(coen)).cards.some(({ dossier }) => dossier === place.dossier)
    expect((await cardsOf(coen)).cards.map(({ name }) => name)).toContain('Noor Visser')
    expect((await cardsOf(mo)).cards).toEqual([])
    expect((await cardsOf(vera)).cards).toEqual([])
    await leaveDossierAs(coen, place, { holder: idOf('coordinator'), isInvolved: true })
    expect(await isThere()).toBe(false)
  })

  test('it follows on an earlier one that its reader can read, and takes the reports of one that is joined to it', async () => {
    const reporter = await told(school, ['bullyingCoordinator'])
    const earlier = await openDossierAs(coen, { readers: ['bullyingCoordinator'], reports: [reporter.report] })
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    expect(await put(mo, place, `earlier/${earlier.dossier}`)).toEqual(refused(404, 'dossier-unknown'))
    expect((await put(coen, place, `earlier/${earlier.dossier}`)).status).toBe(204)
    expect((await readDossier(mo, place)).stored.earlier).toEqual([earlier.dossier])
    expect(await put(mo, place, `reports/${reporter.report}`)).toEqual(refused(404, 'report-unknown'))

    const closing = await sealWriting(coen, earlier, draftOf({ kind: 'closed', code: 'duplicate' }))
    expect(await post(mo, earlier, 'joinings', { ...closing, to: place.dossier })).toEqual(
      refused(404, 'dossier-unknown'),
    )
    expect((await post(coen, earlier, 'joinings', { ...closing, to: place.dossier })).status).toBe(201)
    expect((await readDossier(coen, earlier)).stored).toMatchObject({ isOpen: false, joinedTo: place.dossier })
    expect((await readDossier(mo, place)).stored.reports).toEqual([reporter.report])
  })
})
