import { describe, expect, test } from 'vitest'
import { changesOf, type HolderFacts, saysSo } from '../../../api/domain/holder-facts.ts'

const facts: HolderFacts = {
  ...{ holder: 'h', kind: 'staff', name: 'Mo', roles: ['mentor', 'teamLeader'], members: [] },
  ...{ recipient: 'r', signingKey: 's' },
}

describe('what a certificate should say', () => {
  test('is new when there is none', () => {
    expect(changesOf(facts, null)).toEqual(['new'])
  })

  test('is the same whatever the order of the roles', () => {
    expect(changesOf(facts, { ...facts, roles: ['teamLeader', 'mentor'] })).toEqual([])
    expect(saysSo(facts, { ...facts, roles: ['teamLeader', 'mentor'] })).toBe(true)
  })

  test.each<[string, Partial<HolderFacts>]>([
    ['name', { name: 'Mo Meijer' }],
    ['roles', { roles: ['mentor'] }],
    ['roles', { roles: ['mentor', 'mentor'] }],
    ['members', { members: ['x'] }],
    ['key', { recipient: 'q' }],
    ['key', { signingKey: 'q' }],
  ])('differs in its %s', (change, said) => {
    expect(changesOf(facts, { ...facts, ...said })).toEqual([change])
    expect(saysSo(facts, { ...facts, ...said })).toBe(false)
  })

  test('is about nobody else', () => {
    expect(saysSo(facts, { ...facts, holder: 'x' })).toBe(false)
    expect(saysSo(facts, { ...facts, kind: 'function' })).toBe(false)
  })
})
