import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duties } from '../../../api/domain/duty.ts'
import { type DutySign, dutiesInOrder, dutySigns, type Told } from '../../../web/flow/duty-signs.ts'
import words from '../../../web/text/nl/team-duty-words.ts'

const ordinary: Told = { forms: ['verbal'], howOften: 'weekly', isUrgent: false, texts: [] }
const signs = (told: Partial<Told>): readonly DutySign[] => dutySigns({ ...ordinary, ...told }, words)
const wordSigns = (text: string) => signs({ texts: [text] }).map(({ duty }) => duty)

describe('words open', () => {
  test.each<[string, readonly string[]]>([
    ['Soms wil ik dood.', []],
    ['Ik denk vaak dat ik liever dood was.', ['danger']],
    ['Hij heeft het over ZELFMOORD', ['danger']],
    ['Ze is suïcidaal, denk ik', ['danger']],
    ['Hij had een mes bij zich op het plein.', ['danger']],
    ['Mijn vader slaat me als ik een onvoldoende heb.', ['home']],
    ['Ik durf niet naar huis.', ['home']],
    ['De gymleraar heeft mij aangeraakt in de kleedkamer.', ['offence']],
    ['Meneer stuurt me een foto van zichzelf.', ['offence']],
    ['De docent lacht me uit voor de klas.', ['staff']],
    ['Mijn mentor vernedert me, en thuis word ik geslagen. Ik wil niet meer leven.', ['danger', 'home', 'staff']],
  ])('%s → %j', (text, found) => {
    expect(wordSigns(text)).toEqual(found)
  })

  test.each([
    'Ze roepen elke pauze mijn naam over het plein en lachen dan.',
    'De leraar ziet niet dat ze mij pesten.',
    'Ik heb het thuis verteld. Ze slaan me op school.',
    'Mijn moeder zei dat ik het moest melden.',
    'De klas is doodstil als ik binnenkom.',
    '',
  ])('nothing in “%s”', (text) => {
    expect(wordSigns(text)).toEqual([])
  })
})

describe('answers open', () => {
  test.each<[Partial<Told>, readonly DutySign[]]>([
    [{}, []],
    [{ forms: ['physical'] }, []],
    [{ forms: ['physical'], howOften: 'daily' }, [{ duty: 'danger', because: 'answers' }]],
    [{ forms: ['exclusion', 'extortion'] }, [{ duty: 'danger', because: 'answers' }]],
    [{ forms: ['stalking'] }, [{ duty: 'danger', because: 'answers' }]],
    [{ isUrgent: true }, [{ duty: 'danger', because: 'urgent' }]],
    [{ isUrgent: true, goingRound: 'yes' }, []],
    [{ isUrgent: true, texts: ['Ik wil niet meer leven'] }, [{ duty: 'danger', because: 'words' }]],
  ])('%j → %j', (told, found) => {
    expect(signs(told)).toEqual(found)
  })

  test('a code that nobody knows any more opens nothing', () => {
    expect(signs({ forms: ['retired'], howOften: 'retired', goingRound: 'retired' })).toEqual([])
  })
})

test('each duty stays in reach, once, whatever there is a sign of', () => {
  const anySigns = fc
    .uniqueArray(fc.constantFrom(...duties))
    .map((some) => duties.filter((duty) => some.includes(duty)).map((duty) => ({ duty, because: 'words' }) as const))
  fc.assert(
    fc.property(anySigns, (found) => {
      const order = dutiesInOrder(found)
      expect(order.toSorted()).toEqual([...duties].sort())
      expect(order.slice(0, found.length)).toEqual(found.map(({ duty }) => duty))
    }),
  )
})
