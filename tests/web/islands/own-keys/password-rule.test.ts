import { describe, expect, test } from 'vitest'
import { passwordStrength, passwordTrouble } from '../../../../web/islands/own-keys/password-rule.ts'

const who = { name: 'Noor Jansen-de Wit', email: 'n.jansen@veluwecollege.nl', schoolName: 'Veluwe College' }

describe('a new password', () => {
  test.each([
    ['', 'empty'],
    ['elf tekens!', 'short'],
    ['ééééééééééé', 'short'],
    ['aaaaaaaaaaaaaaaa', 'simple'],
    ['abababababab', 'simple'],
    ['noor jansen 12', 'known'],
    ['NoorJansenDeWit', 'known'],
    ['n.jansen@veluwecollege.nl', 'known'],
    ['N.Jansen@VeluweCollege.NL1', 'known'],
    ['veluwecollege2026', 'known'],
    ['Veluwe College!', 'known'],
  ])('%j is %s', (password, trouble) => {
    expect(passwordTrouble(password, who)).toBe(trouble)
  })

  test.each([
    'fiets regen vlinder',
    'correct horse battery staple',
    'Tr0ub4dor&3xyz',
    'op de veluwe groeit een paddenstoel',
    'x8$kQ!m2pL0z',
    '日本語のパスワードです長い',
  ])('%j will do', (password) => {
    expect(passwordTrouble(password, who)).toBeNull()
  })

  test('is measured in characters that people see', () => {
    expect(passwordStrength('kort')).toEqual({ kind: 'left', number: 8 })
    expect(passwordStrength('e\u0301'.repeat(11))).toEqual({ kind: 'left', number: 1 })
    expect(passwordStrength('twaalf teken')).toEqual({ kind: 'enough' })
    expect(passwordStrength('een veel langer wachtwoord')).toEqual({ kind: 'strong' })
  })
})
