import { gistForms, gistPlaces } from '../../api/domain/dossier/gist.ts'
import { addDays, type LocalDate, localDate } from '../../api/domain/local-date.ts'
import { type Gist, publishGists } from '../../api/domain/numbers/gist-counts.ts'
import { type Measure, measures, total, usualCodes } from '../../api/domain/numbers/measures.ts'
import { halfId, yearId } from '../../api/domain/numbers/period.ts'
import { type PublishedCount, publishHalf, type SiteCount } from '../../api/domain/numbers/publish.ts'
import { findProtocol, type ProtocolName } from '../../api/domain/protocol/registry.ts'
import { type SchoolYear, schoolYearOf } from '../../api/domain/school-year.ts'
import { publishPeriod } from '../../api/stores/numbers.ts'
import type { Database } from '../connect.ts'

/** How often each happens in half a year at a site of ordinary size, in the order of the usual codes. */
const ordinary: Readonly<Record<Measure, readonly number[]>> = {
  reports: [27, 9],
  'first-answers': [22, 8, 4, 1],
  dossiers: [14, 6],
  terms: [78, 13, 6],
  repetition: [3, 5],
  outcomes: [12, 6, 2],
}

const years = 2

/** Numbers of the school years before this one, made up and marked as such, published as the program would have done. */
export async function makeNumbers(
  db: Database,
  { sites, today, protocol }: Readonly<{ sites: readonly string[]; today: LocalDate; protocol: ProtocolName }>,
): Promise<void> {
  const definition = findProtocol(protocol)
  if (!definition) throw new Error('a demonstration without a protocol')
  const usual = usualCodes(definition)
  const thisYear = schoolYearOf(today)
  for (let year = thisYear - years; year < thisYear; year += 1) await makeYear(year)

  async function makeYear(year: SchoolYear): Promise<void> {
    const [one, two] = [countsOf(year, 1), countsOf(year, 2)]
    const first = publishHalf({ sites, first: null, counts: one, usual })
    const second = publishHalf({ sites, first: { counts: one, published: first.half }, counts: two, usual })
    const gists = gistsOf(one, two, first.half, second)
    const made = [
      { id: halfId({ year, half: 1 }), on: localDate(`${year + 1}-02-01`), counts: [...first.half, ...gists.one] },
      { id: halfId({ year, half: 2 }), on: localDate(`${year + 1}-08-01`), counts: [...second.half, ...gists.two] },
      { id: yearId(year), on: localDate(`${year + 1}-08-01`), counts: [...second.year, ...gists.year] },
    ]
    for (const { id, on, counts } of made) {
      await publishPeriod(db, { id, isDemonstration: true }, addDays(on, 3), counts)
    }
  }

  /** What the coordinators published beside it: all but one, so that there is something left to try. */
  function gistsOf(
    one: readonly SiteCount[],
    two: readonly SiteCount[],
    first: readonly PublishedCount[],
    second: Readonly<{ half: readonly PublishedCount[]; year: readonly PublishedCount[] }>,
  ) {
    const rows = { one: [] as PublishedCount[], two: [] as PublishedCount[], year: [] as PublishedCount[] }
    for (const [place, site] of sites.entries()) {
      if (place === sites.length - 1) continue
      const isHidden = (published: readonly PublishedCount[]) =>
        published.some(
          (row) => row.site === site && row.measure === 'dossiers' && row.code === total && row.count === null,
        )
      const early = { gists: madeUp(one, site, place), isHidden: isHidden(first) }
      const late = { gists: madeUp(two, site, place + 1), isHidden: isHidden(second.half) }
      const before = publishGists(early, null, false).half
      const { half, year } = publishGists(late, { ...early, published: before }, isHidden(second.year))
      rows.one.push(...before.map((row) => ({ site, ...row })))
      rows.two.push(...half.map((row) => ({ site, ...row })))
      rows.year.push(...(year ?? []).map((row) => ({ site, ...row })))
    }
    return rows
  }

  /** No two sites alike, some of them small, and the same at each start. */
  function countsOf(year: SchoolYear, half: 1 | 2): readonly SiteCount[] {
    return sites.flatMap((site, place) =>
      measures.flatMap((measure) =>
        usual[measure].map((code, at) => {
          const size = 0.25 + ((place * 7 + 4) % 11) / 8
          const wave = 1 + (((place + year) * 5 + half * 3 + at * 2) % 7) / 14
          return { site, measure, code, count: Math.floor((ordinary[measure][at] ?? 0) * size * wave) }
        }),
      ),
    )
  }
}

/** As many as there were dossiers; what is named first happens most. */
function madeUp(counts: readonly SiteCount[], site: string, place: number): readonly Gist[] {
  const dossiers = counts.filter((row) => row.site === site && row.measure === 'dossiers')
  const length = dossiers.reduce((sum, { count }) => sum + count, 0)
  return Array.from({ length }, (_, at) => ({
    form: gistForms[(((at + place) % 7) % gistForms.length) % (at % 2 === 0 ? 2 : 5)] ?? 'other',
    place: gistPlaces[(at * 3 + place) % (at % 2 === 0 ? 3 : 7)] ?? 'elsewhere',
  }))
}
