import { describe, expect, test } from 'vitest'
import { claimedUntil, lastNewsTime, longestPause, mailTrouble, retryAt } from '../../../api/domain/mail.ts'
import type { ClockTime } from '../../../api/domain/moments.ts'

test.each<[ClockTime, ClockTime | null]>([
  ['00:00', null],
  ['07:29', null],
  ['07:30', '07:30'],
  ['12:29', '07:30'],
  ['12:30', '12:30'],
  ['23:59', '16:00'],
])('at %s the last news was of %s', (clock, time) => {
  expect(lastNewsTime(clock)).toBe(time)
})

describe('what a failure comes to', () => {
  test.each([
    ['the password of the mail server is wrong', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'login'],
    ['the address is not there', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'address'],
    ['the address is no address', { code: 'EENVELOPE' }, 'address'],
    ['the sender may not send', { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }, 'refused'],
    ['the mail was refused', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'refused'],
    ['the server is busy', { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, 'busy'],
    ['nobody answers', { code: 'ECONNECTION' }, 'unreachable'],
    ['the certificate is wrong', { code: 'ETLS' }, 'security'],
    ['something else', 'no', 'unreachable'],
  ])('%s', (_, failure, trouble) => {
    expect(mailTrouble(typeof failure === 'string' ? failure : Object.assign(new Error('no'), failure))).toBe(trouble)
  })
})

describe('the next attempt', () => {
  const now = new Date('2026-11-24T10:07:31.512Z')
  const pause = (attempts: number) => (retryAt(now, attempts).getTime() - now.getTime()) / 60_000

  test('comes later each time, and then every eight hours', () => {
    const least = [5, 15, 60, 240, 480, 480, 480]
    for (const [index, minutes] of least.entries()) {
      expect(pause(index + 1)).toBeGreaterThanOrEqual(minutes)
      expect(pause(index + 1)).toBeLessThan(minutes + 15)
      expect(pause(index + 1) * 60_000).toBeLessThanOrEqual(longestPause)
    }
  })

  test('and a claim are rounded, so that the minute of a report is not in the database', () => {
    expect(retryAt(now, 1).toISOString()).toBe('2026-11-24T10:15:00.000Z')
    expect(claimedUntil(now).toISOString()).toBe('2026-11-24T10:15:00.000Z')
  })
})
