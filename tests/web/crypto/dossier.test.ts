import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  sealDossierLeave,
  sealDossierRenewal,
  sealDossierShare,
  sealEntry,
  sealRecord,
} from '../../../web/crypto/dossier-write.ts'
import { recipientOf } from '../../../web/crypto/identity.ts'
import { open } from '../../../web/crypto/sealing.ts'
import {
  add,
  anna,
  announce,
  bram,
  carla,
  draft,
  fresh,
  idOf,
  involved,
  kindsOf,
  openAs,
  renewed,
  storedEntry,
  textsOf,
  writer,
} from './dossier-stage.ts'

const fatima = idOf(502)
const daan = idOf(503)

describe('a dossier of an honest server', () => {
  test('opens whole for each reader, with who wrote it and whom it is about', async () => {
    const kept = await fresh()
    await add(kept, bram, 10, { record: fatima })
    const opened = await openAs(bram, kept)
    expect(opened.warnings).toEqual([])
    expect(opened.entries.map(({ authorName }) => authorName)).toEqual(['Anna', 'Anna', 'Anna', 'Bram'])
    expect(opened.records.map(({ person, part }) => [person?.name, part])).toEqual([
      ['Fatima', 'target'],
      ['Daan', 'initiator'],
    ])
    expect(opened.readers).toEqual([anna, bram].map(({ grantee: { holder, name } }) => ({ holder, name })))
    await expect(openAs(carla, kept)).rejects.toThrow('no grant opens')
  })

  test('takes any facts and any words, and gives back exactly these', async () => {
    const kept = await fresh()
    const opened = await openAs(anna, kept)
    const words = fc.record({ text: fc.string({ unit: 'binary', maxLength: 300 }) })
    const facts = fc.record({
      record: fc.constantFrom(null, fatima, daan),
      hour: fc.option(fc.integer({ min: 0, max: 23 })),
      dueOn: fc.constantFrom(null, '2027-01-08' as const),
      kind: fc.constantFrom('note' as const, 'agreement' as const, 'planned' as const),
      isOverride: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(facts, words, async (some, said) => {
        fc.pre(said.text.isWellFormed())
        const sealed = await sealEntry(opened, writer(anna), draft(20, some), said)
        const read = await openAs(bram, { ...kept, entries: [...kept.entries, storedEntry(anna, 4, sealed)] })
        const last = read.entries.at(-1)
        expect(read.warnings).toEqual([])
        expect(last?.entry).toEqual({ ...draft(20, some), recordedOn: '2026-11-22', by: anna.grantee.holder })
        expect(last?.words).toEqual(said)
      }),
      { numRuns: 25 },
    )
  })

  test('a record added later has a key of its own from then on', async () => {
    const kept = await fresh()
    const added = involved(30, 'Sam', 'bystander')
    const { record, entry } = await sealRecord(await openAs(bram, kept), writer(bram), added)
    kept.records.push({ epoch: 1, ...record })
    kept.entries.push(storedEntry(bram, 4, entry))
    await add(kept, anna, 31, { record: added.record }, 'Over Sam.')
    const opened = await openAs(anna, kept)
    expect(opened.warnings).toEqual([])
    expect(opened.records.at(-1)?.person?.name).toBe('Sam')
    const keys = [...opened.recordIdentities.values()].map((byEpoch) => byEpoch.get(1))
    expect(new Set([...keys, opened.identities.get(1)]).size).toBe(4)
  })

  test('a name that was put right is the name of the record', async () => {
    const kept = await fresh()
    const words = { text: 'Verkeerd gespeld.', person: { ...involved(2, 'Fatma', 'target').person } }
    const note = draft(40, { record: fatima, refersTo: idOf(2) })
    kept.entries.push(storedEntry(anna, 4, await sealEntry(await openAs(anna, kept), writer(anna), note, words)))
    expect((await openAs(bram, kept)).records[0]?.person?.name).toBe('Fatma')
  })
})

describe('keys', () => {
  test('the key of one record opens its own words, and neither those of another record nor what is common', async () => {
    const kept = await fresh()
    await add(kept, anna, 10, { record: fatima })
    await add(kept, anna, 11, { record: daan })
    await add(kept, anna, 12)
    const { recordIdentities } = await openAs(anna, kept)
    const key = recordIdentities.get(fatima)?.get(1) ?? ''
    const opens = await Promise.all(
      kept.entries.map(({ sealed }) =>
        open(Buffer.from(String(sealed), 'base64url'), key).then(
          () => true,
          () => false,
        ),
      ),
    )
    expect(kept.entries.filter((_, at) => opens[at]).map(({ record }) => record)).toEqual([fatima, fatima])
    for (const { sealed } of [...kept.records, ...kept.grants])
      await expect(open(Buffer.from(String(sealed), 'base64url'), key)).rejects.toThrow('cannot open')
  })

  test('whoever is brought in reads from the start', async () => {
    const kept = await fresh()
    const share = await sealDossierShare(await openAs(anna, kept), writer(anna), carla.grantee)
    announce(kept, 50, share.sealed)
    kept.grants.push(...share.grants.map((grant) => ({ holder: share.holder, ...grant })))
    const opened = await openAs(carla, kept)
    expect([opened.warnings, opened.entries.length, opened.announcements.length]).toEqual([[], 3, 1])
    expect((await openAs(bram, kept)).readers.map(({ name }) => name)).toEqual(['Anna', 'Bram', 'Carla'])
  })

  test('who left opens nothing of what comes after, with all the keys they had and everything the server has', async () => {
    const kept = await fresh()
    const before = await openAs(bram, kept)
    announce(kept, 60, await sealDossierLeave(before, writer(bram), bram.grantee))
    renewed(kept, 61, await sealDossierRenewal(await openAs(anna, kept), writer(anna), [anna.grantee]))
    await add(kept, anna, 62, { record: fatima }, 'Na Bram.')
    await add(kept, anna, 63, {}, 'Ook na Bram.')
    const opened = await openAs(anna, kept)
    expect([opened.epoch, opened.warnings]).toEqual([2, []])
    expect(textsOf(opened).slice(-2)).toEqual(['Na Bram.', 'Ook na Bram.'])
    const records = [...before.recordIdentities.values()].flatMap((byEpoch) => [...byEpoch.values()])
    const had = [bram.identity, ...before.identities.values(), ...records]
    const after = [...kept.entries, ...kept.grants, ...kept.records].filter(({ epoch }) => epoch === 2)
    expect(after.length).toBeGreaterThan(4)
    for (const { sealed } of after)
      for (const key of had)
        await expect(open(Buffer.from(String(sealed), 'base64url'), key)).rejects.toThrow('cannot open')
    expect(kindsOf(await openAs(bram, kept))).toContain('unopenable')
    expect((await openAs(bram, kept)).recipient).toBeNull()
  })

  test('somebody new under a new key gets the earlier ones too, and every record its next', async () => {
    const kept = await fresh()
    const readers = [anna.grantee, carla.grantee]
    renewed(kept, 70, await sealDossierRenewal(await openAs(anna, kept), writer(anna), readers))
    await add(kept, carla, 71, { record: daan })
    const opened = await openAs(carla, kept)
    expect([opened.warnings, opened.entries.length]).toEqual([[], 4])
    for (const { record, recipient } of opened.records)
      expect(recipient).toBe(await recipientOf(opened.recordIdentities.get(record)?.get(2) ?? ''))
  })
})
