/** Turns the school's two colours into the stylesheet every page links to. */

type Colours = { accent: string; accentSoft: string }
export type Theme = { light: Colours; dark: Colours }

/** What an accent has to be read on: the page, a sheet and the soft accent itself. Keep equal to tokens.css. */
export const grounds = {
  light: { paper: '#faf6ef', surface: '#ffffff', ink: '#22302b' },
  dark: { paper: '#171c1a', surface: '#212826', ink: '#eef1ec' },
} as const
type Mode = keyof typeof grounds

/** @throws when text in these colours could not be read (WCAG 1.4.3), naming the colour. */
export function themeCss(theme: Theme): string {
  return `:root {${declarations('light', theme.light)}}
@media (prefers-color-scheme: dark) {:root {${declarations('dark', theme.dark)}}}
`
}

function declarations(mode: Mode, { accent, accentSoft }: Colours): string {
  const { paper, surface, ink } = grounds[mode]
  const onAccent = contrast(accent, '#ffffff') >= contrast(accent, '#101513') ? '#ffffff' : '#101513'
  const accentStrong = mix(accent, ink, 0.25)
  const pairs = [
    ['accent', accent, 'paper', paper],
    ['accent', accent, 'surface', surface],
    ['accent', accent, 'accentSoft', accentSoft],
    ['ink', ink, 'accentSoft', accentSoft],
    ['text', onAccent, 'accent', accent],
    ['text', onAccent, 'pressed accent', accentStrong],
  ] as const
  for (const [name, colour, groundName, ground] of pairs) {
    const found = contrast(colour, ground)
    if (found < 4.5) {
      throw new Error(
        `theme.${mode}: ${name} ${colour} on ${groundName} ${ground} has contrast ${found.toFixed(2)}, less than 4.5`,
      )
    }
  }
  return `--accent:${accent};--accent-soft:${accentSoft};--accent-strong:${accentStrong};--on-accent:${onAccent}`
}

/** WCAG contrast ratio of two colours written as #rrggbb. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(colour: string, other: string, share: number): string {
  const added = channels(other)
  const mixed = channels(colour).map((value, index) => Math.round(value + ((added[index] ?? value) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
