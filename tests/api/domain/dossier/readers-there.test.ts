import { describe, expect, test } from 'vitest'
import { readersThere } from '../../../../api/domain/dossier/readers-there.ts'
import type { MailReader } from '../../../../api/domain/mail-readers.ts'
import type { Role } from '../../../../api/domain/roles.ts'

const reader = (holder: string, roles: readonly Role[], deputy: string | null = null): MailReader => ({
  ...{ site: 'ede', holder, account: `account of ${holder}`, roles, functions: [], deputy },
})
const able = (readers: readonly MailReader[]) =>
  readersThere(readers)
    .filter(({ isAble }) => isAble)
    .map(({ holder, roles }) => [holder, ...roles])

describe('who of the readers of a dossier can be asked today', () => {
  test('are those who are there, in the roles in which they work by the protocol', () => {
    const both = reader('mia', ['mentor', 'systemAdministrator'])
    expect(able([both, reader('cor', ['bullyingCoordinator'])])).toEqual([
      ['mia', 'mentor'],
      ['cor', 'bullyingCoordinator'],
    ])
  })

  test('a deputy who reads it is asked as the one who is away', () => {
    expect(able([reader('mia', ['mentor'], 'tom'), reader('tom', ['teamLeader'])])).toEqual([
      ['tom', 'teamLeader', 'mentor'],
    ])
  })

  test('nobody is asked in the place of the one who is away when the deputy does not read it', () => {
    expect(able([reader('mia', ['mentor'], 'tom'), reader('cor', ['bullyingCoordinator'])])).toEqual([
      ['cor', 'bullyingCoordinator'],
    ])
  })

  test('are all of them when nobody is there', () => {
    expect(able([reader('mia', ['mentor'], 'tom'), reader('cor', ['bullyingCoordinator'], 'mia')])).toHaveLength(2)
  })
})
