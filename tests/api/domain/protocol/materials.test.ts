import { expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { checkProtocol } from '../../../../api/domain/protocol/check/check-protocol.ts'
import { roles } from '../../../../api/domain/roles.ts'
import { play, reader } from '../../../support/protocol/dossier-play.ts'
import { invented } from '../../../support/protocol/invented.ts'

test('what goes round is listed once it happens online, from the start or later', () => {
  const online = play(aeres11, '2026-11-24')
  online.add('mia', 'opened', 'digital')
  expect(online.now().keepsMaterials).toBe(true)

  const ordinary = play(aeres11, '2026-11-24')
  ordinary.add('mia', 'opened', 'ordinary')
  expect(ordinary.now().keepsMaterials).toBe(false)
  ordinary.add('mia', 'circumstance', 'also-digital')
  expect(ordinary.now().keepsMaterials).toBe(true)
})

test('a paper that says nothing of it keeps no list, and one that names what is not there is refused', () => {
  const silent = play(invented, '2026-11-24', [reader('con', 'contactPerson'), reader('sja', 'supportCoordinator')])
  silent.add('con', 'opened', 'verteld')
  expect(silent.now().keepsMaterials).toBe(false)
  const wrong = { ...invented, materials: { when: { circumstance: 'nowhere' }, section: 'nergens' } }
  expect(checkProtocol(wrong, roles)).toEqual([
    'materials names section nergens, which is not there',
    'materials asks for nowhere, which is not there',
  ])
})
