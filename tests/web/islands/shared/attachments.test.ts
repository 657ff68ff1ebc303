import { describe, expect, test } from 'vitest'
import { reportLimits } from '../../../../api/domain/report.ts'
import { fileType, inBytes, kindOfFile, refusePick, sentName } from '../../../../web/islands/shared/attachments.ts'

const file = (name: string, type: string, size = 1_000) => ({ name, type, size })

describe('a picked file', () => {
  test.each([
    ['foto.JPG', 'image/jpeg', 'image/jpeg', 'picture'],
    ['schermafbeelding.png', 'image/png', 'image/png', 'picture'],
    ['IMG_1.HEIC', '', 'image/heic', 'picture'],
    ['brief.pdf', 'application/pdf', 'application/pdf', 'document'],
    ['opname.m4a', 'audio/mp4; codecs="mp4a.40.2"', 'audio/mp4', 'sound'],
    ['stem.opus', 'application/octet-stream', 'audio/ogg', 'sound'],
    ['film.mov', 'video/quicktime', 'video/quicktime', 'video'],
  ])('%s of type "%s" goes as %s', (name, type, goesAs, kind) => {
    expect(fileType(file(name, type))).toBe(goesAs)
    expect(kindOfFile(file(name, type))).toBe(kind)
    expect(refusePick(file(name, type), 0)).toBeNull()
  })

  test.each([
    ['spel.exe', 'application/x-msdownload'],
    ['plaatje.svg', 'image/svg+xml'],
    ['pagina.html', 'text/html'],
    // What the browser says counts, not the name.
    ['foto.jpg', 'text/html'],
    ['zonder ending', ''],
    ['constructor', ''],
    ['x.__proto__', ''],
  ])('%s of type "%s" may not go', (name, type) => {
    expect(refusePick(file(name, type), 0)).toBe('not-allowed')
  })

  test.each([
    [0, 0, 'empty'],
    [reportLimits.attachmentBytes, 0, null],
    [reportLimits.attachmentBytes + 1, 0, 'too-large'],
    [1, reportLimits.attachments - 1, null],
    [1, reportLimits.attachments, 'too-many'],
  ])('of %i bytes beside %i others is refused: %s', (size, others, refusal) => {
    expect(refusePick(file('a.pdf', 'application/pdf', size), others)).toBe(refusal)
  })
})

test('the name a file had on the device is not sent', () => {
  expect(sentName('foto', 2, 'image/jpeg')).toBe('foto-2.jpg')
  expect(sentName('video', 1, 'video/quicktime')).toBe('video-1.mov')
})

test.each([
  [1, '1 kB'],
  [230_400, '230 kB'],
  [4_234_567, '4,2 MB'],
  [20 * 1024 * 1024, '21 MB'],
])('%i bytes are written as %s', (size, written) => {
  expect(inBytes(size, { kilobytes: '{amount} kB', megabytes: '{amount} MB' })).toBe(written)
})
