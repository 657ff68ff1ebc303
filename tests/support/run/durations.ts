import { type Tally, totalLine } from './tally.ts'

/** When a stage ran, in milliseconds after the first one started. */
export type Ran = Readonly<{ name: string; processors: number; start: number; end: number; tally: Tally }>

/** What the run cost and where, the longest first, to see what to make shorter and whether a processor stood idle. */
export function durationTable(stages: readonly Ran[], processors: number): readonly string[] {
  const end = Math.max(0, ...stages.map((stage) => stage.end))
  const worked = stages.reduce((sum, stage) => sum + (stage.end - stage.start) * stage.processors, 0)
  const longestFirst = stages.toSorted((one, other) => other.end - other.start - (one.end - one.start))
  return [
    row('stage', 'took', 'from', 'to', ''),
    ...longestFirst.map(({ name, start, end, tally }) =>
      row(name, seconds(end - start), seconds(start), seconds(end), totalLine(tally)),
    ),
    row('all', seconds(end), seconds(0), seconds(end), `${seconds(end * processors - worked)} of a processor unused`),
  ]
}

const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`

const row = (name: string, took: string, from: string, to: string, more: string) =>
  `== ${name.padEnd(10)} ${took.padStart(7)} ${from.padStart(7)} ${to.padStart(7)}  ${more}`.trimEnd()
