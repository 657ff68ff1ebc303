import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { agendaFile, agendaId } from '../../../../web/islands/dossier/agenda-file.ts'

const place = { site: 'ede', dossier: '7c1d2a9e-5a30-4a5c-9d1c-0b6f2d8f3c11' }
const day = {
  ...{ day: localDate('2026-12-03'), madeOn: localDate('2026-11-29'), title: 'Vijfspoor: afspraak' },
  ...{ address: 'https://school.test/team/dossiers/', id: await agendaId(place, 'a1-talk-target', 'r1') },
}

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent')
  const [event] = events
  if (!event || events.length !== 1) throw new Error('not one event')
  return { calendar, event, value: (name: string) => String(event.getFirstPropertyValue(name)) }
}

describe('the agenda file of a term', () => {
  test('is one whole day, with a sign on the morning before', () => {
    const { calendar, event, value } = read(agendaFile(day))
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    const { startDate, endDate, summary } = new ICAL.Event(event)
    expect([startDate.isDate, String(startDate), String(endDate)]).toEqual([true, '2026-12-03', '2026-12-04'])
    expect(summary).toBe('Vijfspoor: afspraak')
    expect([value('class'), value('transp'), value('url')]).toEqual(['PRIVATE', 'TRANSPARENT', day.address])
    const alarm = event.getFirstSubcomponent('valarm')
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT16H')
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY')
  })

  test('holds these properties and no other', () => {
    const { event } = read(agendaFile(day))
    const names = event.getAllProperties().map(({ name }) => name)
    // The last two say to Outlook, once more, that it is a whole day.
    const outlook = ['x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent']
    const standard = ['class', 'dtstamp', 'dtstart', 'sequence', 'summary', 'transp', 'uid', 'url']
    expect(names.sort()).toEqual([...standard, ...outlook])
    expect(agendaFile(day)).not.toMatch(/7c1d2a9e|talk|r1\b|ede\b/)
  })

  test('says on which day it was made, and not when', () => {
    expect(read(agendaFile(day)).value('dtstamp')).toBe('2026-11-29T00:00:00Z')
  })

  test('keeps to the lines of RFC 5545, also with a long name and an address full of signs', () => {
    const title = 'Veilig op school; samen, altijd \\ overal én voor iedereen in de klas: afspraak'
    const address = `https://${'een-heel-lange-naam.'.repeat(5)}school.test/team/dossiers/`
    const file = agendaFile({ ...day, title, address })
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    const { value } = read(file)
    expect([value('summary'), value('url')]).toEqual([title, address])
  })

  test('has one name for one step, that does not lead back to the dossier', async () => {
    expect(day.id).toMatch(/^[0-9a-f]{32}$/)
    expect(await agendaId(place, 'a1-talk-target', 'r1')).toBe(day.id)
    const others = [await agendaId(place, 'a1-talk-target', 'r2'), await agendaId(place, 'a5-class-talk', null)]
    expect(new Set([...others, day.id]).size).toBe(3)
  })
})
