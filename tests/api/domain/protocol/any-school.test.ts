import { expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { checkProtocol } from '../../../../api/domain/protocol/check/check-protocol.ts'
import type { Protocol } from '../../../../api/domain/protocol/definition.ts'
import { reviewOf } from '../../../../api/domain/protocol/review.ts'
import { roles } from '../../../../api/domain/roles.ts'
import { play, reader } from '../../../support/protocol/dossier-play.ts'
import { invented } from '../../../support/protocol/invented.ts'
import { importsOf, sourceFiles, withoutComments } from '../../../support/source-files.ts'

const aeres: Protocol = aeres11
const interpreter = sourceFiles(['api/domain/protocol/**/*.ts']).filter(({ path }) => !path.includes('/aeres-'))

test('no key of the Aeres protocol, and no role of it, stands in the interpreter', () => {
  const lists = [aeres.tracks, aeres.plans, aeres.circumstances, aeres.steps, aeres.measures, aeres.closings]
  const keys = [
    ...[...lists, aeres.reopenings, aeres.settings, aeres.yearlyPlan, aeres.letters].flat().map(({ key }) => key),
    ...[...Object.keys(aeres.roles), ...aeres.waysIn.map(({ key }) => key)],
  ]
  // A state of a dossier and kinds of closing are the program's own; this paper calls a plan and some closings the same.
  const words = [
    'aftercare',
    'solved',
    'duplicate',
    'prank',
    'digital',
    'target',
    'initiator',
    'class',
    'talk',
    'parents',
  ]
  const own = new Set(keys.filter((key) => !words.includes(key)))
  const found = interpreter.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/['"`]([\w-]+)['"`]/g)].map(([, key]) => `${path}: ${key}`),
  )
  expect(found.filter((line) => own.has(line.split(': ')[1] ?? ''))).toEqual([])
  expect(interpreter.length).toBeGreaterThan(15)
})

test('only the registry knows which protocols there are', () => {
  const knowing = interpreter.filter((file) => importsOf(file).some(({ from }) => from.includes('/aeres-')))
  expect(knowing.map(({ path }) => path)).toEqual(['api/domain/protocol/registry.ts'])
})

test('a protocol of four tracks, without a coordinator, in calendar days and closed by somebody else, goes its own way', () => {
  expect(checkProtocol(invented, roles)).toEqual([])
  const dossier = play(invented, '2026-12-18', [
    ...[reader('sja', 'supportCoordinator'), reader('con', 'contactPerson'), reader('rik', 'director')],
  ])
  dossier.add('con', 'opened', 'verteld')
  dossier.add('con', 'record-added', 'target', { record: 'sam' })
  dossier.add('con', 'record-added', 'initiator', { record: 'lex' })
  expect(dossier.now().tracks).toHaveLength(4)
  const open = dossier.now().open.map(({ step, people, deadline }) => [step.key, people, deadline?.by, deadline?.basis])
  // Two days from Friday are on Sunday, in the holiday: this school counts them all.
  expect(open).toEqual([
    ['luister', ['sja'], '2026-12-20', 'protocol'],
    ['kring', ['con'], '2026-12-23', 'school'],
  ])
  dossier.add('con', 'step-done', 'kring')
  dossier.add('sja', 'step-done', 'luister', { record: 'sam' })
  dossier.add('rik', 'step-done', 'spreek-aan', { record: 'lex' })
  for (const record of ['sam', 'lex']) dossier.add('con', 'step-done', 'bel-thuis', { record })
  dossier.add('sja', 'circumstance', 'over')
  dossier.add('sja', 'step-done', 'eindgesprek')
  expect(dossier.ask('rik', 'closed', 'klaar')).toMatchObject({ refusal: 'wrong-role' })
  dossier.add('sja', 'closed', 'klaar')
  expect(dossier.now().state).toBe('closed')
})

test.each([
  ['2025-09-01', 'later'],
  ['2025-10-15', 'due'],
  ['2025-12-31', 'due'],
  ['2026-01-01', 'overdue'],
  ['2026-11-28', 'overdue'],
] as const)('on %s the review of the Aeres protocol, promised for January 2026, is %s', (today, state) => {
  expect(reviewOf(aeres, today)).toEqual({ before: '2026-01-01', state })
})

test('what the school writes says nothing of victims, offenders or blame, and no sentence is longer than twenty words', () => {
  const texts = [...aeres.tracks, ...aeres.steps, ...aeres.measures, ...aeres.closings, ...aeres.yearlyPlan].flatMap(
    (one) => [one.title, ...one.asks.split(/(?<=[.?!:])\s+/)],
  )
  expect(texts.filter((text) => /\b(slachtoffers?|daders?|pesters?)\b/i.test(text))).toEqual([])
  expect(texts.filter((text) => text.split(/\s+/).length > 20)).toEqual([])
})
