import { describe, expect, test } from 'vitest'
import { roles } from '../../../api/domain/roles.ts'
import { demonstrationPeople, demonstrationSites } from '../../../db/demo/people.ts'
import { readSchoolConfig } from '../../../db/school-config.ts'

const school = readSchoolConfig('school.json')
const people = demonstrationPeople(school)
const rolesAt = (site: string) =>
  new Set(people.filter((person) => person.site === site).flatMap((person) => person.roles))

describe('the people of the demonstration', () => {
  test('hold every role at Ede and Almere', () => {
    expect(demonstrationSites(school.sites.map(({ id }) => id))).toEqual(['ede', 'almere'])
    for (const site of ['ede', 'almere']) expect([...rolesAt(site)].sort()).toEqual([...roles].sort())
  })

  test('are whom the law asks for at every site', () => {
    for (const { id } of school.sites) {
      expect([...rolesAt(id)]).toEqual(
        expect.arrayContaining(['contactPerson', 'bullyingCoordinator', 'confidentialAdviser']),
      )
    }
  })

  test('are two vertrouwenspersonen at Ede', () => {
    const advisers = people.filter(({ site, roles: held }) => site === 'ede' && held.includes('confidentialAdviser'))
    expect(advisers).toHaveLength(2)
  })

  test('all have a name and an address of their own', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
  })
})

test('a school with one site has a demonstration too', () => {
  const small = demonstrationPeople({ ...school, sites: school.sites.slice(10) })
  expect(new Set(small.flatMap((person) => person.roles))).toEqual(new Set(roles))
})
