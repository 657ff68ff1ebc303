import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { certify } from '../../../web/crypto/certificate.ts'
import { sealEnvelope } from '../../../web/crypto/envelope.ts'
import { nextHeader } from '../../../web/crypto/next-header.ts'
import { day, report, site, siteKey } from './cast.ts'
import { histories } from './history.ts'
import {
  anna,
  answer,
  bram,
  headerOf,
  keys,
  kindsOf,
  message,
  nameOf,
  read,
  reportKey,
  storeAll,
  stored,
  thanks,
  told,
  writeAll,
} from './stage.ts'

describe('an honest conversation', () => {
  test('reads as it was written, without a warning', async () => {
    await fc.assert(
      fc.asyncProperty(histories(9), async (said) => {
        const messages = storeAll(await writeAll(said))
        const conversation = await read(messages.toReversed())
        expect(conversation.warnings).toEqual([])
        expect(conversation.entries.map(nameOf)).toEqual(said.map(({ signature }) => signature))
        expect(conversation.entries.map(({ sequence }) => sequence)).toEqual(messages.map(({ sequence }) => sequence))
        const hasStatus = said.some(({ author, number }) => author !== 'reporter' && number % 3 === 0)
        expect(conversation.state).toBe(hasStatus ? 'inProgress' : 'received')
        expect(conversation).toMatchObject({ epoch: 1, recipient: reportKey.recipient })
      }),
      { numRuns: 15 },
    )
  })

  test('says what to put in the next header', async () => {
    const conversation = await read(storeAll(await writeAll([told, answer])))
    const by = { site, report, author: anna.author, purpose: 'message', on: day } as const
    const header = nextHeader(conversation, by)
    expect(header).toEqual({ v: 1, ...by, epoch: 1, number: 2, seen: { reporter: 1 } })
    expect(nextHeader(conversation, { ...by, author: bram.author })).toMatchObject({ number: 1 })
    const next = await sealEnvelope(header, message, anna.signing.secret, reportKey.recipient)
    const { entries, warnings } = await read(storeAll([...(await writeAll([told, answer])), next]))
    expect(warnings).toEqual([])
    expect(entries.map(nameOf)).toEqual(['reporter 1', 'anna 1', 'anna 2'])
  })

  test('takes the sealed messages as base64url too', async () => {
    const [sealed = new Uint8Array(0)] = await writeAll([told])
    const only = stored(1, sealed)
    expect((await read([{ ...only, sealed: toBase64Url(sealed) }])).entries).toHaveLength(1)
    expect(kindsOf(await read([{ ...only, sealed: '!' }]))).toEqual(['unopenable'])
  })

  test('without messages is empty', async () => {
    expect(await read([])).toMatchObject({ entries: [], warnings: [], state: 'received', seen: {} })
  })
})

describe('the certificates of an author', () => {
  const renew = (name: string, issuedOn: '2026-11-21' | '2026-12-01') =>
    certify({ ...anna.certified, name, issuedOn }, siteKey.secret)

  test('give the newest name, in whichever order they come', async () => {
    const messages = storeAll(await writeAll([told, answer]))
    const all = [renew('Anna Smit', '2026-12-01'), anna.certificate, renew('A.', '2026-11-21')]
    for (const certificates of [all, all.toReversed()]) {
      const { entries } = await read(messages, { certificates })
      expect(entries.map(({ authorName }) => authorName)).toEqual([null, 'Anna Smit'])
    }
  })

  test('kept back make the author a stranger', async () => {
    const conversation = await read(storeAll(await writeAll([told, answer])), { certificates: [] })
    expect(kindsOf(conversation)).toEqual(['forged'])
  })
})

test('two messages written at once under one number are both shown, with a warning', async () => {
  const twins = await Promise.all(
    ['een', 'twee'].map((text) =>
      sealEnvelope(headerOf(thanks, 'message'), { ...message, text }, keys.signing.secret, reportKey.recipient),
    ),
  )
  const conversation = await read(storeAll([...(await writeAll([told, answer])), ...twins]))
  expect(conversation.entries).toHaveLength(4)
  expect(conversation.warnings).toMatchObject([{ kind: 'repeated', sequence: 4, isShown: true }])
  expect(conversation.nextNumber('reporter')).toBe(3)
})

test('a number that somebody says to have read is not used again', async () => {
  const conversation = await read(storeAll(await writeAll([told, { ...answer, seen: { reporter: 4 } }])))
  expect(conversation.warnings).toEqual([{ kind: 'missing', author: 'reporter', from: 2, to: 4 }])
  expect(conversation.nextNumber('reporter')).toBe(5)
})

test('the state is that of the last verified status', async () => {
  const say = (number: number, state: string) =>
    sealEnvelope(
      { ...headerOf({ ...answer, number }, 'status'), author: anna.author },
      { state },
      anna.signing.secret,
      reportKey.recipient,
    )
  const sealed = [...(await writeAll([told])), await say(1, 'closed'), await say(2, 'read')]
  expect((await read(storeAll(sealed))).state).toBe('read')
  expect((await read(storeAll(sealed.slice(0, 2)))).state).toBe('closed')
})
