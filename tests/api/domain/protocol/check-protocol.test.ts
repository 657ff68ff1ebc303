import { expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { checkProtocol } from '../../../../api/domain/protocol/check/check-protocol.ts'
import type { Protocol, Step } from '../../../../api/domain/protocol/definition.ts'
import { findProtocol, knownProtocols } from '../../../../api/domain/protocol/registry.ts'
import { roles } from '../../../../api/domain/roles.ts'

test('every protocol that this program has can be worked with', () => {
  const found = knownProtocols().map((name) => findProtocol(name))
  expect(found).toContain(aeres11)
  for (const protocol of found) expect(protocol && checkProtocol(protocol, roles)).toEqual([])
})

const withStep = (key: string, change: Partial<Step>): Protocol => ({
  ...aeres11,
  steps: aeres11.steps.map((step: Step) => (step.key === key ? { ...step, ...change } : step)),
})
const without = <Key extends keyof Step>(key: string, field: Key): Protocol => ({
  ...aeres11,
  steps: aeres11.steps.map((step: Step) => {
    if (step.key !== key) return step
    const { [field]: _, ...rest } = step
    return rest as Step
  }),
})

test.each<readonly [string, Protocol, string]>([
  ['a step without a term', without('a3-if-it-repeats', 'term'), 'has no term'],
  ['an owner who is not there', withStep('b1-consult', { owner: 'caretaker' }), 'names caretaker'],
  [
    'an owner without an account',
    withStep('b1-consult', { owner: 'institutionDirector' }),
    'names institutionDirector',
  ],
  ['an owner who opens no dossiers', withStep('b1-consult', { owner: 'systemAdministrator' }), 'opens no dossiers'],
  [
    'a decision that its owner may not record',
    withStep('b2-decide', { owner: 'mentor' }),
    'step b2-decide is for mentor, who may not record mentor-goes-on',
  ],
  [
    'a hand-over that its owner may not record',
    withStep('c1-take-over', { owner: 'handler' }),
    'step c1-take-over is for handler, who may not record bullyingCoordinator',
  ],
  ['a section that is not in the paper', withStep('b1-consult', { section: '9.9' }), 'names section 9.9'],
  ['a key used twice', withStep('b1-consult', { key: 'b2-decide' }), 'key b2-decide is used twice'],
  ['a condition on what is not there', withStep('b1-consult', { opensWhen: { done: 'x' } }), 'asks for x'],
  [
    'a step that waits for itself',
    withStep('b1-consult', { opensWhen: { settled: 'b2-decide' } }),
    'step b1-consult can never be reached',
  ],
  ['a track that is not there', withStep('b1-consult', { track: 'sixth' }), 'names track sixth'],
  [
    'somebody who takes part and is not there',
    withStep('b1-consult', { takesPart: ['mayor'] }),
    'lets mayor take part',
  ],
  [
    'a closing by nobody',
    { ...aeres11, closings: [{ ...aeres11.closings[0], by: [] }] } as Protocol,
    'nobody may record',
  ],
  [
    'a setting that counts something else',
    withStep('b1-consult', { term: { unit: 'hours', count: { setting: 'talk' } } }),
    'setting talk counts schoolDays',
  ],
])('%s is named before anybody is served', (_, protocol, problem) => {
  expect(checkProtocol(protocol, roles).join('\n')).toContain(problem)
})

test('a number of the school outside its limits, or for nothing, is named', () => {
  expect(checkProtocol(aeres11, roles, { talk: 2 })).toEqual([])
  expect(checkProtocol(aeres11, roles, { talk: 99, nothing: 1 }).join('\n')).toMatch(/talk to 99.*\n.*nothing/)
})
