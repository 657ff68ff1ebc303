import Papa from 'papaparse'
import { type Role, roles } from '../../../api/domain/roles.ts'
import { hasStrayClasses, staffLimits } from '../../../api/domain/staff-post.ts'
import { fill } from '../../text/fill.ts'
import type { StaffListText } from './staff-list-text.ts'

type Words = StaffListText['list']
type Column = keyof Words['columns']
export type Site = Readonly<{ site: string; siteName: string }>

export type ListRow = Readonly<{
  name: string
  email: string
  site: string
  roles: Role[]
  classGroups: string[]
  isExternal: boolean | null
}>
/** `row` as the spreadsheet counts it. */
export type RowError = Readonly<{ row: number; message: string }>
export type ReadList = Readonly<{ rows: readonly ListRow[]; errors: readonly RowError[] }>

const columns = ['name', 'email', 'site', 'roles', 'classGroups'] as const satisfies readonly Column[]

/** Rows of people out of a CSV, or what has to be corrected in it first. */
export function readList(csv: string, sites: readonly Site[], words: Words): ReadList {
  // A line that tells Excel the separator is no row of the list, but it counts as one.
  const [, told] = /^sep=(.)\r?\n/.exec(csv) ?? []
  const { data } = Papa.parse<string[]>(csv, {
    ...(told === undefined ? { delimitersToGuess: [';', ',', '\t'] } : { delimiter: told }),
  })
  const lines = data.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
  const [head, ...body] = lines.filter(({ row, cells }) => !(told !== undefined && row === 1) && cells.some(Boolean))
  if (!head || body.length === 0) return { rows: [], errors: [{ row: 1, message: words.errors.empty }] }
  if (body.length > staffLimits.rows) {
    return { rows: [], errors: [{ row: 1, message: fill(words.errors.tooMany, { most: staffLimits.rows }) }] }
  }
  const places = placesOf(head.cells, words)
  const missing = columns.filter((column) => places[column] === undefined)
  if (missing.length > 0) {
    const named = missing.map((column) => fill(words.errors.column, { column: firstOf(words.columns[column]) }))
    return { rows: [], errors: named.map((message) => ({ row: head.row, message })) }
  }
  return readRows(body, places, sites, words)
}

type Places = Readonly<Partial<Record<Column, number>>>
type Line = Readonly<{ row: number; cells: readonly string[] }>

function placesOf(head: readonly string[], words: Words): Places {
  const known = head.map(plain)
  const found = columns.flatMap((column) => {
    const names = words.columns[column].split('|').map(plain)
    const at = known.findIndex((heading) => names.includes(heading))
    return at === -1 ? [] : [[column, at] as const]
  })
  return Object.fromEntries(found)
}

function readRows(body: readonly Line[], places: Places, sites: readonly Site[], words: Words): ReadList {
  const rows: ListRow[] = []
  const errors: RowError[] = []
  const rowByKey = new Map<string, number>()
  const siteByName = new Map(sites.flatMap(({ site, siteName }) => [site, siteName].map((name) => [plain(name), site])))
  const postByWord = postsByWord(words)
  for (const { row, cells } of body) {
    const cell = (column: Column) => cells[places[column] ?? -1] ?? ''
    const say = (message: string) => errors.push({ row, message })
    const [name, email] = [cell('name'), cell('email').toLowerCase()]
    if (name === '' || name.length > staffLimits.name) say(fill(words.errors.name, { most: staffLimits.name }))
    if (email === '') say(words.errors.noEmail)
    else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) say(fill(words.errors.email, { value: email }))
    const site = siteByName.get(plain(cell('site')))
    if (site === undefined) {
      say(fill(words.errors.site, { value: cell('site'), sites: sites.map(({ siteName }) => siteName).join(', ') }))
    }
    const held = itemsOf(cell('roles')).map((word) => ({ word, post: postByWord.get(plain(word)) }))
    for (const { word, post } of held) {
      if (post === undefined) say(fill(words.errors.role, { value: word, roles: namesOfRoles(words) }))
    }
    const classGroups = itemsOf(cell('classGroups'))
    const long = classGroups.find((group) => group.length > staffLimits.classGroup)
    if (long !== undefined) say(fill(words.errors.classGroup, { value: long }))
    const known = [...new Set(held.flatMap(({ post }) => post?.role ?? []))]
    const sides = new Set(held.flatMap(({ post }) => post?.isExternal ?? []))
    if (sides.size > 1) say(words.errors.bothSides)
    if (hasStrayClasses({ roles: known, classGroups })) say(words.errors.notMentor)
    const key = `${site} ${email}`
    const other = rowByKey.get(key)
    if (other !== undefined && site !== undefined) say(fill(words.errors.twice, { other }))
    rowByKey.set(key, other ?? row)
    rows.push({
      name,
      email,
      site: site ?? '',
      roles: known,
      classGroups: [...new Set(classGroups)],
      isExternal: [...sides][0] ?? null,
    })
  }
  return { rows, errors }
}

type Post = Readonly<{ role: Role; isExternal?: boolean }>

function postsByWord(words: Words): ReadonlyMap<string, Post> {
  const named = (names: string, post: Post) => names.split('|').map((name) => [plain(name), post] as const)
  const role = 'confidentialAdviser'
  return new Map([
    ...roles.flatMap((one) => named(words.roleWords[one], { role: one })),
    ...named(words.adviserWords.internal, { role, isExternal: false }),
    ...named(words.adviserWords.external, { role, isExternal: true }),
  ])
}

const namesOfRoles = (words: Words) => roles.map((role) => firstOf(words.roleWords[role])).join(', ')

const itemsOf = (cell: string): readonly string[] =>
  cell
    .split(/[,;|+\n]/)
    .map((item) => item.trim())
    .filter(Boolean)

export const firstOf = (names: string): string => names.split('|')[0] ?? ''

/** Small letters without accents, spaces, hyphens and brackets: how people write a heading or a function differs in these only. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._()-]/g, '')

/** A list to begin with, as a Dutch Excel opens it: a mark for the encoding, and semicolons. */
export function templateList(words: Words, site: string): string {
  const example = { ...words.templateRow, site }
  const fields = columns.map((column) => firstOf(words.columns[column]))
  const csv = Papa.unparse({ fields, data: [columns.map((column) => example[column])] }, { delimiter: ';' })
  return `\u{feff}${csv}\r\n`
}
