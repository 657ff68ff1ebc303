import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import {
  involved,
  leaveDossierAs,
  openDossierAs,
  readDossier,
  renewDossierKey,
  sealWriting,
  shareDossierWith,
  writeEntry,
} from '../../support/dossiers.ts'
import { openCast } from '../../support/report-cast.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { assertSealed } from '../../support/sealed.ts'

const { school, vera, coen, mo, idOf } = await openCast()
afterAll(() => school.close())

const pathOf = ({ dossier }: { dossier: string }, what: string) => `/api/team/dossiers/ede/${dossier}/${what}`

describe('a dossier', () => {
  test('is opened by a mentor, read by those it was granted to, and shows who wrote what', async () => {
    const fatima = involved('Fatima El Amrani')
    const place = await openDossierAs(mo, {
      readers: [idOf('mentor'), 'bullyingCoordinator'],
      keepers: ['bullyingCoordinator'],
      people: [fatima, involved('Daan de Wit', 'initiator')],
    })
    await writeEntry(mo, place, { record: fatima.record }, { text: 'Gesprek met Fatima.' })
    await writeEntry(coen, place, {}, { text: 'Ik kijk mee.' })
    const { opened, stored } = await readDossier(coen, place)
    expect(opened.warnings).toEqual([])
    expect(opened.entries.map(({ entry, words, authorName }) => [entry.kind, words.text, authorName])).toEqual([
      ['opened', 'Mo zag het in de les.', 'Mo Meijer'],
      ['record-added', '', 'Mo Meijer'],
      ['record-added', '', 'Mo Meijer'],
      ['note', 'Gesprek met Fatima.', 'Mo Meijer'],
      ['note', 'Ik kijk mee.', 'Coen Kok'],
    ])
    expect(opened.records.map(({ person, part }) => [person?.name, part])).toEqual([
      ['Fatima El Amrani', 'target'],
      ['Daan de Wit', 'initiator'],
    ])
    expect(stored.workers.map(({ name }) => name)).toEqual(['Coen Kok', 'Mo Meijer'])
    await expect(readDossier(vera, place)).rejects.toThrow('dossier-unknown')
    expect(await assertSealed(school.deps.db)).toBeGreaterThan(10)
  })

  test('takes an entry once, and tells whoever was second to look first', async () => {
    const place = await openDossierAs(mo, { readers: [idOf('mentor'), 'bullyingCoordinator'] })
    const first = await sealWriting(mo, place, {})
    const late = await sealWriting(coen, place, {})
    expect((await sendJson(mo.api, 'POST', pathOf(place, 'entries'), first)).status).toBe(201)
    expect((await sendJson(mo.api, 'POST', pathOf(place, 'entries'), first)).status).toBe(200)
    expect(await sendJson(coen.api, 'POST', pathOf(place, 'entries'), late)).toEqual(refused(409, 'dossier-moved'))
    const again = await sealWriting(coen, place, { id: late.entry.id })
    expect((await sendJson(coen.api, 'POST', pathOf(place, 'entries'), again)).status).toBe(201)
    expect((await readDossier(mo, place)).opened.warnings).toEqual([])
  })

  test('goes on under a new key when a reader leaves, who then reads nothing more', async () => {
    const place = await openDossierAs(mo, {
      readers: [idOf('mentor'), 'bullyingCoordinator'],
      people: [involved('Sam')],
    })
    await shareDossierWith(mo, place, 'confidentialAdviser')
    expect((await readDossier(vera, place)).opened.warnings).toEqual([])
    await leaveDossierAs(mo, place, { holder: idOf('mentor'), isInvolved: true })
    await expect(readDossier(mo, place)).rejects.toThrow('dossier-unknown')
    await renewDossierKey(coen, place)
    await writeEntry(vera, place, {}, { text: 'Zonder Mo.' })
    const { opened } = await readDossier(coen, place)
    expect([opened.epoch, opened.warnings, opened.entries.at(-1)?.words.text]).toEqual([2, [], 'Zonder Mo.'])
  })

  test('that is not there answers as one that is not yours', async () => {
    await expect(readDossier(mo, { site: 'ede', dossier: randomUUID() })).rejects.toThrow('dossier-unknown')
  })
})
