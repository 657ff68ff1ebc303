import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

type Text = Readonly<{ key: string; text: string }>
const files = globSync('web/text/nl/*.ts').sort()
const texts: readonly Text[] = (await Promise.all(files.map(textsOf))).flat()
const forStaff = texts.filter(({ key }) => /^team/.test(key))
const forParents = texts.filter(({ key }) => /parent/i.test(key))
const forPupils = texts.filter((text) => !forStaff.includes(text) && !forParents.includes(text))

describe('Dutch on the screen', () => {
  test('is there', () => {
    for (const group of [forPupils, forParents, forStaff]) expect(group.length).toBeGreaterThan(2)
  })

  test('never blames and never uses jargon of forms', () => {
    const banned = /\b(ongeldige?|verplichte? velden?|oeps|helaas|fout opgetreden|slachtoffers?|daders?|pester)\b/i
    expect(texts.filter(({ text }) => banned.test(text))).toEqual([])
  })

  test('has sentences of at most twenty words for pupils and parents', () => {
    const long = [...forPupils, ...forParents].flatMap(({ key, text }) =>
      sentencesOf(text)
        .filter((sentence) => wordsOf(sentence).length > 20)
        .map((sentence) => `${key}: ${sentence}`),
    )
    expect(long).toEqual([])
  })

  test('has sentences of at most twelve words on average for pupils', () => {
    const lengths = forPupils.flatMap(({ text }) =>
      sentencesOf(text)
        .filter((sentence) => /[.!?]$/.test(sentence))
        .map((sentence) => wordsOf(sentence).length),
    )
    expect(lengths.length).toBeGreaterThan(100)
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(12)
  })

  test('says je to pupils and staff, u to parents, and never both', () => {
    const formal = /\b(u|uw|uzelf)\b/i
    const familiar = /\b(je|jij|jou|jouw|jezelf|jullie)\b/i
    expect([...forPupils, ...forStaff].filter(({ text }) => formal.test(text))).toEqual([])
    expect(forParents.filter(({ text }) => familiar.test(text))).toEqual([])
  })

  test('ends an error with a full stop, so that a screen reader pauses', () => {
    // Headings and links of an error page are no sentences, and what starts small is a part of one.
    const errors = texts.filter(
      ({ key, text }) =>
        /\.(errors?|refusals?)\./i.test(key) &&
        !/\.(summary|title|heading|prefix|retry|back|instead|helpers|\w*link)$/i.test(key) &&
        /^\p{Lu}/u.test(text),
    )
    expect(errors.length).toBeGreaterThan(5)
    expect(errors.filter(({ text }) => !/[.]$/.test(text.trim()))).toEqual([])
  })

  test('has no capitals to shout with and no double spaces', () => {
    const shouting = texts.filter(({ text }) =>
      /\b(?!WCAG|PDF|EXIF|GPS|VMBO|SMS|HTML|XXXX)\p{Lu}{4,}\b|\S {2,}\S/u.test(text),
    )
    expect(shouting).toEqual([])
  })
})

/** Every string of a catalogue, by its file and its place in it. */
async function textsOf(file: string): Promise<Text[]> {
  const { default: catalogue }: { default: unknown } = await import(pathToFileURL(resolve(file)).href)
  const topic = file.replace(/^.*[\\/]/, '').replace(/\.ts$/, '')
  return flatten(topic, catalogue)
}

function flatten(key: string, value: unknown): Text[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [{ key, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => flatten(`${key}.${name}`, inner))
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:])["’”']?\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

function wordsOf(sentence: string): string[] {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
