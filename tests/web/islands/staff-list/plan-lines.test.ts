import { expect, test } from 'vitest'
import { linesOf } from '../../../../web/islands/staff-list/plan-lines.ts'
import type { Plan } from '../../../../web/islands/staff-list/staff-list-api.ts'
import team from '../../../../web/text/nl/team.ts'
import words from '../../../../web/text/nl/team-staff-list.ts'

const nothing: Plan = { plan: '', fresh: [], moved: [], changed: [], gone: [], same: 0, undone: [] }
const bas = { name: 'Bas Kok', email: 'bas@school.nl', site: 'ede', to: 'almere', isExternal: null }
const saying = { siteName: (site: string) => (site === 'ede' ? 'Ede' : 'Almere'), words: words.plan, roles: team.roles }

test('somebody who moves is shown with what they may do at the other site', () => {
  const moved = [{ ...bas, roles: ['mentor' as const, 'director' as const], classGroups: ['1B'] }]
  expect(linesOf({ ...nothing, moved }, saying).moved).toEqual([
    'Bas Kok: van Ede naar Almere, daar mentor, directeur, 1B',
  ])
  const bare = [{ ...bas, roles: [], classGroups: [] }]
  expect(linesOf({ ...nothing, moved: bare }, saying).moved).toEqual(['Bas Kok: van Ede naar Almere'])
})

test('of a director who goes it says what that means', () => {
  const gone = [
    { ...bas, roles: ['director' as const], classGroups: [] },
    { ...bas, roles: ['mentor' as const], classGroups: ['1B'] },
  ]
  expect(linesOf({ ...nothing, gone }, saying).gone).toEqual([
    'Bas Kok (Ede): directeur. Let op: zonder andere directeur ondertekent daar niemand meer een sleutel.',
    'Bas Kok (Ede): mentor, 1B',
  ])
})
