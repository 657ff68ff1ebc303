import { type Part, parts } from '../../api/domain/dossier/entry.ts'
import { erasedRecords } from '../../api/domain/dossier/erasure.ts'
import type { InvolvedPerson } from './dossier-body.ts'
import type { RecordIdentities } from './dossier-open-keys.ts'
import type { DossierEntryOpened } from './dossier-verify.ts'
import { recipientOf } from './identity.ts'

/** Who a record is about, as the last verified entry about it says. Null when that entry is missing or does not open. */
export type OpenedRecord = Readonly<{
  record: string
  person: InvolvedPerson | null
  part: Part | null
  /** What the next words about this person are sealed to; null when the key in force is not to be trusted. */
  recipient: string | null
  /** What was kept about this person was erased. */
  isErased: boolean
}>

/** In the order in which they were added. */
export async function describeRecords(
  identities: RecordIdentities,
  entries: readonly DossierEntryOpened[],
  epoch: number,
): Promise<readonly OpenedRecord[]> {
  const erased = erasedRecords(entries.map(({ entry }) => entry))
  const added = entries.flatMap(({ entry }) => (entry.kind === 'record-added' ? (entry.record ?? []) : []))
  return await Promise.all(
    [...new Set([...added, ...identities.keys()])].map(async (record) => {
      const own = entries.filter(({ entry }) => entry.record === record)
      const identity = identities.get(record)?.get(epoch)
      return {
        record,
        person: own.findLast(({ words }) => words.person !== undefined)?.words.person ?? null,
        part: partOf(own.findLast(({ entry }) => entry.kind === 'record-added')?.entry.code),
        recipient: identity === undefined ? null : await recipientOf(identity),
        isErased: erased.includes(record),
      }
    }),
  )
}

const partOf = (code: string | null | undefined): Part | null => parts.find((part) => part === code) ?? null
