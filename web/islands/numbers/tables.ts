import { type GistMeasure, gistMeasures } from '../../../api/domain/numbers/gist-counts.ts'
import { type Measure, measures, total } from '../../../api/domain/numbers/measures.ts'
import { halfOfPeriod, type PeriodId, yearOfPeriod } from '../../../api/domain/numbers/period.ts'
import { fill } from '../../text/fill.ts'
import type { YearNumbers } from './numbers-api.ts'
import type { NumbersText } from './numbers-text.ts'

/** One category with its number; null is hidden. */
export type Line = Readonly<{ code: string; label: string; count: number | null }>

/** What is counted in one way, for one site or the whole school, in one period. */
export type MeasureTable = Readonly<{
  measure: Measure | GistMeasure
  title: string
  how: string
  all: number | null
  lines: readonly Line[]
}>

/** The site null is the whole school. */
export type Choice = Readonly<{ site: string | null; period: PeriodId }>

/** What table and chart are drawn from, and what is saved. Empty when nothing was published of this choice. */
export function tablesOf(numbers: YearNumbers, { site, period }: Choice, { numbers: words }: NumbersText) {
  const mine = numbers.counts.filter((row) => row.site === site && row.period === period)
  return [...measures, ...gistMeasures].flatMap((measure): MeasureTable[] => {
    const rows = mine.filter((row) => row.measure === measure)
    const all = rows.find(({ code }) => code === total)
    if (!all) return []
    const { title, how, codes } = words.measures[measure]
    const names = new Map([...protocolNames(numbers, measure), ...Object.entries<string>(codes)])
    const lines = [...names].flatMap(([code, label]): Line[] => {
      const row = rows.find((one) => one.code === code)
      return row ? [{ code, label, count: row.count }] : []
    })
    const nameless = rows.filter(({ code }) => code !== total && !names.has(code))
    return [
      {
        ...{ measure, title, how, all: all.count },
        lines: [...lines, ...nameless.map(({ code, count }) => ({ code, label: code, count }))],
      },
    ]
  })
}

const protocolNames = ({ labels }: YearNumbers, measure: string): readonly (readonly [string, string])[] =>
  labels.filter((one) => one.measure === measure).map(({ code, label }) => [code, label])

export function periodName(period: PeriodId, { numbers: { periods } }: NumbersText): string {
  const half = halfOfPeriod(period)
  return half === 1 ? periods.first : half === 2 ? periods.second : periods.whole
}

export const yearName = (year: number, { numbers }: NumbersText): string =>
  fill(numbers.yearName, { from: year, to: year + 1 })

export const siteName = ({ sites }: YearNumbers, site: string | null, { numbers }: NumbersText): string =>
  sites.find((one) => one.site === site)?.name ?? numbers.wholeSchool

/** Everything that somebody sees of a school year, a number a row, with the headings first. */
export function sheetRows(view: YearNumbers, text: NumbersText): readonly (readonly (string | number)[])[] {
  const { columns, madeUp } = text.numbers.save
  const scopes = [...view.sites.map(({ site }) => site), null]
  const rows = view.periods.flatMap(({ id, isDemonstration }) => {
    const name = `${periodName(id, text)} ${yearName(yearOfPeriod(id), text)}${isDemonstration ? ` (${madeUp})` : ''}`
    return scopes.flatMap((site) =>
      tablesOf(view, { site, period: id }, text).flatMap(({ title, all, lines }) =>
        [{ label: text.numbers.all, count: all }, ...lines].map(({ label, count }) => [
          ...[siteName(view, site, text), name, title, label],
          count ?? text.numbers.hidden,
        ]),
      ),
    )
  })
  return [[columns.site, columns.period, columns.measure, columns.code, columns.count], ...rows]
}
