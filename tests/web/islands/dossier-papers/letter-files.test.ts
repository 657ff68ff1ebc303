import { expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import type { Letter } from '../../../../api/domain/protocol/letter.ts'
import { letterFiles } from '../../../../web/islands/dossier-papers/letter-files.ts'
import words from '../../../../web/text/nl/team-dossier-papers.ts'

const letter: Letter = {
  ...{ key: 'l', title: 'Uitnodiging', section: 'A2', asks: 'Om te praten.', kind: 'letter' },
  text: ['Beste {ouders},'],
}
const named = { today: localDate('2026-11-24'), names: words.letter.fileName, actions: words.actions }

test('a letter is saved as a page that asks nothing of any server, and as text, under a name that says of nobody', () => {
  const files = letterFiles(letter, () => 'Beste <Karin>,\n\nKom langs.\nTot dan.', named)
  expect(files.map(({ name }) => name)).toEqual(['brief-2026-11-24.html', 'brief-2026-11-24.txt'])
  const [html = '', text] = files.map(({ content }) => content())
  expect(html).toContain('<p>Beste &lt;Karin&gt;,</p>\n<p>Kom langs.\nTot dan.</p>')
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/<script|https?:/)
  expect(text).toBe('Beste <Karin>,\r\n\r\nKom langs.\r\nTot dan.\r\n')
})
