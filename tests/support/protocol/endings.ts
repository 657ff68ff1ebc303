import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import type { World } from './world.ts'

/** Who closes and what comes before, as the paper has it: written apart from the definition. */
export type Paper = Readonly<{
  closes: string
  /** What ends a dossier well, and what was then asked: of each of these students, or once. */
  solved: string
  asked: readonly string[]
  ofEach: 'target' | null
  calm: string
  goesOn: string
  again: string
  /** Who did something of one of these may do nothing of the other. */
  apart: readonly (readonly string[])[]
}>

export const aeresPaper: Paper = {
  ...{ closes: 'bullyingCoordinator', solved: 'solved', asked: ['n-view-target', 'n-view-parents'], ofEach: 'target' },
  ...{ calm: 'calm', goesOn: 'goes-on', again: 'happened-again' },
  apart: [
    ['n-check-in-target', 'n-check-in-initiator', 'n-signal'],
    ['n-contact-target', 'n-contact-parents', 'n-view-target', 'n-view-parents', 'solved'],
  ],
}

export const inventedPaper: Paper = {
  ...{ closes: 'supportCoordinator', solved: 'klaar', asked: ['eindgesprek'], ofEach: null },
  ...{ calm: 'over', goesOn: 'niet-over', again: 'weer', apart: [] },
}

/** What is wrong with a closing that was accepted. @param world - with the closing as the last that was written. */
export function closingFaults({ entries, readers }: World, closing: DossierEntry, paper: Paper): readonly string[] {
  const by = readers.find(({ holder }) => holder === closing.by)
  const wrongRole = by?.isAble && by.roles.includes(paper.closes) ? [] : [`${closing.code} by ${by?.roles.join()}`]
  if (closing.code !== paper.solved) return wrongRole
  const counted = standing(entries)
  const course = counted
    .filter(({ code }) => code === paper.calm || code === paper.goesOn || code === paper.again)
    .toSorted((a, b) => (rank(a, paper) < rank(b, paper) ? -1 : 1))
  const begins = course.findLast(({ code }) => code !== paper.calm)?.happenedOn ?? ''
  const students = counted.filter(({ kind, code }) => kind === 'record-added' && code === paper.ofEach)
  const whom = paper.ofEach === null ? [null] : students.map(({ record }) => record)
  const unasked = paper.asked.flatMap((key) =>
    whom
      .filter((record) => !counted.some((one) => isAsked(one, key, record, begins)))
      .map((record) => `${key} ${record} was not asked`),
  )
  return [
    ...wrongRole,
    ...(course.at(-1)?.code === paper.calm ? [] : ['it is not calm']),
    ...(whom.length > 0 ? unasked : ['nobody was asked']),
  ]
}

const isAsked = (entry: DossierEntry, key: string, record: string | null, from: string): boolean =>
  entry.kind === 'step-done' && entry.code === key && entry.record === record && entry.happenedOn >= from

const rank = ({ happenedOn, code }: DossierEntry, { again }: Paper) => `${happenedOn} ${code === again ? 1 : 0}`

const standing = (entries: readonly DossierEntry[]): readonly DossierEntry[] => {
  const takenBack = new Set(entries.filter(({ kind }) => kind === 'corrected').map(({ refersTo }) => refersTo))
  return entries.filter(({ id, kind }) => !takenBack.has(id) && kind !== 'corrected')
}

/** Whether somebody took one of these on; what was taken back does not count. */
export const didAny = ({ entries }: Pick<World, 'entries'>, holder: string, keys: readonly string[]): boolean =>
  standing(entries).some((entry) => entry.by === holder && isTaken(entry) && keys.includes(entry.code ?? ''))

const isTaken = ({ kind }: DossierEntry): boolean =>
  kind === 'step-done' || kind === 'step-skipped' || kind === 'closed'

/** People who did both of what may not go together, since it last happened again. */
export function doubleRoles({ entries }: World, { apart, again }: Paper): readonly string[] {
  const counted = standing(entries)
  const anew = counted.slice(counted.findLastIndex(({ code }) => code === again) + 1)
  const did = anew.filter(isTaken)
  return [...new Set(did.map(({ by }) => by))].filter((holder) => {
    const mine = did.filter(({ by }) => by === holder).map(({ code }) => code ?? '')
    return apart.filter((keys) => keys.some((key) => mine.includes(key))).length > 1
  })
}
