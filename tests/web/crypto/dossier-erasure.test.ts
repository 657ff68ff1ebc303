import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryWords } from '../../../web/crypto/dossier-body.ts'
import type { StoredEntry } from '../../../web/crypto/dossier-open.ts'
import { erasedEntriesOf, sealDossierRenewal, sealEntry } from '../../../web/crypto/dossier-write.ts'
import type { Person } from './cast.ts'
import {
  add,
  anna,
  bram,
  draft,
  fresh,
  idOf,
  type Kept,
  kindsOf,
  openAs,
  renewed,
  storedEntry,
  textsOf,
  writer,
} from './dossier-stage.ts'

const fatima = idOf(502)
const daan = idOf(503)

/** What an honest server does with the record: the words and the keys go, the facts stay. */
function wipe(kept: Kept, record: string): void {
  kept.entries = kept.entries.map(
    (entry): StoredEntry => (entry.record === record ? { ...entry, sealed: null } : entry),
  )
  kept.records = kept.records.filter((key) => key.record !== record)
}

/** Somebody decides about request 20, and says what was in the record. */
async function decide(kept: Kept, by: Person, record: string, spoil = (words: EntryWords) => words): Promise<void> {
  const opened = await openAs(by, kept)
  const words = spoil({ text: '', erased: erasedEntriesOf(opened, record) })
  const sealed = await sealEntry(opened, writer(by), draft(21, { kind: 'record-erased', refersTo: idOf(20) }), words)
  kept.entries.push(storedEntry(by, kept.entries.length + 1, sealed, opened.epoch))
}

async function worked(): Promise<Kept> {
  const kept = await fresh()
  await add(kept, bram, 10, { record: fatima })
  await add(kept, anna, 11, { record: daan })
  await add(kept, anna, 12, { record: fatima, kind: 'step-done', code: 'a1-talk-target' })
  await add(kept, anna, 20, { kind: 'erasure-asked', refersTo: idOf(2) }, 'De ouders vragen erom.')
  return kept
}

async function erased(spoil?: (words: EntryWords) => EntryWords): Promise<Kept> {
  const kept = await worked()
  await decide(kept, bram, fatima, spoil)
  wipe(kept, fatima)
  return kept
}

describe('a record that was erased', () => {
  test('leaves its facts and not a word, and is told from one that is missing', async () => {
    const kept = await erased()
    const opened = await openAs(anna, kept)
    expect(opened.warnings).toEqual([])
    expect(textsOf(opened)).toEqual(['Begin.', '', '', '', 'woord 11', '', 'De ouders vragen erom.', ''])
    expect(opened.entries.filter(({ entry }) => entry.record === fatima)).toMatchObject([
      { entry: { kind: 'record-added', code: 'target' }, authorName: 'Anna', header: null },
      { entry: { kind: 'note' }, authorName: 'Bram', header: null },
      { entry: { kind: 'step-done', code: 'a1-talk-target' }, authorName: 'Anna', header: null },
    ])
    expect(opened.records.map(({ person, isErased }) => [person?.name, isErased])).toEqual([
      [undefined, true],
      ['Daan', false],
    ])
    expect(JSON.stringify(opened.entries)).not.toMatch(/Fatima|woord 1[02]/)
  })

  test('does not hinder who writes on, also under a new key, of which it gets none', async () => {
    const kept = await erased()
    await add(kept, anna, 30)
    await add(kept, bram, 31, { record: daan })
    const renewal = await sealDossierRenewal(await openAs(anna, kept), writer(anna), [anna.grantee, bram.grantee])
    expect(renewal.records.map(({ record }) => record)).toEqual([daan])
    renewed(kept, 32, renewal)
    await add(kept, bram, 33, { record: daan })
    expect((await openAs(anna, kept)).warnings).toEqual([])
  })

  test('cannot be made up by a server, nor by whoever asked for it', async () => {
    const alone = await worked()
    wipe(alone, fatima)
    expect(kindsOf(await openAs(anna, alone))).toEqual(expect.arrayContaining(['unopenable', 'missing']))
    const byAsker = await worked()
    await decide(byAsker, anna, fatima)
    wipe(byAsker, fatima)
    expect(kindsOf(await openAs(bram, byAsker)).filter((kind) => kind === 'unopenable')).toHaveLength(3)
  })

  test('covers no other record, and nothing that was not said to be in it', async () => {
    const other = await worked()
    const bothOf = erasedEntriesOf(await openAs(bram, other), daan)
    await decide(other, bram, fatima, (words) => ({ ...words, erased: [...(words.erased ?? []), ...bothOf] }))
    wipe(other, fatima)
    wipe(other, daan)
    expect(kindsOf(await openAs(anna, other)).filter((kind) => kind === 'unopenable')).toHaveLength(2)
    const less = await erased((words) => ({ ...words, erased: words.erased?.slice(0, 2) ?? [] }))
    expect(kindsOf(await openAs(anna, less))).toContain('unopenable')
  })

  test('shows when a server changes a fact of it, leaves one out, or keeps one back', async () => {
    const changed = await erased()
    changed.entries = changed.entries.map((entry) =>
      entry.id === idOf(12) ? { ...entry, happenedOn: '2026-01-01' } : entry,
    )
    expect(kindsOf(await openAs(bram, changed))).toContain('unopenable')
    const less = await erased()
    less.entries = less.entries.filter(({ id }) => id !== idOf(12))
    expect(kindsOf(await openAs(bram, less))).toEqual(['missing'])
  })

  test('is not erased by who cannot vouch for all of it', async () => {
    const kept = await worked()
    kept.entries = kept.entries.filter(({ id }) => id !== idOf(11))
    const opened = await openAs(bram, kept)
    expect(() => erasedEntriesOf(opened, fatima)).toThrow('something is wrong')
    const again = await openAs(bram, await erased())
    expect(() => erasedEntriesOf(again, fatima)).toThrow('erased already')
  })

  test('leaves no warning, whoever wrote what before and after, and each entry left out is missed', async () => {
    const entries = fc.array(
      fc.record({ by: fc.constantFrom(anna, bram), record: fc.constantFrom(null, fatima, daan) }),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(entries, entries, fc.nat(), async (before, after, pick) => {
        const kept = await fresh()
        for (const [at, { by, record }] of before.entries()) await add(kept, by, 30 + at, { record })
        await add(kept, anna, 20, { kind: 'erasure-asked', refersTo: idOf(2) })
        await decide(kept, bram, fatima)
        wipe(kept, fatima)
        for (const [at, { by, record }] of after.entries())
          await add(kept, by, 50 + at, { record: record === fatima ? null : record })
        await add(kept, anna, 70)
        await add(kept, bram, 71)
        expect((await openAs(anna, kept)).warnings).toEqual([])
        // All but the last of each writer: that nobody has read yet.
        kept.entries.splice(pick % (kept.entries.length - 2), 1)
        expect(kindsOf(await openAs(anna, kept))).toContain('missing')
      }),
      { numRuns: 15 },
    )
  })
})
