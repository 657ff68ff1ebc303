import { expect, test } from 'vitest'
import { aeres11 } from '../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { checkSchoolProtocol } from '../../../api/starting/check-school-protocol.ts'
import { readSchoolConfig } from '../../../db/school-config.ts'

test('the school that is shipped works by a protocol that is here', () => {
  expect(checkSchoolProtocol(readSchoolConfig())).toMatchObject({ id: 'aeres-vmbo', version: '1.1' })
})

test('a protocol that is not here stops the start, and the message says which are', () => {
  const school = { protocol: { id: 'aeres-vmbo', version: '9.0' } }
  expect(() => checkSchoolProtocol(school)).toThrow('names protocol aeres-vmbo 9.0. This program has: aeres-vmbo 1.1')
})

test('a number of the school that the protocol does not take stops the start', () => {
  const school = { protocol: { id: 'aeres-vmbo', version: '1.1', terms: { talk: 40 } } }
  expect(() => checkSchoolProtocol(school)).toThrow('the school sets talk to 40; it is 1 to 10')
})

test('an old version with a hole in it stops the start too: its dossiers are still worked by', () => {
  const old = { ...aeres11, version: '1.0', keepers: ['caretaker'] }
  const school = { protocol: { id: 'aeres-vmbo', version: '1.1' } }
  expect(() => checkSchoolProtocol(school, [aeres11, old])).toThrow(
    'protocol aeres-vmbo 1.0: the keepers names caretaker',
  )
})
