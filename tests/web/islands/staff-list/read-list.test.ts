import { describe, expect, test } from 'vitest'
import { decodeList } from '../../../../web/islands/staff-list/decode-list.ts'
import { readList, templateList } from '../../../../web/islands/staff-list/read-list.ts'
import words from '../../../../web/text/nl/team-staff-list.ts'

const sites = [
  { site: 'ede', siteName: 'Ede' },
  { site: 'den-haag', siteName: 'Den Haag' },
]
const head = 'Naam;E-mail;Locatie;Functies;Klassen'
const read = (csv: string) => readList(csv, sites, words)
const messages = (csv: string) => read(csv).errors.map(({ row, message }) => `${row}: ${message}`)

describe('a list is read', () => {
  const noor = {
    name: 'Noor Jansen',
    email: 'noor@school.nl',
    site: 'ede',
    roles: ['mentor'],
    classGroups: ['1A', '2B'],
    isExternal: null,
  }

  test.each([
    ['with semicolons', `${head}\nNoor Jansen;Noor@school.nl;Ede;mentor;1A, 2B`],
    [
      'with commas and quotes',
      `Naam,E-mail,Locatie,Functies,Klassen\n"Noor Jansen",noor@school.nl,ede,Mentor,"1A, 2B"`,
    ],
    [
      'with tabs and the ends of lines of Windows',
      `${head.replaceAll(';', '\t')}\r\nNoor Jansen\tnoor@school.nl\tEDE\tCoach\t1A|2B\r\n`,
    ],
    ['with the line for Excel', `sep=;\n${head}\nNoor Jansen;noor@school.nl;Ede;mentor;1A+2B`],
    [
      'with other headings in another order',
      'vestiging;KLAS;functie;e-mailadres;Medewerker\nEde;1A, 2B;mentor;noor@school.nl;Noor Jansen',
    ],
    [
      'with empty rows and columns that are not asked for',
      `\n${head};Fte\n;;;;;\nNoor Jansen;noor@school.nl;Ede;mentor;1A, 2B;0,8\n\n`,
    ],
  ])('%s', (_, csv) => {
    expect(read(csv)).toEqual({ rows: [noor], errors: [] })
  })

  test('with each function under the words a school uses for it', () => {
    const csv = `${head}\nA;a@school.nl;den haag;Anti-Pestcoordinator, zorgcoördinator;\nB;b@school.nl;Den-Haag;;`
    expect(read(csv).rows.map(({ site, roles }) => [site, roles])).toEqual([
      ['den-haag', ['bullyingCoordinator', 'careCoordinator']],
      ['den-haag', []],
    ])
  })

  test.each([
    ['vertrouwenspersoon', null],
    ['Interne vertrouwenspersoon', false],
    ['vertrouwenspersoon (extern)', true],
    ['mentor, externe vertrouwenspersoon', true],
  ])('“%s” says whether somebody is of the school, or does not', (functions, isExternal) => {
    expect(read(`${head}\nA;a@school.nl;ede;"${functions}";`).rows).toMatchObject([{ isExternal }])
  })

  test('as the template that we give', () => {
    const { rows, errors } = read(decodeList(new TextEncoder().encode(templateList(words, 'Ede'))))
    expect(errors).toEqual([])
    expect(rows).toMatchObject([{ name: 'Noor Jansen', site: 'ede', roles: ['mentor', 'teamLeader'] }])
  })
})

describe('what is wrong is said per row, as the spreadsheet counts them', () => {
  test('a column that is not there', () => {
    expect(messages('Naam;Locatie\nNoor;Ede')).toEqual([
      '1: De kolom “E-mail” ontbreekt. Zet die kop in de eerste rij.',
      '1: De kolom “Functies” ontbreekt. Zet die kop in de eerste rij.',
      '1: De kolom “Klassen” ontbreekt. Zet die kop in de eerste rij.',
    ])
  })

  test('every mistake of a row, with what to do', () => {
    const found = messages(`${head}\n\n;geen adres;Utrecht;tovenaar;${'x'.repeat(21)}`)
    expect(found.every((message) => message.startsWith('3: '))).toBe(true)
    expect(found.join(' ')).toMatch(/naam.+“geen adres”.+“Utrecht”.+Ede, Den Haag.+“tovenaar”.+klas.+geen mentor/)
  })

  test('a vertrouwenspersoon of the school and of outside', () => {
    const both = 'A;a@school.nl;ede;interne vertrouwenspersoon, externe vertrouwenspersoon;'
    expect(messages(`${head}\n${both}`)).toEqual([`2: ${words.errors.bothSides}`])
  })

  test('the same person twice at one site, but not at two', () => {
    const noor = 'Noor;noor@school.nl'
    expect(messages(`${head}\n${noor};Ede;;\n${noor};Den Haag;;\nNoor J;NOOR@school.nl;ede;;`)).toEqual([
      '4: Deze persoon staat ook in rij 2 op dezelfde locatie. Maak er één rij van.',
    ])
  })

  test('a list without rows, or with too many', () => {
    expect(messages('')).toEqual([`1: ${words.errors.empty}`])
    expect(messages(head)).toEqual([`1: ${words.errors.empty}`])
    expect(messages(`${head}\n${'Noor;noor@school.nl;Ede;;\n'.repeat(3_001)}`)).toHaveLength(1)
  })
})

test.each([
  ['UTF-8', new TextEncoder().encode('Café')],
  ['UTF-8 with the mark of Excel', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Café')])],
  ['Windows-1252', new Uint8Array([0x43, 0x61, 0x66, 0xe9])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x43, 0, 0x61, 0, 0x66, 0, 0xe9, 0])],
])('a file in %s is read as what it says', (_, bytes) => {
  expect(decodeList(bytes)).toBe('Café')
})
