import type { Protocol } from './definition.ts'
import type { History } from './history.ts'
import type { OpenMoment } from './interpret.ts'
import type { OpenStep } from './open-steps.ts'
import { handsOf, type Reader } from './people.ts'
import { deadlineAt, endOf, type Now, type Numbers } from './term.ts'

/**
 * Herinnering. `level` 0 goes to whoever has to do the step, on its last day and as long as it is late; each further
 * level goes to the next role in line too. `holders` is never empty while anybody able reads the dossier.
 */
export type Reminder = Readonly<{
  /** The step, or the entry of a planned moment. */
  about: Readonly<{ step: string } | { entry: string }>
  record: string | null
  kind: 'today' | 'late' | 'escalated'
  level: number
  role: string
  holders: readonly string[]
}>

type Context = Now & Readonly<{ readers: readonly Reader[]; numbers: Numbers }>

export const remindersOf = (
  open: readonly OpenStep[],
  moments: readonly OpenMoment[],
  history: History,
  context: Context,
): readonly Reminder[] => [
  ...open.flatMap((step) => ofStep(step, history, context)),
  ...moments.flatMap((moment) => ofMoment(moment, history, context)),
]

function ofStep(open: OpenStep, history: History, context: Context): readonly Reminder[] {
  const { step, record, deadline, roles, people, bringIn } = open
  if (deadline === null || (deadline.when !== 'today' && deadline.when !== 'late')) return []
  const [owner = ''] = roles
  const first: Reminder = {
    ...{ about: { step: step.key }, record, kind: deadline.when, level: 0, role: owner },
    // Where nobody who may do it reads along, whoever can bring somebody in is reminded of that.
    holders: bringIn ? bringIn.by : people,
  }
  const further = lineAbove(owner, history.protocol)
    .slice(0, levelOn(deadline, history.protocol, context))
    .map((role, index): Reminder => {
      const hands = handsOf([role], '', history, context.readers)
      const holders = hands.bringIn ? hands.bringIn.by : hands.people
      return { about: first.about, record, kind: 'escalated', level: index + 1, role, holders }
    })
  return [first, ...further]
}

function ofMoment({ entry, deadline }: OpenMoment, history: History, { readers }: Context): readonly Reminder[] {
  if (deadline.when !== 'today' && deadline.when !== 'late') return []
  const { role } = history.handler
  const hands = handsOf([role], '', history, readers)
  const isWriterHere = readers.some(({ holder, isAble }) => isAble && holder === entry.by)
  return [
    {
      ...{ about: { entry: entry.id }, record: entry.record, kind: deadline.when, level: 0, role },
      holders: isWriterHere ? [entry.by] : hands.bringIn ? hands.bringIn.by : hands.people,
    },
  ]
}

/** The roles a late step goes on to. Whoever is not in the line has its last role above them. */
function lineAbove(owner: string, { escalation: { roles } }: Protocol): readonly string[] {
  const place = roles.indexOf(owner)
  return place >= 0 ? roles.slice(place + 1) : roles.slice(-1)
}

/** How many terms of escalation have passed since a step was due. */
function levelOn(
  { by, hour }: { by: OpenStep['since']['day']; hour: number | null },
  protocol: Protocol,
  { numbers, ...now }: Context,
): number {
  let level = 0
  let end = endOf(protocol.escalation.after, { day: by, hour }, protocol, numbers, now.calendar)
  while (level < protocol.escalation.roles.length && deadlineAt(end, 'school', now).when === 'late') {
    level += 1
    end = endOf(protocol.escalation.after, end, protocol, numbers, now.calendar)
  }
  return level
}
