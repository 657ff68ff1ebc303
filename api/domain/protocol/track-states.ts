import type { History } from './history.ts'
import type { StepState } from './open-steps.ts'

/** One track at a glance. `done` only when something was done and nothing is left open. */
export type TrackState = Readonly<{
  key: string
  status: 'nothing' | 'busy' | 'done'
  done: number
  skipped: number
  open: number
}>

/** The tracks that a dossier has part in, in the order of the definition. */
export const trackStates = ({ protocol, isClosed }: History, states: readonly StepState[]): readonly TrackState[] =>
  protocol.tracks
    .filter(({ isYearly }) => !isYearly)
    .map(({ key }) => {
      const mine = states.filter(({ step }) => step.track === key)
      const done = mine.filter(({ settlement }) => settlement?.how === 'done').length
      const open = isClosed ? 0 : mine.filter(({ step, status }) => status === 'open' && !step.isOptional).length
      return {
        ...{ key, done, open },
        skipped: mine.filter(({ settlement }) => settlement?.how === 'skipped').length,
        status: done === 0 && open === 0 ? 'nothing' : open > 0 ? 'busy' : 'done',
      }
    })
