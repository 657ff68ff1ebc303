import { randomUUID } from 'node:crypto'
import type { DossierEntry, Part } from '../../api/domain/dossier/entry.ts'
import type { EntryWords } from '../../web/crypto/dossier-body.ts'
import type { DossierHeader } from '../../web/crypto/dossier-header.ts'
import type { DossierEntryOpened, OpenedDossier, OpenedRecord } from '../../web/crypto/dossier-open.ts'
import { blank } from '../../web/crypto/dossier-write.ts'
import { ordinaryDay } from './school.ts'

/** A dossier as a reader's browser has it, for rules about what is in it; the keys are not looked at. */
export const openedDossier = (
  records: readonly OpenedRecord[],
  entries: readonly DossierEntryOpened[],
): OpenedDossier => ({
  entries: entries.map((entry, at) => ({ ...entry, sequence: at + 1 })),
  ...{ announcements: [], records, warnings: [], epoch: 1, recipient: null, identities: new Map() },
  ...{ recordIdentities: new Map(), siteKey: '', readers: [], seen: {}, known: {} },
})

/** Somebody involved; the parent has the family's name. */
export function openedRecord(name: string, part: Part): OpenedRecord {
  const parents = [{ name: `Karin ${name.split(' ').slice(1).join(' ')}`, contact: '06 00 00 00 00' }]
  const person = { kind: 'student', name, classGroup: '2B', parents } as const
  return { record: randomUUID(), person, part, recipient: null, isErased: false }
}

export function openedEntry(
  entry: Partial<DossierEntry>,
  words: EntryWords,
  authorName = 'Mo Meijer',
): DossierEntryOpened {
  const facts = { ...blank, id: randomUUID(), happenedOn: ordinaryDay, recordedOn: ordinaryDay, by: 'mo' }
  return { sequence: 0, entry: { ...facts, kind: 'note', ...entry }, words, authorName, header: signedAs('mo') }
}

const signedAs = (holder: string): DossierHeader => ({
  ...{ v: 1, site: 'ede', dossier: randomUUID(), epoch: 1, number: 1, purpose: 'entry', on: ordinaryDay, seen: {} },
  author: { holder, key: '' },
})
