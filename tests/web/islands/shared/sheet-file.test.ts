import { expect, test } from 'vitest'
import { sheetFile } from '../../../../web/islands/shared/sheet-file.ts'

const rows = [
  ['Wat', 'Aantal'],
  ['=HYPERLINK("https://evil.example")', 3],
  ['"tussen"; aanhalingstekens', 12],
] as const

test('a CSV opens in a Dutch Excel, and what looks like a formula is text', async () => {
  const { content, type } = await sheetFile('csv', rows, 'Cijfers')
  expect(type).toMatch(/^text\/csv/)
  const bytes = new Uint8Array(await content.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toBe(
    `Wat;Aantal\r\n"'=HYPERLINK(""https://evil.example"")";3\r\n"""tussen""; aanhalingstekens";12`,
  )
})
