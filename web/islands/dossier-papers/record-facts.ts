import type { HandOverPurpose } from '../../../api/domain/dossier/paper.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { OpenedRecord } from '../../crypto/dossier-open.ts'
import type { StoredDossier } from '../dossier/dossier-api.ts'
import { dayInFull } from '../shared/day.ts'
import type { Fact } from './handed-over.ts'
import type { PapersText } from './papers-text.ts'

type Asked = Readonly<{
  stored: Pick<StoredDossier, 'siteName' | 'today'>
  protocol: Protocol
  reason: string
  purpose: HandOverPurpose | null
  record: OpenedRecord | null
}>

/** What stands above what is handed over. How parents are reached is for nobody but the family itself. */
export function recordFacts({ stored, protocol, reason, purpose, record }: Asked, words: PapersText['handingOver']) {
  const { paper, purposes } = words
  const person = record?.person
  const parents = purpose === 'own-record' ? (person?.parents ?? []) : []
  const facts: readonly Fact[] = [
    { label: paper.site, value: stored.siteName },
    { label: paper.madeOn, value: dayInFull(stored.today) },
    { label: paper.purpose, value: purpose === null ? '' : purposes[purpose] },
    { label: paper.reason, value: reason },
    { label: paper.person, value: person?.name ?? '' },
    { label: paper.classGroup, value: person?.classGroup ?? '' },
    { label: paper.part, value: record?.part ? protocol.parts[record.part] : '' },
    { label: paper.parents, value: parents.map(({ name, contact }) => `${name} ${contact}`.trim()).join('\n') },
  ]
  return facts
}
