import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js'
import type { Line } from './tables.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale)

export type Drawn = Readonly<{ destroy: () => void }>

/** Lying bars in the order of the table. A hidden number has no bar and says so; nothing is in a tooltip alone. */
export function drawCounts(canvas: HTMLCanvasElement, lines: readonly Line[], hidden: string): Drawn {
  const style = getComputedStyle(canvas)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const font = { family: style.fontFamily, size: 14 }
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: lines.map(({ label, count }) => wrapped(count === null ? `${label} (${hidden})` : label)),
      datasets: [{ data: lines.map(({ count }) => count), backgroundColor: colour('--accent'), maxBarThickness: 24 }],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      events: [],
      scales: {
        x: {
          beginAtZero: true,
          ticks: { precision: 0, color: colour('--ink-quiet'), font },
          grid: { color: colour('--line') },
        },
        y: { ticks: { color: colour('--ink'), font, autoSkip: false }, grid: { display: false } },
      },
    },
  })
}

const widest = 26

/** A long name takes two lines, so that on a phone there is room for its bar. */
function wrapped(label: string): string | string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= widest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length === 1 ? label : lines
}
