import { describe, expect, test } from 'vitest'
import { readSettings, schoolProviderOf } from '../../api/settings.ts'

describe('settings', () => {
  test('have defaults that work on a laptop', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 4321,
      HOST: 'localhost',
      MIN_FREE_MB: 200,
      SCHOOL_CONFIG: 'school.json',
    })
    expect(readSettings({})).not.toHaveProperty('DATABASE_URL')
  })

  test('that are empty count as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', DEMO: '', AUTH_SECRET: '' })).toEqual(readSettings({}))
  })

  test.each([
    ['PORT', 'tachtig'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://vera:geheim@db/school'],
    ['DATABASE_URL', 'geheim'],
    ['AUTH_SECRET', 'geheim'],
    ['DEMO', 'ja'],
    ['MIN_FREE_MB', '-1'],
    ['ORIGIN', 'https://school.test/pad'],
    ['SMTP_URL', 'https://vera:geheim@mail.test'],
    ['MAIL_FROM', 'Vijfspoor'],
  ])('%s is refused as %s, in one line that does not repeat it', (name, value) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(name)
    try {
      read()
    } catch (error) {
      expect(String(error)).not.toMatch(/\n|geheim/)
    }
  })
})

describe('the sign-in of the school', () => {
  const whole = {
    ...{ OIDC_ISSUER: 'https://login.school.example/tenant', OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'geheim' },
    ORIGIN: 'https://vijfspoor.school.example',
  }

  test('is off without its settings', () => {
    expect(schoolProviderOf(readSettings({}))).toBeUndefined()
  })

  test('is on with all of them, under the name the school gives it', () => {
    const provider = { issuer: whole.OIDC_ISSUER, clientId: 'portal', clientSecret: 'geheim' }
    expect(schoolProviderOf(readSettings(whole))).toEqual({ ...provider, name: 'de school' })
    expect(schoolProviderOf(readSettings({ ...whole, OIDC_NAME: 'Microsoft' }))?.name).toBe('Microsoft')
  })

  test.each(Object.keys(whole))('is refused without %s, by name and without a secret', (missing) => {
    const given = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== missing))
    expect(() => readSettings(given)).toThrow(missing)
    expect(() => readSettings(given)).not.toThrow('geheim')
  })

  test('does not go over plain http, except on this computer', () => {
    expect(() => readSettings({ ...whole, OIDC_ISSUER: 'http://login.school.example' })).toThrow('OIDC_ISSUER')
    expect(readSettings({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:9000' }).OIDC_ISSUER).toBe('http://127.0.0.1:9000')
  })

  test('of mail go together, because a mail has a sender and a link', () => {
    const mail = { SMTP_URL: 'smtps://vera:geheim@mail.test', MAIL_FROM: 'Vijfspoor <post@school.test>' }
    expect(readSettings({ ...mail, ORIGIN: 'https://school.test' })).toMatchObject(mail)
    expect(() => readSettings(mail)).toThrow('ORIGIN: goes with SMTP_URL')
    expect(() => readSettings({ SMTP_URL: mail.SMTP_URL, ORIGIN: 'https://school.test' })).toThrow('MAIL_FROM')
  })
})
