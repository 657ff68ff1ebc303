import { expect, test } from 'vitest'
import type { ShownEntry } from '../../../../web/islands/shared/conversation-view.ts'
import {
  conversationAsText,
  refusePassphrase,
  type SavedConversation,
} from '../../../../web/islands/shared/save-conversation.ts'
import exportText from '../../../../web/text/nl/export.ts'

const shown = (entry: Partial<ShownEntry>): ShownEntry => ({
  ...{ id: '1', sequence: 1, epoch: 1, purpose: 'message', author: 'Jij', isOwn: true, isFromReporter: true },
  ...{ isNew: false, day: '2026-11-19', event: null, text: '', attachments: [] },
  ...entry,
})

test('a saved conversation reads as a letter, in the line ends that every editor knows', () => {
  const saved: SavedConversation = {
    ...{
      school: 'Aeres VMBO',
      site: 'Ede',
      today: '2027-01-08',
      preface: ['Waar: In de klas'],
      warnings: ['Er ontbreekt iets.'],
    },
    entries: [
      shown({
        text: 'Eerste regel.\nTweede regel.',
        attachments: [{ id: '2', name: 'foto-1.jpg', type: 'image/jpeg', size: 3, sha256: [] }],
      }),
      shown({ author: 'Marieke Kaya', day: '2027-01-07', event: 'De status is: Mee bezig.', text: 'Tot morgen.' }),
    ],
  }
  expect(conversationAsText(saved, exportText.file).split('\r\n')).toEqual([
    'Gesprek met Aeres VMBO, locatie Ede',
    'Bewaard op vrijdag 8 januari.',
    '',
    'Waar: In de klas',
    '',
    'Let op:',
    'Er ontbreekt iets.',
    '',
    'Jij, donderdag 19 november 2026:',
    'Eerste regel.',
    'Tweede regel.',
    'Bestanden erbij: foto-1.jpg.',
    '',
    'Marieke Kaya, donderdag 7 januari:',
    'De status is: Mee bezig.',
    'Tot morgen.',
    '',
  ])
})

test.each([
  ['', 'empty'],
  ['            ', 'empty'],
  ['elf tekens.', 'short'],
  ['👍👍👍👍👍👍👍👍👍👍👍', 'short'],
  ['abababababababab', 'simple'],
  ['paard fiets wolk lepel', null],
] as const)('the passphrase %j is refused: %s', (passphrase, refusal) => {
  expect(refusePassphrase(passphrase)).toBe(refusal)
})
