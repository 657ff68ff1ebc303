import { chiSquareTail } from './chi-square-distribution.ts'
import { checkCounts, sumOf } from './share.ts'

export type Association = Readonly<{
  chiSquare: number
  df: number
  p: number
  /** Cramér's V, how strong it is: 0 is not at all, 1 is entirely. */
  v: number
  /** The table as it would be if the one had nothing to do with the other; without rows and columns of nobody. */
  expected: readonly (readonly number[])[]
}>

/**
 * Whether rows and columns have to do with each other: Σ(O−E)²/E with E = row · column / n, on (r−1)(c−1) degrees of freedom
 * (Pearson 1900, Phil Mag 50:157), without Yates's correction. V = √(χ²/(n·min(r−1, c−1))) (Cramér 1946, Mathematical
 * Methods of Statistics, 21.9). Rows and columns of nobody say nothing and are left out.
 *
 * Where an expected count is below 5, p is rough (Cochran 1954, Biometrics 10:417).
 *
 * @returns null when there is one row or one column left, so when nobody or everybody gave the same answer.
 */
export function associationIn(table: readonly (readonly number[])[]): Association | null {
  checkCounts(table.flat())
  const width = table[0]?.length ?? 0
  if (table.some((row) => row.length !== width)) throw new RangeError('rows of different lengths')
  const rows = table.filter((row) => sumOf(row) > 0)
  const columns = Array.from({ length: width }, (_, c) => rows.map((row) => row[c] ?? 0)).filter(
    (all) => sumOf(all) > 0,
  )
  const smaller = Math.min(rows.length, columns.length) - 1
  if (smaller < 1) return null

  const n = sumOf(columns.map(sumOf))
  const observed = rows.map((_, r) => columns.map((column) => column[r] ?? 0))
  const expected = observed.map((row) => columns.map((column) => (sumOf(row) * sumOf(column)) / n))
  const chiSquare = sumOf(
    observed.flatMap((row, r) => row.map((count, c) => squaredGap(count, expected[r]?.[c] ?? Number.NaN))),
  )
  const df = (rows.length - 1) * (columns.length - 1)
  return { chiSquare, df, p: chiSquareTail(chiSquare, df), v: Math.sqrt(chiSquare / (n * smaller)), expected }
}

/** What one count adds to a chi-square. */
export const squaredGap = (observed: number, expected: number): number => (observed - expected) ** 2 / expected
