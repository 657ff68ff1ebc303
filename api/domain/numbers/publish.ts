import { type Counts, releaseFirst, releaseSecond, type Shown } from '../../../survey/release/school-year.ts'
import { wholeSchool } from '../audit.ts'
import { type Measure, type MonthCount, measures, total } from './measures.ts'

export type SiteCount = MonthCount & Readonly<{ site: string }>

/** A number as it is published: of a site or of the whole school; null is hidden. */
export type PublishedCount = Readonly<{ site: string; measure: string; code: string; count: number | null }>

type Asked = Readonly<{
  sites: readonly string[]
  /** The half before, of which something was published already; null for a first half, or one that nobody counted. */
  first: Readonly<{ counts: readonly SiteCount[]; published: readonly PublishedCount[] }> | null
  counts: readonly SiteCount[]
  usual: Readonly<Record<Measure, readonly string[]>>
}>

/** What is published of a half school year, and of the year when it is over. */
export function publishHalf({ sites, first, counts, usual }: Asked) {
  const published: { half: PublishedCount[]; year: PublishedCount[] } = { half: [], year: [] }
  const scopes = [...sites, wholeSchool]
  const axis = { size: sites.length, hasTotal: true }
  for (const measure of measures) {
    const codes = codesOf(measure)
    const cells = (rows: readonly SiteCount[]): Counts => [
      codes.map((code) => sites.map((site) => sumOf(rows, { site, measure, code }))),
    ]
    const rowsOf = (shown: Shown) => toRows(shown, { measure, codes, scopes })
    if (first === null) {
      published.half.push(...rowsOf(releaseFirst(cells(counts), axis)))
      continue
    }
    const before = fromRows(first.published, { measure, codes, scopes })
    const { second, year } = releaseSecond({ counts: cells(first.counts), shown: before }, cells(counts), axis)
    published.half.push(...rowsOf(second))
    published.year.push(...rowsOf(year))
  }
  return published

  function codesOf(measure: Measure): readonly string[] {
    const met = [...counts, ...(first?.counts ?? []), ...(first?.published ?? [])]
    const codes = met.filter((row) => row.measure === measure && row.code !== total).map(({ code }) => code)
    return [...new Set([...usual[measure], ...codes.sort()])]
  }
}

const sumOf = (rows: readonly SiteCount[], { site, measure, code }: Omit<SiteCount, 'count'>): number =>
  rows
    .filter((row) => row.site === site && row.measure === measure && row.code === code)
    .reduce((sum, { count }) => sum + count, 0)

type Layout = Readonly<{ measure: Measure; codes: readonly string[]; scopes: readonly string[] }>

const toRows = ({ totals, parts }: Shown, { measure, codes, scopes }: Layout): readonly PublishedCount[] =>
  scopes.flatMap((site, group) => [
    { site, measure, code: total, count: totals[group] ?? null },
    ...codes.map((code, c) => ({ site, measure, code, count: parts[0]?.[c]?.[group] ?? null })),
  ])

/** What was not there then was not there to be counted: everybody knows that it was nothing. */
function fromRows(rows: readonly PublishedCount[], { measure, codes, scopes }: Layout): Shown {
  const known = new Map(rows.filter((row) => row.measure === measure).map((row) => [`${row.site} ${row.code}`, row]))
  const countOf = (site: string, code: string) => {
    const row = known.get(`${site} ${code}`)
    return row === undefined ? 0 : row.count
  }
  return {
    totals: scopes.map((site) => countOf(site, total)),
    parts: [codes.map((code) => scopes.map((site) => countOf(site, code)))],
  }
}
