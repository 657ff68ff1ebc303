import { describe, expect, test } from 'vitest'
import { accept, refuse } from '../../../api/domain/outcome.ts'
import { reportLimits } from '../../../api/domain/report.ts'
import {
  acceptAttachments,
  acceptSubmission,
  type ReceivingSite,
  type Submission,
} from '../../../api/domain/submission.ts'

const ede: ReceivingSite = { id: 'ede', siteKey: 'key', holders: ['confidentialAdviser', 'mo'] }
const submission: Submission = { site: 'ede', grants: [{ holder: 'confidentialAdviser' }], attachments: [] }
const many = (count: number) => Array.from({ length: count }, (_, index) => `holder-${index}`)

describe('a report', () => {
  test.each([
    ['is taken', {}, {}, accept(true)],
    ['for another site than the draft is refused', { site: 'almere' }, {}, refuse('site-unknown')],
    ['for a site without a key is refused', {}, { siteKey: null }, refuse('site-closed')],
    ['that nobody can read is refused', { grants: [] }, {}, refuse('grants-wrong')],
    [
      'granted twice to one holder is refused',
      { grants: [{ holder: 'mo' }, { holder: 'mo' }] },
      {},
      refuse('grants-wrong'),
    ],
    [
      'granted to somebody the site does not have is refused',
      { grants: [{ holder: 'eve' }] },
      {},
      refuse('holder-unknown'),
    ],
    [
      'granted to a holder and to a stranger is refused whole',
      { grants: [{ holder: 'mo' }, { holder: 'eve' }] },
      {},
      refuse('holder-unknown'),
    ],
    [
      'granted to more holders than there may be is refused',
      { grants: many(reportLimits.grants + 1).map((holder) => ({ holder })) },
      { holders: many(reportLimits.grants + 1) },
      refuse('grants-wrong'),
    ],
    [
      'with a file that never came is refused',
      { attachments: [{ id: 'a', chunks: 1 }] },
      {},
      refuse('attachment-incomplete'),
    ],
  ])('%s', (_, changed, site, expected) => {
    expect(acceptSubmission({ ...submission, ...changed }, { ...ede, ...site }, new Map())).toEqual(expected)
  })
})

describe('attachments', () => {
  test.each([
    ['all chunks in any order', [{ id: 'a', chunks: 3 }], [2, 0, 1], true],
    ['one chunk short', [{ id: 'a', chunks: 3 }], [0, 1], false],
    ['a hole in the middle', [{ id: 'a', chunks: 3 }], [0, 1, 3], false],
    ['more chunks than announced', [{ id: 'a', chunks: 2 }], [0, 1, 2], false],
    [
      'announced twice',
      [
        { id: 'a', chunks: 2 },
        { id: 'a', chunks: 2 },
      ],
      [0, 1],
      false,
    ],
    ['no chunks at all', [{ id: 'a', chunks: 0 }], [], false],
    [
      'more chunks than twenty megabytes need',
      [{ id: 'a', chunks: reportLimits.attachmentChunks + 1 }],
      many(85).map((_, i) => i),
      false,
    ],
    ['another file under the draft that is not announced', [], [0], true],
  ])('%s', (_, claims, indexes, isTaken) => {
    expect(acceptAttachments(claims, new Map([['a', indexes]])).ok).toBe(isTaken)
  })

  test('more files than five are refused', () => {
    const claims = many(reportLimits.attachments + 1).map((id) => ({ id, chunks: 1 }))
    const uploaded = new Map(claims.map(({ id }) => [id, [0]]))
    expect(acceptAttachments(claims, uploaded)).toEqual(refuse('attachment-incomplete'))
    expect(acceptAttachments(claims.slice(1), uploaded)).toEqual(accept(true))
  })
})
