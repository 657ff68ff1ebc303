import { describe, expect, test } from 'vitest'
import type { CertifiedHolder } from '../../../../web/crypto/certificate.ts'
import type { Answers } from '../../../../web/flow/answers.ts'
import { reportToSend } from '../../../../web/islands/report/report-to-send.ts'
import { school } from '../../flow/people.ts'

const holders = ['contactPerson', 'bullyingCoordinator', 'confidentialAdviser', 'anna', 'bram', 'carla', 'dirk', 'elif']
const certified = new Map(
  holders.map((holder) => [
    holder,
    { holder, name: `Naam van ${holder}`, recipient: `key of ${holder}` } as CertifiedHolder,
  ]),
)
const readers = { site: 'ede', siteKey: 'key of ede', closed: null, ...school, certified }
const told: Answers = {
  site: 'ede',
  reporterKind: 'student',
  forWhom: 'self',
  readers: ['confidentialAdviser'],
  excluded: ['nobody'],
  forms: ['verbal', 'other'],
  places: ['unknown'],
  howLong: 'weeks',
  howOften: 'daily',
  story: '  Ze lachen me uit.\n',
  named: 'anonymous',
}
const toSend = (change: Answers = {}) => reportToSend({ ...told, ...change }, school, readers, [])

describe('what is sealed', () => {
  test('is what was told, without the spaces around it', () => {
    expect(toSend().body).toEqual({
      answers: {
        reporterKind: 'student',
        forWhom: 'self',
        forms: ['verbal', 'other'],
        places: ['unknown'],
        howLong: 'weeks',
        howOften: 'daily',
      },
      story: 'Ze lachen me uit.',
      attachments: [],
    })
  })

  test('holds a name only from who wants to be known, and only the parts that were filled in', () => {
    const typed = { name: ' Sam ', classGroup: ' ', reach: 'In de pauze' }
    expect(toSend({ ...typed, named: 'anonymous' }).body).not.toHaveProperty('name')
    expect(toSend({ ...typed, named: 'named' }).body.name).toEqual({ name: 'Sam', reach: 'In de pauze' })
  })

  test('is urgent when something is going round, and only then', () => {
    expect(toSend().isUrgent).toBe(false)
    expect(toSend({ forms: ['online'], goingRound: 'unknown' }).isUrgent).toBe(false)
    expect(toSend({ forms: ['online'], goingRound: 'yes' }).isUrgent).toBe(true)
  })
})

describe('whom it is sealed to', () => {
  const namesOf = (change: Answers) => toSend(change).readers.map(({ holder }) => holder)

  test('the function that was chosen, by its certified key', () => {
    expect(toSend().readers).toEqual([
      { holder: 'confidentialAdviser', name: 'Naam van confidentialAdviser', recipient: 'key of confidentialAdviser' },
    ])
  })

  test('the others in person, when one of a function may not read it', () => {
    expect(namesOf({ excluded: ['bram'] })).toEqual(['carla'])
  })

  test('nobody without a checked key: then nothing is made at all', () => {
    const trusted = { holder: 'farid', name: 'Farid' }
    expect(() => toSend({ readers: ['trustedStaff'], trusted, standIn: 'no' })).toThrow('no certificate of farid')
  })
})

test('a deputy is sealed to for whom they stand in, under the checked certificate', () => {
  const away = { until: '2026-12-04', deputy: { holder: 'elif', name: 'Naam van elif' } } as const
  const classGroups = [{ name: '1A', mentors: [{ holder: 'dirk', name: 'Naam van dirk', away }] }]
  const answers: Answers = { ...told, readers: ['mentor'], mentorClass: '1A', standIn: 'no' }
  const { readers: sealedTo } = reportToSend(answers, { ...school, classGroups }, readers, [])
  expect(sealedTo).toEqual([
    { holder: 'dirk', name: 'Naam van dirk', recipient: 'key of dirk' },
    { holder: 'elif', name: 'Naam van elif', recipient: 'key of elif', standsInFor: 'dirk' },
  ])
})
