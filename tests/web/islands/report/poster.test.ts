import { expect, test } from 'vitest'
import { readPoster } from '../../../../web/islands/report/poster.ts'

const fingerprint = '0A1B-2C3D-4E5F-6G7H-8J9K-0MNP-QRST-VWXY'

test.each([
  [`#ede.${fingerprint}`, { site: 'ede', fingerprint }],
  [
    `#sint-jans-lyceum.${fingerprint.toLowerCase()}`,
    { site: 'sint-jans-lyceum', fingerprint: fingerprint.toLowerCase() },
  ],
  [`#ede.${fingerprint.replaceAll('-', '')}`, { site: 'ede', fingerprint: fingerprint.replaceAll('-', '') }],
])('a poster leads to its site with the fingerprint of its key: %s', (hash, poster) => {
  expect(readPoster(hash)).toEqual(poster)
})

test.each(['', '#', '#inhoud', '#ede'])('%j is no poster', (hash) => {
  expect(readPoster(hash)).toBeNull()
})

test.each(['#ede.', '#.', `#Ede.${fingerprint}`, `#ede.${fingerprint}0`, '#ede.kort', `#../x.${fingerprint}`])(
  '%j is not a poster of ours',
  (hash) => {
    expect(readPoster(hash)).toBe('unknown')
  },
)
