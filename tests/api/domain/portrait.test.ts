import { describe, expect, test } from 'vitest'
import { portraitLimits, portraitType, withoutNotes } from '../../../api/domain/portrait.ts'
import { jpegOf, plainWebp, webpOf } from '../../support/pictures.ts'

const jfif = [0xe0, [1, 2, 3]] as const
const exif = [0xe1, [9, 9]] as const

describe('a photo is taken', () => {
  test('as WebP or JPEG, with nothing in it but the picture', () => {
    expect(portraitType(plainWebp)).toBe('image/webp')
    expect(portraitType(webpOf(['VP8X', [0, 0]], ['ICCP', [1]], ['VP8 ', [1, 2]]))).toBe('image/webp')
    expect(portraitType(jpegOf(jfif))).toBe('image/jpeg')
  })

  test('up to its size and no larger', () => {
    const most = portraitLimits.bytes - 20
    expect(portraitType(webpOf(['VP8 ', Array(most).fill(1)]))).toBe('image/webp')
    expect(portraitType(webpOf(['VP8 ', Array(most + 2).fill(1)]))).toBeNull()
  })
})

describe('a photo is refused', () => {
  test.each([
    ['with EXIF in a WebP', webpOf(['VP8 ', [1, 2]], ['EXIF', [1, 2]])],
    ['with XMP in a WebP', webpOf(['VP8 ', [1, 2]], ['XMP ', [1, 2]])],
    ['with EXIF in a JPEG', jpegOf(jfif, exif)],
    ['with a comment in a JPEG', jpegOf([0xfe, [1]])],
    ['with something behind the picture', new Uint8Array([...plainWebp, 1, 2])],
    ['that is cut off', plainWebp.slice(0, -2)],
    ['that is no picture', new Uint8Array([1, 2, 3])],
    ['that is empty', new Uint8Array()],
    ['that is SVG', new TextEncoder().encode('<svg onload="alert(1)"/>')],
  ])('%s', (_, bytes) => {
    expect(portraitType(bytes)).toBeNull()
  })
})

test('the notes of a JPEG come off, and the picture stays as it was', () => {
  expect(withoutNotes(jpegOf(jfif, exif, [0xdb, [5]]))).toEqual(jpegOf(jfif, [0xdb, [5]]))
  expect(withoutNotes(jpegOf(jfif))).toEqual(jpegOf(jfif))
})
