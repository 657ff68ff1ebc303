import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { certify } from '../../../../web/crypto/certificate.ts'
import { newIdentity } from '../../../../web/crypto/identity.ts'
import { vouchFor } from '../../../../web/crypto/neighbour.ts'
import { newSigningKey } from '../../../../web/crypto/signing.ts'
import type { Opened } from '../../../../web/islands/conversation/read.ts'
import { changedUnconfirmed, movedTo, readersOf, without } from '../../../../web/islands/conversation/readers.ts'
import { remainingReaders } from '../../../../web/islands/shared/directory.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const site = newSigningKey(random)
const [anna, bert, mentor] = [randomUUID(), randomUUID(), randomUUID()]
const names: Record<string, string> = { [anna]: 'Anna', [bert]: 'Bert', [mentor]: 'Mohamed' }
let recipient: string

beforeAll(async () => {
  recipient = (await newIdentity()).recipient
})

function certificate(holder: string, members: readonly string[] | null, by = site) {
  const common = { v: 1, instance: 'salt', site: 'ede', recipient, issuedOn: '2026-09-01', holder } as const
  const body = members
    ? ({
        ...common,
        kind: 'function',
        name: 'Vertrouwenspersoon',
        roles: [holder],
        members,
        signingKey: null,
        confirmedBy: null,
      } as const)
    : ({
        ...common,
        kind: 'staff',
        name: names[holder] ?? '',
        roles: [],
        members: [],
        signingKey: by.publicKey,
      } as const)
  return certify(body, by.secret)
}

function opened(
  readers: readonly string[],
  certificates: readonly string[],
  granted: readonly string[] = readers,
  out: readonly string[] = [],
  absent: Pick<Partial<Opened['stored']>, 'away' | 'functionDeputies'> = {},
): Opened {
  const conversation = {
    siteKey: site.publicKey,
    epoch: 2,
    readers: readers.map((holder) => ({ holder, name: 'zoals verleend' })),
  }
  const current = granted.map((holder) => ({ holder, epoch: 2 }))
  const stored = { site: 'ede', certificates, readers: current, out, functionDeputies: [], away: [], ...absent }
  return { conversation, stored } as unknown as Opened
}

const adviser = 'confidentialAdviser'
const everybody = () => [
  certificate(adviser, [anna, bert]),
  ...[anna, bert, mentor].map((holder) => certificate(holder, null)),
]
const staying = (leaving: string, from: Opened) => without(leaving, from).map(({ holder }) => holder)

test('a function without one of its members goes on with the others in person', () => {
  expect(staying(bert, opened([adviser, mentor], everybody()))).toEqual([anna, mentor])
})

test('a function or a person can leave as a whole', () => {
  expect(staying(adviser, opened([adviser, mentor], everybody()))).toEqual([mentor])
  expect(staying(mentor, opened([adviser, mentor], everybody()))).toEqual([adviser])
  expect(staying(mentor, opened([mentor], everybody()))).toEqual([])
})

test('somebody who reads in two ways stays only where they are not left out', () => {
  expect(staying(anna, opened([adviser, anna], everybody()))).toEqual([bert])
})

test('nobody gets the next key who may not, also not through a function that cannot be used any more', () => {
  const after = (...out: readonly string[]) => {
    const { stored, conversation } = opened([adviser, mentor], everybody(), undefined, out)
    return remainingReaders(stored, conversation).map(({ holder }) => holder)
  }
  expect(after()).toEqual([adviser, mentor])
  expect(after(mentor)).toEqual([adviser])
  expect(after(anna)).toEqual([bert, mentor])
  expect(after(adviser, `${adviser}/${anna}`)).toEqual([bert, mentor])
  expect(after(anna, bert, mentor)).toEqual([])
})

test('of a function whose certificate was renewed the newest counts, whatever the server gives first', async () => {
  const newer = { ...JSON.parse(certificate(adviser, [bert])).certified, issuedOn: '2026-11-01' }
  const renewed = certify({ ...newer, recipient: (await newIdentity()).recipient }, site.secret)
  for (const certificates of [
    [...everybody(), renewed],
    [renewed, ...everybody()],
  ]) {
    const { stored, conversation } = opened([adviser], certificates)
    expect(remainingReaders(stored, conversation)[0]?.recipient).not.toBe(recipient)
  }
})

test('a holder whom the pinned site key does not vouch for gets no new key', () => {
  const forged = certificate(mentor, null, newSigningKey(random))
  expect(staying(bert, opened([adviser, mentor], [...everybody().slice(0, 3), forged]))).toEqual([anna])
})

test('readers are named by their certificates, and who has left cannot read', () => {
  const shown = readersOf(opened([adviser, mentor], everybody(), [adviser]))
  expect(shown).toEqual([
    {
      ...{ holder: adviser, name: 'Vertrouwenspersoon', kind: 'function', isAble: true, away: null, from: null },
      members: [
        { holder: anna, name: 'Anna' },
        { holder: bert, name: 'Bert' },
      ],
    },
    { holder: mentor, name: 'Mohamed', kind: 'staff', members: [], isAble: false, away: null, from: null },
  ])
})

test('a function without members is nobody', () => {
  expect(readersOf(opened([adviser], [certificate(adviser, [])])).map(({ isAble }) => isAble)).toEqual([false])
})

test('a function without escrow that changed hands since, and nobody of before confirmed it, is warned about', async () => {
  const { certified } = JSON.parse(certificate(adviser, [bert]))
  const taken = certify(
    { ...certified, recipient: (await newIdentity()).recipient, issuedOn: '2026-11-01' },
    site.secret,
  )
  const changedSince = (receivedOn: string, certificates: readonly string[]) => {
    const { stored, conversation } = opened([adviser, mentor], certificates)
    return changedUnconfirmed({ conversation, stored: { ...stored, receivedOn } } as Opened)
  }
  expect(changedSince('2026-10-01', [taken, ...everybody()])).toEqual([adviser])
  expect(changedSince('2026-11-01', [taken, ...everybody()])).toEqual([])
  expect(changedSince('2026-10-01', everybody())).toEqual([])
})

describe('somebody is away', () => {
  const away = [{ holder: mentor, until: '2026-12-04', deputy: bert }]

  test('and who reads meanwhile is named, only under a certificate of the pinned key', () => {
    const told = readersOf(opened([mentor, bert], everybody(), [mentor, bert], [], { away }))
    expect(told.map((reader) => reader.away)).toMatchObject([
      { until: '2026-12-04', deputy: { holder: bert, name: 'Bert' }, isDeputyReading: true },
      null,
    ])
    const alone = readersOf(opened([mentor], everybody(), [mentor], [], { away }))
    expect(alone[0]?.away).toMatchObject({ isDeputyReading: false })
    const forged = certificate(bert, null, newSigningKey(random))
    const without = everybody().filter((text) => !text.includes(`"holder":"${bert}"`))
    expect(readersOf(opened([mentor], [...without, forged], [mentor], [], { away }))[0]?.away).toBeNull()
  })

  test('and who holds a function for them is shown with it, and can be left out of it', () => {
    const functionDeputies = [{ role: adviser, holder: mentor, hasBegun: true }] as const
    const told = opened([adviser], everybody(), [adviser], [], { functionDeputies: [...functionDeputies] })
    expect(readersOf(told)[0]?.members.map(({ name }) => name)).toEqual(['Anna', 'Bert', 'Mohamed'])
    expect(staying(mentor, told)).toEqual([anna, bert])
    expect(staying(anna, told)).toEqual([bert])
    const later = [{ ...functionDeputies[0], hasBegun: false }]
    const planned = opened([adviser], everybody(), [adviser], [], { functionDeputies: later })
    expect(readersOf(planned)[0]?.members.map(({ name }) => name)).toEqual(['Anna', 'Bert'])
    expect(staying(mentor, planned)).toEqual([anna, bert])
  })
})

test('a report is with another site when nobody of its own can read it, and that site is named as it was vouched for', () => {
  const almere = newSigningKey(random)
  const neighbour = {
    instance: 'salt',
    site: 'ede',
    neighbour: 'almere',
    name: 'Almere',
    issuedOn: '2026-09-01',
  } as const
  const there = (by: typeof site) => {
    const { certified } = JSON.parse(certificate(mentor, null))
    return certify({ ...certified, site: 'almere', signingKey: almere.publicKey }, by.secret)
  }
  const texts = [...everybody(), vouchFor({ ...neighbour, siteKey: almere.publicKey }, site.secret), there(almere)]
  const reader = `almere/${mentor}`
  const moved = readersOf(opened([reader], texts))
  expect(moved).toMatchObject([{ holder: reader, name: 'Mohamed van Almere', from: 'Almere', isAble: true }])
  expect(movedTo(moved)).toEqual(['Almere'])
  expect(movedTo(readersOf(opened([adviser, reader], texts)))).toEqual([])
  expect(movedTo(readersOf(opened([adviser, reader], texts, [reader])))).toEqual(['Almere'])
  expect(movedTo(readersOf(opened([adviser], texts, [])))).toEqual([])
  expect(staying(adviser, opened([adviser, reader], texts))).toEqual([reader])
})
