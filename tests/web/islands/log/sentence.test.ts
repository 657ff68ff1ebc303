import { describe, expect, test } from 'vitest'
import { auditActions, auditSubjects } from '../../../../api/domain/audit.ts'
import { byDay } from '../../../../web/islands/log/by-day.ts'
import type { LogRow } from '../../../../web/islands/log/log-api.ts'
import { sentenceOf } from '../../../../web/islands/log/sentence.ts'
import { pseudonym } from '../../../../web/islands/team/pseudonym.ts'
import team from '../../../../web/text/nl/team.ts'
import log from '../../../../web/text/nl/team-log.ts'
import pseudonyms from '../../../../web/text/nl/team-pseudonyms.ts'
import signIn from '../../../../web/text/nl/team-sign-in.ts'

const text = { team, signIn, log, pseudonyms }
const report = '0f8fad5b-d9cb-469f-a165-70867728950e'
const row = (more: Partial<LogRow>): LogRow => ({
  ...{ site: 'ede', siteName: 'Ede', sequence: 1, at: '2026-11-24T09:00:00.000Z', account: 'a', name: 'Vera Visser' },
  ...{ action: 'opened', subject: 'report', subjectId: report, subjectName: null, detail: null, detailName: null },
  ...more,
})
const saying = (more: Partial<LogRow>) => sentenceOf(row(more), text)
const named = `de melding “${pseudonym(report, pseudonyms)}”`

describe('a row of the log', () => {
  test.each<[Partial<LogRow>, string]>([
    [{}, `Vera Visser opende ${named}.`],
    [{ detail: 'list' }, `Vera Visser zag ${named} in de lijst met meldingen.`],
    [{ detail: 'duty' }, `Vera Visser keek bij ${named} wat er nu moet gebeuren.`],
    [
      { action: 'exported', subject: 'dossier', detail: 'note' },
      `Vera Visser maakte een notitie voor het leerlingvolgsysteem uit een dossier (${pseudonym(report, pseudonyms)}).`,
    ],
    [{ action: 'changed' }, `Vera Visser schreef een antwoord bij ${named}.`],
    [{ action: 'changed', detail: 'inProgress' }, `Vera Visser zette ${named} op “Mee bezig”.`],
    [{ action: 'shared', detail: 'contactPerson' }, `Vera Visser deelde ${named} met aanspreekpunt.`],
    [{ action: 'shared', detail: 'x', detailName: 'Mo Meijer' }, `Vera Visser deelde ${named} met Mo Meijer.`],
    [
      { action: 'recused', detail: 'x', detailName: 'Vera Visser' },
      `Vera Visser is betrokken bij ${named} en leest die niet meer.`,
    ],
    [{ action: 'removed', detail: 'contactPerson' }, `Vera Visser zorgde dat aanspreekpunt ${named} niet meer leest.`],
    [
      { action: 'signed-in', subject: 'account', subjectId: 'a', detail: 'passkey' },
      'Vera Visser logde in met een passkey.',
    ],
    [
      { action: 'blocked', subject: 'account', subjectId: 'b', subjectName: 'Mo Meijer' },
      'Vera Visser blokkeerde het account van Mo Meijer.',
    ],
    [
      { action: 'appointed', subject: 'staff', subjectName: 'Mo Meijer', detail: 'mentor' },
      'Vera Visser maakte Mo Meijer mentor.',
    ],
    [
      { action: 'deputised', subject: 'staff', subjectName: 'Mo Meijer', detail: '2026-12-01' },
      'Vera Visser koos Mo Meijer als vervanger, tot en met 1 december 2026.',
    ],
    [
      { action: 'function-key-made', subject: 'function', subjectId: 'contactPerson' },
      'Vera Visser maakte een sleutel voor de functie aanspreekpunt.',
    ],
    [
      { account: '-', name: null, action: 'removed', subject: 'staff' },
      'Het programma haalde een functie weg bij iemand die er niet meer bij staat.',
    ],
  ])('%j says what happened', (given, sentence) => {
    expect(saying(given)).toBe(sentence)
  })

  test('has a sentence for every action on everything, whatever its detail', () => {
    for (const action of auditActions)
      for (const subject of auditSubjects)
        for (const detail of [null, 'constructor', 'mentor', '2026-12-01']) {
          const sentence = saying({ action, subject, detail, subjectName: 'Mo Meijer' })
          expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
          expect(sentence).not.toMatch(/[{}]|undefined|constructor/)
        }
  })
})

test('rows stand under the day it was in the Netherlands', () => {
  const rows = [row({ at: '2026-11-24T23:30:00.000Z' }), row({ at: '2026-11-24T22:30:00.000Z' })]
  expect(byDay(rows).map(({ day, rows: own }) => [day, own.length])).toEqual([
    ['2026-11-25', 1],
    ['2026-11-24', 1],
  ])
})
