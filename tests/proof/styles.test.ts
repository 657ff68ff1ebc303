import { describe, expect, test } from 'vitest'
import { stylesOf } from '../support/markup.ts'
import { sourceFiles } from '../support/source-files.ts'

const sheets = sourceFiles(['web/**/*.{css,svelte,astro}']).map(({ path, text }) => ({
  path,
  rules: stylesOf(path, text),
}))

describe('styles', () => {
  const never = {
    'left and right, so that a page can be written from right to left':
      /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right)\b|(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)/,
    'a font or picture from elsewhere': /url\(\s*['"]?(?:https?:)?\/\//,
    '!important, except to hide': /^(?!.*display:\s*none).*!important/m,
  }

  test.each(Object.entries(never))('never use %s', (_, pattern) => {
    const found = sheets.filter(({ rules }) => pattern.test(rules)).map(({ path }) => path)
    expect(found).toEqual([])
  })

  test('are there to be looked at', () => {
    expect(sheets.filter(({ rules }) => rules.includes('{')).length).toBeGreaterThan(3)
  })
})
