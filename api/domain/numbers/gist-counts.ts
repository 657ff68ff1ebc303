import { type Counts, releaseFirst, releaseSecond, type Shown } from '../../../survey/release/school-year.ts'
import { gistForms, gistPlaces } from '../dossier/gist.ts'
import { total } from './measures.ts'

/**
 * What it was, counted over the dossiers of a site. Only whoever keeps the dossiers can: it is sealed in each. So their browser
 * counts, hides what is small, and publishes the rest; the server never has the true counts.
 */
export const gistMeasures = ['forms', 'places'] as const
export type GistMeasure = (typeof gistMeasures)[number]

export const gistCodes = { forms: gistForms, places: gistPlaces } as const satisfies Record<
  GistMeasure,
  readonly string[]
>

export type Gist = Readonly<{ form: string; place: string }>
export type GistCount = Readonly<{ measure: GistMeasure; code: string; count: number | null }>

type HalfOf = Readonly<{
  gists: readonly Gist[]
  /** The number of dossiers itself is hidden: then this one, which is mostly the same, must not tell it. */
  isHidden: boolean
}>

/** One site by itself: nobody can add up sites, so there is no sum over them. */
const alone = { size: 1, hasTotal: false } as const

/** What is published of a half, and of the year where its first half was published before. */
export function publishGists(
  half: HalfOf,
  first: (HalfOf & Readonly<{ published: readonly GistCount[] }>) | null,
  isYearHidden: boolean,
): Readonly<{ half: readonly GistCount[]; year: readonly GistCount[] | null }> {
  const counts = countsOf(half.gists)
  if (first === null) return { half: half.isHidden ? nothing : toRows(releaseFirst(counts, alone)), year: null }
  const before = fromRows(first.published)
  const { second, year } = releaseSecond({ counts: countsOf(first.gists), shown: before }, counts, alone)
  // With one of three hidden whole, the other two must not give it back.
  const isAnyHidden = half.isHidden || first.isHidden || isYearHidden || !agrees(first.gists, before)
  return {
    half: half.isHidden ? nothing : toRows(isAnyHidden ? releaseFirst(counts, alone) : second),
    year: isAnyHidden ? nothing : toRows(year),
  }
}

const valuesOf = ({ form, place }: Gist): Readonly<Record<GistMeasure, string>> => ({ forms: form, places: place })

/** A code of a newer version counts as the last one: something else, elsewhere. */
const countsOf = (gists: readonly Gist[]): Counts =>
  gistMeasures.map((measure) => {
    const codes: readonly string[] = gistCodes[measure]
    const placed = gists.map((gist) => Math.max(codes.indexOf(valuesOf(gist)[measure]), -1))
    return codes.map((_, at) => [
      placed.filter((found) => found === at || (found === -1 && at === codes.length - 1)).length,
    ])
  })

const toRows = ({ totals, parts }: Shown): readonly GistCount[] =>
  gistMeasures.flatMap((measure, b) => [
    { measure, code: total, count: totals[0] ?? null },
    ...gistCodes[measure].map((code, c) => ({ measure, code, count: parts[b]?.[c]?.[0] ?? null })),
  ])

function fromRows(rows: readonly GistCount[]): Shown {
  const countOf = (measure: GistMeasure, code: string) =>
    rows.find((row) => row.measure === measure && row.code === code)?.count ?? null
  return {
    totals: [countOf('forms', total)],
    parts: gistMeasures.map((measure) => gistCodes[measure].map((code) => [countOf(measure, code)])),
  }
}

/** Whether a half still counts as it did when it was published: a dossier may have been erased, or written anew. */
function agrees(gists: readonly Gist[], { totals, parts }: Shown): boolean {
  const isSame = (shown: number | null | undefined, count: number | undefined) => shown == null || shown === count
  return (
    isSame(totals[0], gists.length) &&
    countsOf(gists).every((categories, b) => categories.every((row, c) => isSame(parts[b]?.[c]?.[0], row[0])))
  )
}

const nothing: readonly GistCount[] = gistMeasures.flatMap((measure) =>
  [total, ...gistCodes[measure]].map((code) => ({ measure, code, count: null })),
)
