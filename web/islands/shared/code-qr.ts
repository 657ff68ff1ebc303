/**
 * The QR of an access code and of nothing else: version 1 (21 × 21), level Q, alphanumeric, which holds exactly the 16
 * symbols of a code (ISO/IEC 18004). A general encoder would cost the report page four kilobytes; a test holds this
 * one against one.
 */
const size = 21
const dataWords = 13
const repairWords = 13
const symbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Rows of dark modules, without the quiet zone. @throws for anything but 16 symbols of the QR alphabet. */
export function codeQr(code: string): boolean[][] {
  const values = Array.from(code, (symbol) => symbols.indexOf(symbol))
  if (values.length !== 16 || values.includes(-1)) throw new Error('not an access code')
  const data = dataOf(values)
  const grid: (boolean | undefined)[][] = Array.from({ length: size }, () => Array<undefined>(size).fill(undefined))
  placeFixed(grid)
  placeBits(grid, [...data, ...repairOf(data)])
  return grid.map((row) => row.map((isDark) => isDark === true))
}

/** Mode, length and pairs of symbols: 101 bits, and three zeros to end. */
function dataOf(values: readonly number[]): number[] {
  const pairs = Array.from({ length: 8 }, (_, index) => (values[2 * index] ?? 0) * 45 + (values[2 * index + 1] ?? 0))
  const bits = [inBits(2, 4), inBits(16, 9), ...pairs.map((pair) => inBits(pair, 11)), '000'].join('')
  return Array.from({ length: dataWords }, (_, index) => Number.parseInt(bits.slice(8 * index, 8 * index + 8), 2))
}

const inBits = (value: number, length: number) => value.toString(2).padStart(length, '0')

/** Reed–Solomon over GF(256): the remainder of the data by the product of (x − 2^i). */
function repairOf(data: readonly number[]): number[] {
  let generator = [1]
  for (let index = 0, root = 1; index < repairWords; index += 1, root = times(root, 2)) {
    generator = [...generator, 0].map((value, place) => value ^ times(generator[place - 1] ?? 0, root))
  }
  const rest = [...data, ...Array<number>(repairWords).fill(0)]
  for (let index = 0; index < data.length; index += 1) {
    const factor = rest[index] ?? 0
    for (const [place, value] of generator.entries())
      rest[index + place] = (rest[index + place] ?? 0) ^ times(value, factor)
  }
  return rest.slice(data.length)
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0)
    if ((b >> bit) & 1) product ^= a
  }
  return product
}

/** Finders, timing, and format Q with mask 0 (0b011010101011111, ISO 18004 table C.1). */
function placeFixed(grid: (boolean | undefined)[][]): void {
  const put = (x: number, y: number, isDark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < size) row[x] = isDark
  }
  for (let place = 0; place < size; place += 1) {
    put(place, 6, place % 2 === 0)
    put(6, place, place % 2 === 0)
  }
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    for (let y = -1; y <= 7; y += 1) {
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3))
        put(left + x, top + y, ring !== 2 && ring !== 4)
      }
    }
  }
  for (const [index, bit] of Array.from(inBits(0x355f, 15)).entries()) {
    const isDark = bit === '1'
    const around = index < 6 ? index : index < 8 ? index + 1 : 0
    if (index < 8) put(around, 8, isDark)
    else put(8, index === 8 ? 7 : 14 - index, isDark)
    if (index < 7) put(8, size - 1 - index, isDark)
    else put(size - 15 + index, 8, isDark)
  }
  put(8, size - 8, true)
}

/** Upwards and downwards in columns of two, from the right, past the timing column, under mask 0. */
function placeBits(grid: (boolean | undefined)[][], words: readonly number[]): void {
  const bits = words.map((word) => inBits(word, 8)).join('')
  let next = 0
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUpward = ((right < 6 ? right + 1 : right) & 2) === 0
    for (let step = 0; step < size; step += 1) {
      const y = isUpward ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        const row = grid[y]
        if (!row || row[x] !== undefined) continue
        row[x] = (bits[next] === '1') !== ((x + y) % 2 === 0)
        next += 1
      }
    }
  }
}
