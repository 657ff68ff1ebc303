import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { sealInDossier } from '../../../web/crypto/dossier-envelope.ts'
import { newRecordKey, sealDossierGrants } from '../../../web/crypto/dossier-keys.ts'
import { sealDossierRenewal, sealEntry } from '../../../web/crypto/dossier-write.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { day, falseSiteKey, type Person, person, siteKey } from './cast.ts'
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
  writer,
} from './dossier-stage.ts'

const fatima = idOf(502)
const daan = idOf(503)
const stranger = await person('Anna', falseSiteKey)

/** A dossier in which both have written, and what a dishonest server then makes of it. */
async function spoiled(spoil: (kept: Kept) => unknown): Promise<Awaited<ReturnType<typeof openAs>>> {
  const kept = await fresh()
  await add(kept, anna, 10, { record: fatima })
  await add(kept, bram, 11)
  await add(kept, anna, 12, { record: daan })
  await spoil(kept)
  return openAs(anna, kept)
}

const entryOf = (kept: Kept, n: number) => {
  const found = kept.entries.find(({ id }) => id === idOf(n))
  if (!found) throw new Error('no such entry')
  return found
}
const changed = (kept: Kept, n: number, change: Partial<Kept['entries'][number]>) => {
  kept.entries = kept.entries.map((entry) => (entry.id === idOf(n) ? { ...entry, ...change } : entry))
}

const forge = async (kept: Kept, by: Person, recipient: string | null | undefined) => {
  const entry = { ...draft(90), recordedOn: day, by: by.grantee.holder } as const
  const header = { v: 1, ...writer(by), epoch: 1, purpose: 'entry', number: 1, seen: {} } as const
  const { secret, ...signed } = header
  const sealed = toBase64Url(
    await sealInDossier(signed, { entry, words: { text: 'Verzonnen.' } }, secret, recipient ?? ''),
  )
  kept.entries.push({ ...entry, sequence: 99, epoch: 1, sealed })
}

describe('a dishonest server is noticed', () => {
  test('that makes up an entry, also with the key of the dossier and a name it knows', async () => {
    const opened = await spoiled(async (kept) => forge(kept, stranger, (await openAs(anna, kept)).recipient))
    expect(kindsOf(opened)).toEqual(['forged'])
    expect(opened.entries).toHaveLength(6)
  })

  test('that moves words from one record to another, or out of it', async () => {
    expect(kindsOf(await spoiled((kept) => changed(kept, 10, { record: daan })))).toContain('unopenable')
    expect(kindsOf(await spoiled((kept) => changed(kept, 10, { record: null })))).toContain('unopenable')
    const swapped = await spoiled((kept) => {
      const [one, other] = [entryOf(kept, 10), entryOf(kept, 12)]
      changed(kept, 10, { sealed: other.sealed, record: daan })
      changed(kept, 12, { sealed: one.sealed, record: fatima })
    })
    expect(kindsOf(swapped).filter((kind) => kind === 'moved')).toHaveLength(2)
  })

  test('that gives one record the key of another', async () => {
    const opened = await spoiled((kept) => {
      kept.records = kept.records.map((key) => ({ ...key, record: key.record === fatima ? daan : fatima }))
    })
    expect(kindsOf(opened).filter((kind) => kind === 'bad-record')).toHaveLength(2)
    expect(opened.records.every(({ recipient }) => recipient === null)).toBe(true)
    await expect(sealEntry(opened, writer(anna), draft(95, { record: fatima }), { text: '' })).rejects.toThrow(
      'nothing to write under',
    )
  })

  test('that gives a record a key of its own making, for words to come', async () => {
    const opened = await spoiled(async (kept) => {
      const { recipient } = await openAs(anna, kept)
      const { sealed } = await newRecordKey(writer(stranger), { epoch: 1, recipient: recipient ?? '' }, fatima)
      kept.records = kept.records.map((key) => (key.record === fatima ? { epoch: 1, ...sealed } : key))
    })
    expect(kindsOf(opened)).toContain('bad-record')
  })

  test('that shows an entry of another dossier', async () => {
    const other = await fresh('00000000-0000-4000-8000-00000000aaaa')
    const opened = await spoiled(async (kept) => {
      const [first] = other.entries
      if (first) kept.entries.push({ ...first, sequence: 50 })
    })
    expect(kindsOf(opened)).toEqual(['unopenable'])
  })

  test.each<[string, Partial<Kept['entries'][number]>]>([
    ['another day', { happenedOn: '2026-11-01' }],
    ['another day of writing', { recordedOn: '2026-11-01' }],
    ['another step', { kind: 'step-done', code: 'a1' }],
    ['an override', { isOverride: true }],
    ['a deadline', { dueOn: '2026-12-24' }],
    ['what it refers to', { refersTo: idOf(1) }],
  ])('that shows %s than was signed', async (_, change) => {
    const opened = await spoiled((kept) => changed(kept, 11, change))
    expect(kindsOf(opened)).toContain('altered')
    expect(opened.entries.map(({ entry }) => entry.id)).not.toContain(idOf(11))
  })

  test('that says somebody else wrote it', async () => {
    const opened = await spoiled((kept) => changed(kept, 11, { by: anna.grantee.holder }))
    expect(kindsOf(opened)).toContain('altered')
  })

  test('that repeats an entry, leaves one out or turns the order round', async () => {
    const twice = await spoiled((kept) => kept.entries.push({ ...entryOf(kept, 11), sequence: 50 }))
    expect(kindsOf(twice)).toEqual(['repeated'])
    const without = await spoiled((kept) => {
      kept.entries = kept.entries.filter(({ id }) => id !== idOf(11))
    })
    expect(without.warnings).toContainEqual({ kind: 'missing', author: bram.grantee.holder, from: 1, to: 1 })
    const turned = await spoiled((kept) => changed(kept, 12, { sequence: 3.5 }))
    expect(kindsOf(turned)).toContain('out-of-order')
  })

  test('that names another site key', async () => {
    expect(kindsOf(await spoiled((kept) => (kept.serverSiteKey = falseSiteKey.publicKey)))).toEqual([
      'site-key-changed',
    ])
  })

  test('that grants a key of its own as the next one', async () => {
    const opened = await spoiled(async (kept) => {
      renewed(kept, 70, await sealDossierRenewal(await openAs(bram, kept), writer(bram), [anna.grantee, bram.grantee]))
      const own = { epoch: 2, identity: (await newIdentity()).identity, siteKey: siteKey.publicKey }
      const [grant] = await sealDossierGrants(writer(bram), own, [anna.grantee], [anna.grantee])
      kept.grants = kept.grants.filter(({ epoch, holder }) => epoch === 1 || holder !== anna.grantee.holder)
      if (grant) kept.grants.push({ epoch: 2, ...grant })
    })
    expect(kindsOf(opened)).toContain('bad-grant')
    expect(opened.recipient).toBeNull()
  })

  test('whatever it changes in the ciphertexts: nothing false is ever shown', async () => {
    const kept = await fresh()
    await add(kept, bram, 11, { record: fatima })
    const honest = await openAs(anna, kept)
    const spots = fc.record({ at: fc.nat(3), byte: fc.nat(6_000), by: fc.integer({ min: 1, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(spots, async ({ at, byte, by }) => {
        const entries = kept.entries.map((entry, index) => {
          if (index !== at) return entry
          const bytes = Buffer.from(String(entry.sealed), 'base64url')
          const spot = byte % bytes.length
          bytes[spot] = (bytes[spot] ?? 0) ^ by
          return { ...entry, sealed: bytes.toString('base64url') }
        })
        const opened = await openAs(anna, { ...kept, entries })
        expect(opened.entries).toEqual(honest.entries.filter((_, index) => index !== at))
        expect(kindsOf(opened)).toContain('unopenable')
      }),
      { numRuns: 40 },
    )
  })

  test('an entry signed by a colleague who was certified but stands under no key in force is not shown', async () => {
    const kept = await fresh()
    renewed(kept, 70, await sealDossierRenewal(await openAs(anna, kept), writer(anna), [anna.grantee]))
    const old = await openAs(bram, { ...kept, announcements: [] })
    const late = await sealEntry({ ...old, epoch: 1 }, writer(bram), draft(71), { text: 'Te laat.' })
    kept.entries.push(storedEntry(bram, 9, late))
    expect(kindsOf(await openAs(anna, kept))).toContain('wrong-epoch')
  })
})
