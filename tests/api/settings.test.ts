import { describe, expect, test } from 'vitest'
import { readSettings } from '../../api/settings.ts'

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
