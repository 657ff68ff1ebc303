import { schoolDayFrom } from '../calendar.ts'
import { addDays, type LocalDate } from '../local-date.ts'
import type { Protocol } from './definition.ts'
import type { History } from './history.ts'
import type { OpenMoment } from './interpret.ts'
import type { OpenStep } from './open-steps.ts'
import { handsOf, type Reader } from './people.ts'
import { type Deadline, deadlineAt, endOf, type Now, type Numbers } from './term.ts'

/**
 * Herinnering. `level` 0 goes to whoever has to do the step, on the last school day on which it is not too late and as
 * long as it is late; each further level goes to the next role in line too. `holders` read the dossier, always: where
 * nobody with the role does, whoever can bring somebody in is reminded of that. It is never empty while anybody able
 * reads the dossier.
 */
export type Reminder = Readonly<{
  /** The step, or the entry of a planned moment. */
  about: Readonly<{ step: string } | { entry: string }>
  record: string | null
  /** By when; the same step can be due again on another day. */
  by: LocalDate
  kind: 'last-day' | 'late' | 'escalated'
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
  const kind = deadline && kindOf(deadline, context)
  if (deadline === null || kind === null) return []
  const [owner = ''] = roles
  const owners = handsOf([owner], step.key, history, context.readers).people
  const { by } = deadline
  const first: Reminder = {
    ...{ about: { step: step.key }, record, by, kind, level: 0, role: owner },
    // Whose step it is; whoever may do it as well only where nobody has it.
    holders: bringIn ? bringIn.by : owners.length > 0 ? owners : people,
  }
  const further = lineAbove(owner, history.protocol)
    .slice(0, levelOn(deadline, history.protocol, context))
    .map((role, index): Reminder => {
      const hands = handsOf([role], '', history, context.readers)
      const holders = hands.bringIn ? hands.bringIn.by : hands.people
      return { about: first.about, record, by, kind: 'escalated', level: index + 1, role, holders }
    })
  return [first, ...further]
}

function ofMoment({ entry, deadline }: OpenMoment, history: History, context: Context): readonly Reminder[] {
  const { readers } = context
  const kind = kindOf(deadline, context)
  if (kind === null) return []
  const { role } = history.handler
  const hands = handsOf([role], '', history, readers)
  const isWriterHere = readers.some(({ holder, isAble }) => isAble && holder === entry.by)
  return [
    {
      ...{ about: { entry: entry.id }, record: entry.record, by: deadline.by, kind, level: 0, role },
      holders: isWriterHere ? [entry.by] : hands.bringIn ? hands.bringIn.by : hands.people,
    },
  ]
}

/** A term that ends in a weekend or a holiday has its last day before that: nobody reads mail then. */
function kindOf({ when, by }: Deadline, { today, calendar }: Now): 'last-day' | 'late' | null {
  if (when === 'late') return 'late'
  return by < schoolDayFrom(addDays(today, 1), calendar) ? 'last-day' : null
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
