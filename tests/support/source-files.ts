import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export type SourceFile = Readonly<{ path: string; text: string }>
export type Import = Readonly<{ from: string; isFile: boolean; typeOnly: boolean }>

/** Files of the program itself by their path from the root, with forward slashes. */
export function sourceFiles(patterns: string | string[]): SourceFile[] {
  return globSync(patterns)
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

const importStatement =
  /(?:^|[\n;>])\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?['"]([^'"]+)['"]|new URL\(\s*['"](\.{1,2}\/[^'"]+\.\w+)['"]\s*,\s*import\.meta\.url/g

/** What a .ts, .svelte or .astro file imports: paths from the root for files, the name for packages. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return [...withoutComments(text).matchAll(importStatement)].map(([, typeOnly, fixed, lazy, url]) => {
    const target = fixed ?? lazy ?? url ?? ''
    const isFile = target.startsWith('.')
    const from = isFile ? posix.join(posix.dirname(path), target.replace(/\?\w+$/, '')) : target
    return { from, isFile, typeOnly: Boolean(typeOnly) }
  })
}

/** Enough of a parser for our own formatted code: comments go, strings with // in them stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')
}

/** Code without what stands between quotes; what a template puts in stays. */
export function withoutStrings(text: string): string {
  const withoutQuoted = text.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
  return withoutQuoted.replace(/`(?:\\.|[^`\\])*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '))
}
