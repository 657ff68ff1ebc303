import type { SchoolConfig } from './school-config.ts'

type Region = SchoolConfig['sites'][number]['region']
type Period = readonly [firstDay: string, lastDay: string]
type Holiday = Readonly<{ name: string; is: Period | Readonly<Record<Region, Period>> }>

/**
 * School holidays as the ministry sets or advises them per region, weekends around them included. Autumn and spring
 * are advice, and a school may add days of its own: each site's list in the database is the one that counts, and this
 * is only what it starts with. (OpenHolidays has the spring of 2027 in Zuid end a month late; the ministry's own page
 * was followed.)
 */
export const schoolHolidays = {
  source:
    'https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar, compared with https://github.com/openpotato/openholidaysapi.data (ODbL), commit dd3dfa81',
  checkedOn: '2026-11-22',
  holidays: [
    {
      name: 'herfstvakantie',
      is: {
        noord: ['2026-10-10', '2026-10-18'],
        midden: ['2026-10-17', '2026-10-25'],
        zuid: ['2026-10-17', '2026-10-25'],
      },
    },
    { name: 'kerstvakantie', is: ['2026-12-19', '2027-01-03'] },
    {
      name: 'voorjaarsvakantie',
      is: {
        noord: ['2027-02-20', '2027-02-28'],
        midden: ['2027-02-20', '2027-02-28'],
        zuid: ['2027-02-13', '2027-02-21'],
      },
    },
    { name: 'meivakantie', is: ['2027-04-24', '2027-05-02'] },
    {
      name: 'zomervakantie',
      is: {
        noord: ['2027-07-10', '2027-08-22'],
        midden: ['2027-07-17', '2027-08-29'],
        zuid: ['2027-07-24', '2027-09-05'],
      },
    },
    {
      name: 'herfstvakantie',
      is: {
        noord: ['2027-10-16', '2027-10-24'],
        midden: ['2027-10-16', '2027-10-24'],
        zuid: ['2027-10-23', '2027-10-31'],
      },
    },
    { name: 'kerstvakantie', is: ['2027-12-25', '2028-01-09'] },
    {
      name: 'voorjaarsvakantie',
      is: {
        noord: ['2028-02-19', '2028-02-27'],
        midden: ['2028-02-26', '2028-03-05'],
        zuid: ['2028-02-26', '2028-03-05'],
      },
    },
    { name: 'meivakantie', is: ['2028-04-29', '2028-05-07'] },
    {
      name: 'zomervakantie',
      is: {
        noord: ['2028-07-15', '2028-08-27'],
        midden: ['2028-07-08', '2028-08-20'],
        zuid: ['2028-07-22', '2028-09-03'],
      },
    },
  ] satisfies readonly Holiday[],
} as const

export const holidaysOf = (region: Region) =>
  schoolHolidays.holidays.map(({ name, is }) => {
    const [firstDay, lastDay] = 'noord' in is ? is[region] : is
    return { name, firstDay, lastDay }
  })
