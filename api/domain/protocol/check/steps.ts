import { type Protocol, reopened, type Step } from '../definition.ts'
import { keys } from './keys.ts'

export function stepProblems(step: Step, protocol: Protocol): readonly string[] {
  const who = [...Object.keys(protocol.roles), ...Object.keys(protocol.others), ...Object.keys(protocol.parts)]
  const problems: readonly (readonly [boolean, string])[] = [
    [!keys(protocol.plans).includes(step.plan), `names plan ${step.plan}, which is not there`],
    [
      step.track !== null && !keys(protocol.tracks).includes(step.track),
      `names track ${step.track}, which is not there`,
    ],
    [step.title === '' || step.asks === '', 'has no title, or does not say what it asks'],
    [step.isOptional === undefined && step.term === undefined, 'has no term and is not optional'],
    [step.isOptional !== undefined && step.term !== undefined, 'is optional and has a term'],
    [step.isRequired !== undefined && step.isOptional !== undefined, 'is both required and optional'],
    [step.decides !== undefined && step.handsOverTo !== undefined, 'both decides and hands over'],
    [
      step.handsOverTo !== undefined && !protocol.handOvers.some(({ to }) => to === step.handsOverTo),
      'hands over to nobody',
    ],
    ...step.takesPart.map((key) => [!who.includes(key), `lets ${key} take part, who is not there`] as const),
    ...(step.decides ?? []).map(
      (key) => [!keys(protocol.circumstances).includes(key), `decides ${key}, which is not there`] as const,
    ),
    ...(step.anewAfter ?? []).map(
      (key) =>
        [
          key !== reopened && !keys(protocol.circumstances).includes(key),
          `is anew after ${key}, which is not there`,
        ] as const,
    ),
  ]
  return problems.filter(([isWrong]) => isWrong).map(([, problem]) => `step ${step.key} ${problem}`)
}
