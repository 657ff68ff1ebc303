import { describe, expect, test } from 'vitest'
import { importsOf, sourceFiles, withoutComments } from '../support/source-files.ts'

/**
 * Who may import what (docs: architecture, "Layout"). The first rule whose folder fits a file counts. `packages` lists what
 * it may use from npm; null is nothing at all.
 */
const borders: readonly Readonly<{ folder: RegExp; files: RegExp; packages: RegExp | null }>[] = [
  { folder: /^survey\//, files: /^survey\//, packages: /^@noble\/hashes\/(sha2|utils)\.js$/ },
  { folder: /^api\/domain\//, files: /^(api\/domain|survey)\//, packages: null },
  { folder: /^web\/flow\//, files: /^(web\/flow|api\/domain)\//, packages: null },
  {
    folder: /^web\/crypto\//,
    files: /^(web\/crypto|api\/domain)\//,
    packages: /^(age-encryption|@noble\/(ed25519|hashes)|@scure\/base)(\/|$)/,
  },
  { folder: /^web\/text\//, files: /^(web\/text|web\/flow|api\/domain)\//, packages: null },
  {
    folder: /^web\/islands\//,
    files: /^(web\/(islands|flow|crypto|text)\/|web\/client\.ts$|api\/domain\/|survey\/)/,
    packages:
      /^(svelte(\/|$)|age-encryption$|altcha|argon2id\/|uqr$|papaparse$|ical-generator$|chart\.js$|write-excel-file\/browser$)/,
  },
  { folder: /^web\/client\.ts$/, files: /^(api\/app\.ts$|api\/domain\/)/, packages: /^hono\/client$/ },
  { folder: /^web\/[\w-]+\.ts$/, files: /^(web|db|api)\//, packages: /./ },
  {
    folder: /^web\/(pages|layouts|components|styles)\//,
    files: /^(web\/|api\/domain\/|api\/http\/fill\/|db\/school-config\.ts$)/,
    packages: /^(astro|svelte|node:)/,
  },
  { folder: /^db\/schema\//, files: /^(db\/schema|api\/domain)\//, packages: /^drizzle-orm(\/|$)/ },
  { folder: /^db\/demo\//, files: /^(db|api\/(domain|stores)|web\/(crypto|flow))\//, packages: /./ },
  { folder: /^db\//, files: /^(db|api\/domain)\//, packages: /./ },
  {
    folder: /^api\/stores\//,
    files: /^(api\/(stores|domain)\/|db\/|web\/crypto\/bytes\.ts$)/,
    packages: /^(drizzle-orm(\/|$)|node:crypto$)/,
  },
  {
    folder: /^api\/routes\//,
    files:
      /^(api\/(routes|stores|domain|http)\/|api\/(auth|school-auth|deps)\.ts$|db\/(connect|school-config)\.ts$|web\/crypto\/|survey\/)/,
    packages: /^(hono|@hono\/|hono-openapi|zod|altcha-lib)/,
  },
  { folder: /^api\//, files: /^(api\/|db\/|web\/(text|crypto)\/|web\/(build|stamp)\.ts$)/, packages: /./ },
]

const files = sourceFiles(['{web,api,db,survey}/**/*.{ts,svelte,astro}'])

describe('a folder imports only what the architecture lets it', () => {
  test.each(borders)('$folder', ({ folder, files: allowed, packages }) => {
    const mine = files.filter((file) => borders.find((border) => border.folder.test(file.path))?.folder === folder)
    const crossings = mine.flatMap((file) =>
      importsOf(file)
        .filter(({ from, isFile }) => (isFile ? !allowed.test(from) : !packages?.test(from)))
        .map(({ from }) => `${file.path} imports ${from}`),
    )
    expect(crossings).toEqual([])
  })

  test('every file of the program falls under a rule', () => {
    const lawless = files.filter(({ path }) => !borders.some(({ folder }) => folder.test(path)))
    expect(lawless.map(({ path }) => path)).toEqual([])
  })

  test('only app.ts knows the routes', () => {
    const knowing = files.filter(
      (file) =>
        !file.path.startsWith('api/routes/') && importsOf(file).some(({ from }) => from.startsWith('api/routes/')),
    )
    expect(knowing.map(({ path }) => path)).toEqual(['api/app.ts'])
  })

  test('the browser takes from the server nothing but types and the pure domain', () => {
    const taken = files
      .filter(({ path }) => /^web\/(islands|flow|crypto|text|client\.ts)/.test(path))
      .flatMap((file) => importsOf(file).map(({ from, typeOnly }) => ({ from, typeOnly, by: file.path })))
      .filter(({ from, typeOnly }) => /^(api|db)\//.test(from) && !from.startsWith('api/domain/') && !typeOnly)
    expect(taken).toEqual([])
  })
})

describe('pure folders', () => {
  const pure = files.filter(({ path }) => /^(survey|api\/domain|web\/flow|web\/crypto)\//.test(path))
  const impurities = {
    'a clock of its own': /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bTemporal\.Now\b/,
    'random of its own': /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b|\brandomBytes\b/,
    'the outside world': /\b(process|globalThis|window|document|localStorage|navigator|fetch)\s*[.([]/,
  }

  test.each(Object.entries(impurities))('have not %s', (_, impurity) => {
    const found = pure.filter(({ text }) => impurity.test(withoutComments(text))).map(({ path }) => path)
    expect(found).toEqual([])
  })

  test('are there to be looked at', () => {
    const folders = new Set(pure.map(({ path }) => path.split('/').slice(0, 2).join('/')))
    const pureFolders = [
      'survey/questionnaire',
      'survey/release',
      'survey/statistics',
      'api/domain',
      'web/flow',
      'web/crypto',
    ]
    expect(folders).toEqual(new Set(pureFolders))
  })
})

describe('the reader of imports', () => {
  const read = (text: string) => importsOf({ path: 'web/islands/x.ts', text }).map(({ from }) => from)

  test.each([
    ["import a from './a.ts'", 'web/islands/a.ts'],
    ["import type { A } from '../flow/a.ts'", 'web/flow/a.ts'],
    ["import {\n  a,\n  b as c,\n} from 'hono/client'", 'hono/client'],
    ["import '../styles/a.css'", 'web/styles/a.css'],
    ["export * from './b.ts'", 'web/islands/b.ts'],
    ["const { a } = await import('../crypto/a.ts')", 'web/crypto/a.ts'],
    ["<script>import { a } from 'svelte'</script>", 'svelte'],
    ["new Worker(new URL('./c.worker.ts', import.meta.url))", 'web/islands/c.worker.ts'],
  ])('sees %s', (text, from) => {
    expect(read(text)).toEqual([from])
  })

  test('does not see what is in a comment', () => {
    expect(read("// import a from './a.ts'\n/* import b from './b.ts' */")).toEqual([])
  })
})
