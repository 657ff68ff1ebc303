import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceFiles, withoutComments, withoutStrings } from '../support/source-files.ts'

const program = sourceFiles(['{web,api,db,survey}/**/*.{ts,svelte,astro}'])
const everything = [...program, ...sourceFiles(['tests/**/*.ts'])]

/** One word per idea, so that a search finds all of it. The words are those of the dictionary in the style guide. */
const synonyms: Readonly<Record<string, string>> = {
  victim: 'target',
  offender: 'initiator',
  perpetrator: 'initiator',
  bully: 'initiator',
  bullies: 'initiator',
  tracker: 'nothing: nobody is followed here',
  tracking: 'nothing: nobody is followed here',
  pupil: 'student',
  pupils: 'student',
  complainant: 'reporter',
  informant: 'reporter',
  complaint: 'report',
  incident: 'report',
  ticket: 'report',
  chat: 'conversation',
  campus: 'site',
  counsellor: 'confidentialAdviser',
  counselor: 'confidentialAdviser',
  melding: 'report',
  meldingen: 'report',
  melder: 'reporter',
  leerling: 'student',
  ouder: 'parent',
  gesprek: 'conversation',
  bericht: 'message',
  vertrouwenspersoon: 'confidentialAdviser',
  klas: 'classGroup',
  vestiging: 'site',
  locatie: 'site',
}

describe('identifiers', () => {
  test('use the words of the dictionary', () => {
    const found = program.flatMap(({ path, text }) =>
      [...new Set(wordsIn(text))]
        .filter((word) => Object.hasOwn(synonyms, word))
        .map((word) => `${path}: "${word}", say ${synonyms[word]}`),
    )
    expect(found).toEqual([])
  })

  test('call a location of the school a site; location alone is the browser’s', () => {
    const found = program.flatMap(({ path, text }) =>
      [...withoutStrings(withoutComments(text)).matchAll(/\b(?:\w+Location|location[A-Z]\w*|locations)\b/g)].map(
        ([identifier]) => `${path}: ${identifier}`,
      ),
    )
    expect(found).toEqual([])
  })

  test('are read from names, not from texts and comments', () => {
    const text = "// the victim\nconst studentVictim = 'pupil' // pupil\nconst a = `campus $" + '{tracking_id}`'
    expect(wordsIn(text).filter((word) => Object.hasOwn(synonyms, word))).toEqual(['victim', 'tracking'])
  })
})

describe('files', () => {
  test('are called after their subject', () => {
    const vague = /^(utils?|helpers?|manager|services?|data|info|misc|common)(\.|$)/
    const found = program.filter(({ path }) => path.split('/').some((part) => vague.test(part)))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test('have kebab-case names, components PascalCase', () => {
    const wrong = everything.filter(({ path }) => {
      const isComponent = path.endsWith('.svelte') || /^web\/(components|layouts)\/.*\.astro$/.test(path)
      return !(isComponent ? /^[A-Z][A-Za-z0-9]*\.\w+$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/).test(basename(path))
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('have one subject: at most 200 lines, 250 with the tables of a test, texts as many as they are', () => {
    const ceiling = (path: string) => (path.startsWith('web/text/') ? Infinity : path.startsWith('tests/') ? 250 : 200)
    const long = everything.filter(({ path, text }) => text.split('\n').length - 1 > ceiling(path))
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

describe('code', () => {
  const never = {
    'promises to be finished later': /\b(TODO|FIXME|XXX|HACK)\b/,
    'silences the type checker': /@ts-(ignore|expect-error|nocheck)/,
    'waits for a while in a test instead of for something': /waitForTimeout\(/,
    'skips a test or runs one alone': /\b(test|it|describe)\.(skip|only|fixme|todo)\b/,
  }

  test.each(Object.entries(never))('never %s', (_, pattern) => {
    const found = everything.filter(({ path, text }) => path !== 'tests/proof/words.test.ts' && pattern.test(text))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})

/** Names that a library gave its own options. */
const foreign = new Set(['disableIpTracking'])

/** The words that identifiers are made of, in lower case. */
function wordsIn(text: string): string[] {
  const code = withoutStrings(withoutComments(text))
  const words = (code.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).filter((word) => !foreign.has(word))
  return words.flatMap((word) => word.split(/(?<=[a-z0-9])(?=[A-Z])/)).map((word) => word.toLowerCase())
}
