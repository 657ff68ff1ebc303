import Papa from 'papaparse'

export type SheetRows = readonly (readonly (string | number)[])[]
export type SheetFile = Readonly<{ content: Blob; type: string }>

/**
 * A table as a file that spreadsheets open. What begins like a formula is made text: names and notes of people may be
 * among it, and a spreadsheet would carry out what they typed.
 */
export async function sheetFile(kind: 'csv' | 'xlsx', rows: SheetRows, sheet: string): Promise<SheetFile> {
  return kind === 'csv' ? csvFile(rows) : xlsxFile(rows, sheet)
}

/** With the separator and the mark by which a Dutch Excel sees columns and letters with accents. */
function csvFile(rows: SheetRows): SheetFile {
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', escapeFormulae: true },
  )
  return { content: new Blob([`\uFEFF${text}`]), type: 'text/csv;charset=utf-8' }
}

/** Cells have a type of their own here, so text is text whatever it begins with. */
async function xlsxFile(rows: SheetRows, sheet: string): Promise<SheetFile> {
  const { default: writeExcelFile } = await import('write-excel-file/browser')
  const data = rows.map((row, index) =>
    row.map((value) => ({
      value,
      type: typeof value === 'number' ? Number : String,
      ...(index === 0 && { fontWeight: 'bold' as const }),
    })),
  )
  const columns = (rows[0] ?? []).map((_, at) => ({ width: widthOf(rows, at) }))
  const content = await writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBlob()
  return { content, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
}

const widest = 60

const widthOf = (rows: SheetRows, at: number): number =>
  Math.min(widest, Math.max(...rows.map((row) => String(row[at] ?? '').length)) + 2)
