import type { Protocol, Term } from '../definition.ts'
import type { Numbers } from '../term.ts'

/** Terms and the numbers of the school. */
export function settingProblems(protocol: Protocol, numbers: Numbers): readonly string[] {
  const terms: readonly Term[] = [
    ...protocol.steps.flatMap(({ term, recurs }) => [...(term ? [term] : []), ...(recurs ? [recurs] : [])]),
    protocol.escalation.after,
  ]
  const lengths = Object.entries(numbers).map(([key, number]) => ({
    key,
    number,
    setting: protocol.settings.find((one) => one.key === key),
  }))
  return [
    ...terms.flatMap(({ unit, count }) => {
      if (typeof count === 'number') return count > 0 ? [] : ['a term is not above nought']
      const setting = protocol.settings.find(({ key }) => key === count.setting)
      if (!setting) return [`a term asks for setting ${count.setting}, which is not there`]
      return setting.unit === unit
        ? []
        : [`setting ${setting.key} counts ${setting.unit}, and a term asks it for ${unit}`]
    }),
    ...protocol.settings
      .filter(({ least, standard, most }) => !(least >= 1 && least <= standard && standard <= most))
      .map(({ key }) => `setting ${key} has a standard outside its limits`),
    ...lengths.flatMap(({ key, number, setting }) => {
      if (!setting) return [`the school sets ${key}, which this protocol does not ask`]
      return Number.isInteger(number) && number >= setting.least && number <= setting.most
        ? []
        : [`the school sets ${key} to ${number}; it is ${setting.least} to ${setting.most}`]
    }),
  ]
}
