import { describe, expect, test } from 'vitest'
import { fromBase64Url } from '../../../web/crypto/bytes.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { sealReport } from '../../../web/crypto/new-report.ts'
import { type ConversationReader, openConversation } from '../../../web/crypto/open-conversation.ts'
import { type OpenedKeys, sealKeys, sealRenewal, type Writer } from '../../../web/crypto/renewal.ts'
import { open } from '../../../web/crypto/sealing.ts'
import {
  day,
  falseSiteKey,
  otherReport,
  type Person,
  person,
  report,
  reportBody,
  reporter,
  sealAnything,
  site,
  siteKey,
} from './cast.ts'
import { anna, bram, headerOf, keys, kindsOf, stored } from './stage.ts'

const reportKey = await newIdentity()
const carla = await person('Carla')
const place = { site, report, siteKey: siteKey.publicKey, on: day } as const
const sent = await sealReport(place, reportBody, reportKey, keys, [anna.grantee, bram.grantee])
const told = stored(1, sent.sealed)
const reporterGrant = { epoch: 1, sealed: sent.reporterGrant }
const source = {
  ...{ site, report, serverSiteKey: siteKey.publicKey, stored: [told] },
  certificates: [anna, bram, carla].map(({ certificate }) => certificate),
}
const asReporter: ConversationReader = { kind: 'reporter', keys }
const asStaff = ({ grantee, identity }: Person): ConversationReader => ({
  ...{ kind: 'staff', siteKey: siteKey.publicKey, identities: new Map([[grantee.holder, [identity]]]) },
})
const grantOf = ({ grantee }: Person) => {
  const grant = sent.grants.find(({ holder }) => holder === grantee.holder)
  if (!grant) throw new Error('not granted')
  return { epoch: 1, ...grant }
}
const writerOf = ({ author, signing }: Person): Writer => ({ site, report, author, secret: signing.secret, on: day })
const named = ({ grantee: { holder, name } }: Person) => ({ holder, name })

/** "Shared with Carla", by anybody, sealed as anybody could. */
async function share(by: Person, more: { report?: string; asReporter?: boolean } = {}) {
  const said = { author: 'anna', number: 1, seen: { reporter: 1 }, signature: '' }
  const author = more.asReporter ? reporter : by.author
  const number = more.asReporter ? 2 : 1
  const header = { ...headerOf(said, 'share'), author, number, report: more.report ?? report }
  const secret = more.asReporter ? keys.signing.secret : by.signing.secret
  return stored(2, await sealAnything(header, named(carla), secret, reportKey.recipient))
}

const openAs = (reader: ConversationReader, grants: Parameters<typeof openConversation>[1], messages = [told]) =>
  openConversation({ ...source, stored: messages }, grants, reader)

describe('a share', () => {
  test('gives the keys of every epoch, and puts who got them among the readers', async () => {
    const byAnna = await openAs(asStaff(anna), [grantOf(anna)])
    const [key] = await sealKeys(byAnna, writerOf(anna), [carla.grantee], [...byAnna.readers, carla.grantee])
    const messages = [told, await share(anna)]
    const read = await openAs(asStaff(carla), [{ ...key, epoch: 1, sealed: key?.sealed ?? '' }], messages)
    expect(read.warnings).toEqual([])
    expect(read.entries.map(({ purpose }) => purpose)).toEqual(['report', 'share'])
    const own = await openAs(asReporter, [reporterGrant], messages)
    expect(own.readers).toEqual([named(anna), named(bram), named(carla)])
    for (const other of [bram.identity, keys.identity]) {
      await expect(open(fromBase64Url(key?.sealed ?? ''), other)).rejects.toThrow('cannot open')
    }
  })

  test('by somebody whom the site key does not vouch for, of another report or as the reporter puts nobody there', async () => {
    const stranger = await person('Anna', falseSiteKey)
    const forged = [
      ...[share(stranger), share({ ...anna, signing: stranger.signing })],
      ...[share(anna, { report: otherReport }), share(anna, { asReporter: true })],
    ]
    for (const message of await Promise.all(forged)) {
      const certificates = [...source.certificates, stranger.certificate]
      const read = await openConversation(
        { ...source, certificates, stored: [told, message] },
        [reporterGrant],
        asReporter,
      )
      expect(read.readers).toEqual([named(anna), named(bram)])
      expect(kindsOf(read)).not.toEqual([])
    }
  })
})

describe('a key that is renewed by staff', () => {
  const renewed = async (readers: readonly Person[]) => {
    const byAnna: OpenedKeys = await openAs(asStaff(anna), [grantOf(anna)])
    const to = readers.map(({ grantee }) => grantee)
    const renewal = await sealRenewal(byAnna, writerOf(anna), 1, to)
    return { renewal, messages: [told, stored(2, fromBase64Url(renewal.announcement))] }
  }

  test('opens for the reporter and for those who remain, and says who they are', async () => {
    const { renewal, messages } = await renewed([anna, carla])
    const grants = [reporterGrant, { epoch: 2, sealed: renewal.reporterGrant }]
    const own = await openAs(asReporter, grants, messages)
    expect(own).toMatchObject({ warnings: [], epoch: 2, readers: [named(anna), named(carla)] })
    const [earlier] = renewal.earlierGrants
    const [, forCarla] = renewal.grants
    if (!earlier || !forCarla) throw new Error('nothing granted')
    const read = await openAs(asStaff(carla), [earlier, { ...forCarla, epoch: 2 }], messages)
    expect(read).toMatchObject({ warnings: [], epoch: 2, recipient: own.recipient })
    expect(read.entries.map(({ purpose }) => purpose)).toEqual(['report', 'epoch'])
  })

  test('opens for nobody else, whatever they have, and leaves them without a key to write under', async () => {
    const { renewal, messages } = await renewed([anna])
    for (const sealed of [renewal.reporterGrant, ...renewal.grants.map((grant) => grant.sealed)]) {
      await expect(open(fromBase64Url(sealed), bram.identity)).rejects.toThrow('cannot open')
    }
    const read = await openAs(asStaff(bram), [grantOf(bram)], messages)
    expect(read).toMatchObject({ epoch: 2, recipient: null })
    expect(renewal.earlierGrants).toEqual([])
  })
})
