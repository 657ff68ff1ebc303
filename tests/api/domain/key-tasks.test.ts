import { describe, expect, test } from 'vitest'
import { keyTasks, type TaskRoster } from '../../../api/domain/key-tasks.ts'
import type { Role } from '../../../api/domain/roles.ts'

type Person = TaskRoster['people'][number]
const person = (holder: string, role: Role, more: Partial<Person> = {}): Person => ({
  ...{ holder, name: holder, roles: [{ role, deputyFor: null }], recipient: `age of ${holder}` },
  ...{ signingKey: `key of ${holder}`, isBlocked: false, certificate: 'signed' },
  ...more,
})
const key = (keyHolders: readonly string[], more: Partial<TaskRoster['generations'][number]> = {}) => ({
  ...{ role: 'contactPerson' as const, generation: 1, recipient: 'age', certificate: 'signed', retiredOn: null },
  keyHolders,
  ...more,
})
const director = person('director', 'director')
const [anna, bas] = [person('anna', 'contactPerson'), person('bas', 'contactPerson')]
const tasks = (people: readonly Person[], generations: TaskRoster['generations']) =>
  keyTasks({ people, generations }).map(({ holder, task }) => `${holder}: ${task}`)

describe('what waits for whom', () => {
  test('nothing where everybody is signed and has the key', () => {
    expect(tasks([director, anna, bas], [key(['anna', 'bas'])])).toEqual([])
  })

  test('the director signs who is new, and the key of a function', () => {
    const eva = person('eva', 'mentor', { certificate: null })
    expect(tasks([director, anna, eva], [key(['anna'], { certificate: null })])).toEqual([
      'director: sign eva',
      'director: sign contactPerson 1',
    ])
  })

  test('a member makes the next key when somebody left, and the first one', () => {
    const retired = key(['anna'], { retiredOn: '2026-11-20' })
    expect(tasks([director, anna, bas], [retired])).toEqual(['anna: make contactPerson 2'])
    expect(tasks([anna], [])).toEqual(['anna: make contactPerson 1'])
  })

  test('a member lets in who was appointed, once the director signed who that is', () => {
    expect(tasks([anna, bas], [key(['anna'])])).toEqual(['anna: let in contactPerson bas'])
    const unsigned = person('bas', 'contactPerson', { certificate: null })
    expect(tasks([anna, unsigned], [key(['anna'])])).toEqual([])
  })

  test('nothing waits for who has no keys yet or is blocked', () => {
    const invited = person('eva', 'mentor', { recipient: null, signingKey: null, certificate: null })
    const blocked = person('daan', 'director', { isBlocked: true, certificate: null })
    expect(tasks([director, blocked, invited], [])).toEqual([])
  })
})
