import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSchoolConfig } from '../../../db/school-config.ts'
import { contrast, grounds, themeCss } from '../../../web/styles/theme.ts'

const theme = readSchoolConfig('school.json').theme
const tokens = readFileSync('web/styles/tokens.css', 'utf8')
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')
const coloursOf = (rules: string) =>
  Object.fromEntries([...rules.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]))

describe('the contrast of two colours', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
  ])('%s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBeCloseTo(ratio, 2)
  })
})

describe('the school’s colours', () => {
  test('become a sheet for light and one for dark', () => {
    const css = themeCss(theme)
    expect(css).toContain(`--accent:${theme.light.accent};--accent-soft:${theme.light.accentSoft};`)
    expect(css).toMatch(/prefers-color-scheme: dark\) *\{:root *\{--accent:#8fd3b6;.*--on-accent:#101513/)
  })

  test('are refused by name when they cannot be read', () => {
    const pale = { ...theme, light: { ...theme.light, accent: '#9fc7b6' } }
    expect(() => themeCss(pale)).toThrow(/theme\.light: accent #9fc7b6 on paper/)
    const black = { ...theme, dark: { ...theme.dark, accent: '#1f5f4a' } }
    expect(() => themeCss(black)).toThrow(/theme\.dark: accent/)
  })

  test('are held against the grounds that the tokens give', () => {
    expect(coloursOf(light)).toMatchObject(grounds.light)
    expect(coloursOf(dark)).toMatchObject(grounds.dark)
  })
})

describe.each([
  ['light', coloursOf(light)],
  ['dark', coloursOf(dark)],
] as const)('our own colours, %s', (mode, colours) => {
  const on = { ...colours, 'accent-soft': theme[mode].accentSoft }

  test.each([
    ['ink', 'paper', 4.5],
    ['ink', 'surface', 4.5],
    ['ink-quiet', 'paper', 4.5],
    ['ink-quiet', 'surface', 4.5],
    ['ink-quiet', 'accent-soft', 4.5],
    ['error', 'paper', 4.5],
    ['error', 'surface', 4.5],
    ['error', 'error-soft', 4.5],
    ['urgent-ink', 'urgent-soft', 4.5],
    ['urgent-ink', 'surface', 4.5],
    ['line-strong', 'paper', 3],
    ['line-strong', 'surface', 3],
    ['urgent', 'urgent-soft', 3],
    ['focus', 'paper', 3],
    ['focus', 'surface', 3],
    ['focus', 'accent-soft', 3],
    ['focus', 'urgent-soft', 3],
  ])('%s can be seen on %s', (colour, ground, least) => {
    expect(contrast(on[colour] ?? '', on[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
})
