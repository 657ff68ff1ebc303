import { expect, test } from 'vitest'
import { chosenFirst, classFrom } from '../../../../web/islands/team/bring-in.ts'
import type { Candidate } from '../../../../web/islands/team/who-can-read.ts'

const person = (holder: string): Candidate => ({
  ...{ holder, name: holder, recipient: '', kind: 'staff', members: [], unconfirmedOn: null },
})
const classGroups = ['1A', '2 B', '3kb'].map((name) => ({ name, mentors: [] }))

test.each([
  ['1a', '1A'],
  [' 2b ', '2 B'],
  ['3-KB', '3kb'],
  ['4C', ''],
  ['', ''],
  ['...', ''],
  [undefined, ''],
])('the class a reporter calls %o is %o', (typed, name) => {
  expect(classFrom(typed, { classGroups })).toBe(name)
})

test('the mentors of the class are chosen, and a team leader only when there is one to choose from', () => {
  const mentors = [person('mo')]
  expect(chosenFirst({ mentors, teamLeaders: [person('tom')] })).toEqual(['mo', 'tom'])
  expect(chosenFirst({ mentors, teamLeaders: [person('tom'), person('tess')] })).toEqual(['mo'])
  expect(chosenFirst({ mentors: [], teamLeaders: [] })).toEqual([])
})
