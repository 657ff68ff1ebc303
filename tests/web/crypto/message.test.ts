import { describe, expect, test } from 'vitest'
import type { Author, Purpose } from '../../../web/crypto/header.ts'
import { chunkBytes, type Manifest } from '../../../web/crypto/manifest.ts'
import { type ConversationPurpose, isBody, mayWrite } from '../../../web/crypto/message.ts'
import { day, person, report, reportBody, reporter, site } from './cast.ts'

const digest = 'A'.repeat(43)
const manifest: Manifest = { id: report, name: 'foto.jpg', type: 'image/jpeg', size: 10, sha256: [digest] }
const { author: staff, grantee } = await person('Anna')
const message = { text: 'Hoi', attachments: [manifest] }
const { answers } = reportBody

describe('a body', () => {
  test.each<[ConversationPurpose, object]>([
    ['report', reportBody],
    ['report', { ...reportBody, attachments: Array.from({ length: 5 }, () => manifest) }],
    ['report', { ...reportBody, story: 'é'.repeat(20_000) }],
    ['report', { ...reportBody, name: { name: 'Sam', classGroup: '2B', reach: 'in de pauze' } }],
    ['report', { ...reportBody, answers: { ...answers, forms: ['a-later-code'] }, more: 1 }],
    ['message', message],
    ['message', { text: '', attachments: [{ ...manifest, size: 0 }] }],
    ['message', { text: '', attachments: [{ ...manifest, size: chunkBytes + 1, sha256: [digest, digest] }] }],
    ['checkIn', { ...message, going: 'well' }],
    ['checkIn', { ...message, going: 'notWell' }],
    ['status', { state: 'inProgress' }],
    ['status', { state: 'inProgress', next: { on: '2026-12-03', kind: 'talk' } }],
    ['status', { state: 'read', next: { on: '2026-12-03', kind: 'a-later-code', more: 1 } }],
    ['epoch', { next: 2, recipient: grantee.recipient }],
    ['epoch', { next: 2, recipient: grantee.recipient, leftOut: [grantee.holder] }],
    ['report', { ...reportBody, leftOut: [grantee.holder], filedBy: { holder: grantee.holder, name: 'Anna' } }],
    ['share', { holder: 'contactPerson', name: 'Aanspreekpunt' }],
    ['leave', { holder: grantee.holder, name: 'Anna' }],
  ])('of a %s can be %j', (purpose, body) => {
    expect(isBody(purpose, body)).toBe(true)
  })

  test.each<[ConversationPurpose, unknown]>([
    ['report', null],
    ['report', message],
    ['report', { ...reportBody, story: undefined }],
    ['report', { ...reportBody, answers: { ...answers, forms: 'verbal' } }],
    ['report', { ...reportBody, answers: { ...answers, howLong: '<b>' } }],
    ['report', { ...reportBody, answers: { ...answers, goingRound: 1 } }],
    ['report', { ...reportBody, name: 'Sam' }],
    ['report', { ...reportBody, name: { name: 'Sam', classGroup: 2 } }],
    ['report', { ...reportBody, attachments: Array.from({ length: 6 }, () => manifest) }],
    ['message', { text: 'Hoi' }],
    ['message', { text: '', attachments: [{ ...manifest, id: '../1' }] }],
    ['message', { text: '', attachments: [{ ...manifest, size: -1 }] }],
    ['message', { text: '', attachments: [{ ...manifest, size: 0.5 }] }],
    ['message', { text: '', attachments: [{ ...manifest, size: 21 * 1024 * 1024 }] }],
    ['message', { text: '', attachments: [{ ...manifest, size: chunkBytes + 1 }] }],
    ['message', { text: '', attachments: [{ ...manifest, sha256: [] }] }],
    ['message', { text: '', attachments: [{ ...manifest, sha256: ['x'] }] }],
    ['message', { text: '', attachments: [{ ...manifest, name: 1 }] }],
    ['checkIn', message],
    ['checkIn', { ...message, going: 'fine' }],
    ['status', { state: 'done' }],
    ['status', { state: 'read', next: null }],
    ['status', { state: 'read', next: { on: 'morgen', kind: 'talk' } }],
    ['status', { state: 'read', next: { on: '2026-12-03', kind: '<b>' } }],
    ['epoch', { next: 1, recipient: grantee.recipient }],
    ['epoch', { next: 2, recipient: 'age1qqq' }],
    ['epoch', { next: 2, recipient: grantee.recipient, leftOut: ['../1'] }],
    ['report', { ...reportBody, leftOut: grantee.holder }],
    ['report', { ...reportBody, filedBy: 'Anna' }],
    ['share', { holder: grantee.holder }],
    ['leave', { holder: '<b>', name: 'Anna' }],
  ])('of a %s cannot be %j', (purpose, body) => {
    expect(isBody(purpose, body)).toBe(false)
  })
})

describe('who may write', () => {
  const from = (author: Author, number: number, purpose: Purpose) =>
    mayWrite({ v: 1, site, report, epoch: 1, number, author, purpose, on: day, seen: {} })

  test.each<[Purpose, boolean, boolean, boolean]>([
    ['report', true, false, false],
    ['checkIn', false, true, false],
    ['message', false, true, true],
    ['epoch', false, true, true],
    ['status', false, false, true],
    ['share', false, false, true],
    ['leave', false, false, true],
    ['grant', false, false, false],
  ])('a %s: the reporter first, the reporter later, staff', (purpose, first, later, byStaff) => {
    expect([from(reporter, 1, purpose), from(reporter, 2, purpose)]).toEqual([first, later])
    expect([from(staff, 1, purpose), from(staff, 2, purpose)]).toEqual([byStaff, byStaff])
  })
})
