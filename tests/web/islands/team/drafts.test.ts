import { beforeAll, describe, expect, test } from 'vitest'
import { type IdentityPair, newIdentity } from '../../../../web/crypto/identity.ts'
import { Drafts } from '../../../../web/islands/team/drafts.ts'

const place = { site: 'ede', report: 'e1a4c5d2-6a0f-4d0e-9a51-0c3b7f2d9e10' }
const other = { site: 'ede', report: 'ffffffff-6a0f-4d0e-9a51-0c3b7f2d9e10' }

let writer: IdentityPair
let stranger: IdentityPair

beforeAll(async () => {
  writer = await newIdentity()
  stranger = await newIdentity()
})

// Node has no IndexedDB, so this is also how they do in a browser that stores nothing.
describe('an answer that is still being written', () => {
  test('comes back to its writer, with what was typed last', async () => {
    const drafts = new Drafts(writer.recipient)
    drafts.keep(place, 'Wat goed dat')
    drafts.keep(place, 'Wat goed dat je dit vertelt.')
    expect(await drafts.take(place, writer.identity)).toBe('Wat goed dat je dit vertelt.')
    expect(await drafts.take(other, writer.identity)).toBe('')
  })

  test('does not open for somebody else', async () => {
    const drafts = new Drafts(writer.recipient)
    drafts.keep(place, 'Wat goed dat je dit vertelt.')
    expect(await drafts.take(place, stranger.identity)).toBe('')
  })

  test('is gone once it was sent', async () => {
    const drafts = new Drafts(writer.recipient)
    drafts.keep(place, 'Wat goed')
    await drafts.flush()
    drafts.keep(place, '')
    expect(await drafts.take(place, writer.identity)).toBe('')
  })

  test('is gone after signing out, also when it was still waiting to be sealed', async () => {
    const drafts = new Drafts(writer.recipient)
    drafts.keep(place, 'Wat goed')
    drafts.forget()
    expect(await drafts.take(place, writer.identity)).toBe('')
  })
})
