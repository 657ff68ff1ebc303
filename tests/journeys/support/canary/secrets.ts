import { crc32, deflateSync } from 'node:zlib'
import { accessCodeSecrets } from '../../../support/leaks/access-code-spellings.ts'
import type { Secret } from '../../../support/leaks/search.ts'
import type { Story } from '../telling.ts'

/** Words that no program, table or text of this project holds, with letters that encodings treat differently. */
export const words = {
  story: 'Kwartelveenbes lacht om mijn zwaluwtongroos, en “crème-brûléekatten” zegt dat ik weg moet.',
  answer: 'Boterbloemwimpel: fijn dat je dit vertelt. Kom je naar de muizenoortjestuin?',
  reply: 'Ja, na de hazelwormpauze. Zonder Ratelpopulier graag.',
} as const

export const staff = { email: 'vera@canary.school.test', password: 'steenuil-Zeekraal&koekoeksbloem 7' } as const

/** A kilobyte that looks like nothing, the same on every run. */
function noise(length: number, seed: number): Buffer {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  }
  return Buffer.from(Array.from({ length }, next))
}

const pdfBody = Buffer.concat([
  Buffer.from('%PDF-1.4\n% Wilgenroosjesbewijs\n'),
  noise(90_000, 5),
  Buffer.from('\n%%EOF\n'),
])
export const pdf = { name: 'wilgenroosje-bewijsstuk.pdf', mimeType: 'application/pdf', buffer: pdfBody }
export const picture = {
  name: 'klassenfoto-hazelworm.png',
  mimeType: 'image/png',
  buffer: pngOf(64, noise(64 * 64 * 3, 9)),
}

export const story: Story = {
  site: 'Ede',
  readers: ['Vertrouwenspersoon'],
  text: words.story,
  files: [pdf, picture],
  name: { name: 'Pietronella Vlinderstruik', classGroup: '2 Zwanebloem', reach: 'Bij de Knikkende-distelkluis.' },
}

/** Everything that was typed or picked, whole and word by word: half a leak is a leak. */
export function secretsOf(code: string): Secret[] {
  const { name, classGroup, reach } = story.name ?? { name: '', classGroup: '', reach: '' }
  const typed = {
    'the story': words.story,
    'the answer': words.answer,
    'the reply': words.reply,
    'the password': staff.password,
    'the name': name,
    'the class': classGroup,
    'how to reach': reach,
    'the name of the PDF': pdf.name,
    'the name of the picture': picture.name,
  }
  return [
    ...Object.entries(typed).map(([what, text]) => ({ name: what, text })),
    ...Object.entries(words).flatMap(([what, text]) =>
      longWords(text).map((word) => ({ name: `a word of the ${what}`, text: word })),
    ),
    ...longWords(`${staff.password} ${name} ${reach}`).map((word) => ({
      name: 'a word of password, name or place',
      text: word,
    })),
    ...piecesOf('the PDF', pdf.buffer),
    ...piecesOf('the picture', picture.buffer),
    ...accessCodeSecrets(code),
  ]
}

const longWords = (text: string) => text.split(/[^\p{L}]+/u).filter((word) => word.length >= 10)

const piecesOf = (name: string, bytes: Buffer): Secret[] =>
  [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => {
    const start = Math.floor(bytes.length * part)
    return { name: `a piece of ${name}`, bytes: bytes.subarray(start, start + 24) }
  })

/** A picture of coloured dots. */
function pngOf(side: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const lines = Array.from({ length: side }, (_, line) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(line * side * 3, (line + 1) * side * 3)]),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(lines))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...chunks])
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(content.length, 0)
  chunk.set(body, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
