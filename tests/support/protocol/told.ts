import { isSchoolDay } from '../../../api/domain/calendar.ts'
import { addDays, isoWeekday, type LocalDate } from '../../../api/domain/local-date.ts'
import type { Interpretation } from '../../../api/domain/protocol/interpret.ts'
import type { OpenStep } from '../../../api/domain/protocol/open-steps.ts'
import type { Reminder } from '../../../api/domain/protocol/reminders.ts'
import type { Term } from '../../../api/domain/protocol/rule.ts'
import { nowIn, type World } from './world.ts'

const looksAhead = 12

/**
 * Goes through the school days that follow, on which nobody does anything, and names each term that nears or passes
 * without the reminder it should have. Written apart from the rules: days are counted one by one.
 */
export function reminderFaults(world: World, interpreted: (world: World) => Interpretation = nowIn): readonly string[] {
  const faults: string[] = []
  for (const day of schoolDaysFrom(world, world.day, looksAhead)) {
    const then = { ...world, day, hour: 8 + (isoWeekday(day) % 5) * 2 }
    const now = interpreted(then)
    if (now.state === 'closed') return []
    faults.push(
      ...now.open.flatMap((open) => stepFaults(then, open, now)).map((fault) => `${day}: ${fault}`),
      ...momentFaults(then, now).map((fault) => `${day}: ${fault}`),
    )
  }
  return faults
}

/** Whether it waits, without anybody ever being reminded of it. What is ready to be closed waits for nothing. */
export function isSilent({ protocol, ...world }: World): boolean {
  const { state, open, moments, allowed } = nowIn({ protocol, ...world })
  const solved = protocol.closings.filter(({ kind }) => kind === 'solved').map(({ key }) => key)
  const isReady = allowed.closings.some(({ key, isAllowed }) => solved.includes(key) && isAllowed)
  return state !== 'closed' && !isReady && moments.length === 0 && open.every(({ deadline }) => deadline === null)
}

function stepFaults(world: World, open: OpenStep, { reminders, handler }: Interpretation): readonly string[] {
  const { step, record, since, deadline, people, bringIn } = open
  const place = `${step.key} ${record}`
  if (!deadline) return step.isOptional ? [] : [`${place} has no deadline`]
  const mine = reminders.filter(({ about, record: of }) => 'step' in about && about.step === step.key && of === record)
  const due = dueBy(world, open)
  const wrongDay = due === null || due === deadline.by ? [] : [`${place} is due ${deadline.by} and not ${due}`]
  if (world.day < lastSchoolDayUntil(world, deadline.by))
    return [...wrongDay, ...mine.map(() => `${place} is told too early`)]
  const isLate =
    deadline.by < world.day || (deadline.by === world.day && deadline.hour !== null && world.hour > deadline.hour)
  const first = mine.filter(({ level }) => level === 0)
  const owner = ownerOf(world, step.owner, handler.role)
  const owners = people.filter((holder) => rolesOf(world, holder).includes(owner))
  const expected = people.length === 0 ? (bringIn?.by ?? []) : owners.length > 0 ? owners : people
  const isRight = first.length === 1 && first[0]?.kind === (isLate ? 'late' : 'last-day')
  return [
    ...wrongDay,
    ...(step.recurs && deadline.by < since.day ? [`${place} is due before it began`] : []),
    ...(isRight && isSame(first[0]?.holders ?? [], expected) ? [] : [`${place} is not told to ${expected.join()}`]),
    ...holderFaults(world, mine).map((fault) => `${place} ${fault}`),
    ...lineFaults(
      world,
      owner,
      deadline.by,
      mine.filter(({ level }) => level > 0),
    ).map((fault) => `${place} ${fault}`),
  ]
}

/** The role whose step it is; `opener` for as long as whoever opened it is here. */
function ownerOf({ entries, readers }: World, owner: string, handling: string): string {
  const opener = entries.find(({ kind }) => kind === 'opened')?.by
  const isHere = readers.some(({ holder, isAble }) => isAble && holder === opener)
  return owner === 'handler' || (owner === 'opener' && !isHere) ? handling : owner
}

/** The end of a term that is counted from when the step opened, or was last done; null where something else decides. */
function dueBy(
  world: World,
  { step: { key, term, recurs, countsFrom }, since, settlement }: OpenStep,
): LocalDate | null {
  const isPlanned = world.entries.some(({ kind, code }) => kind === 'planned' && code === key)
  if (!term || countsFrom || term.unit === 'hours' || (recurs && isPlanned)) return null
  const last = settlement?.entry.happenedOn
  return last !== undefined && last >= since.day
    ? counted(world, last, recurs ?? term)
    : counted(world, since.day, term)
}

function counted({ protocol, ...world }: Pick<World, 'protocol' | 'calendar'>, from: LocalDate, { unit, count }: Term) {
  const setting = (key: string) => protocol.settings.find((one) => one.key === key)?.standard ?? 0
  const length = typeof count === 'number' ? count : setting(count.setting)
  if (unit === 'calendarDays' || unit === 'calendarWeeks')
    return addDays(from, unit === 'calendarDays' ? length : length * 7)
  const wanted = unit === 'schoolWeeks' ? length * 5 : length
  let day = from
  for (let left = wanted; left > 0; ) {
    day = addDays(day, 1)
    if (isSchoolDay(day, world.calendar)) left -= 1
  }
  return day
}

/** What is late goes on up the line, a role for each term of escalation that passed. */
function lineFaults(world: World, owner: string, by: LocalDate, further: readonly Reminder[]): readonly string[] {
  const { roles, after } = world.protocol.escalation
  const above = roles.includes(owner) ? roles.slice(roles.indexOf(owner) + 1) : roles.slice(-1)
  const passed: string[] = []
  let end = counted(world, by, after)
  for (const role of above) {
    if (end < world.day) passed.push(role)
    end = counted(world, end, after)
  }
  const told = further.map(({ role }) => role)
  return [
    ...(JSON.stringify(told) === JSON.stringify(passed)
      ? []
      : [`goes on to ${told.join()} and not to ${passed.join()}`]),
    ...further.flatMap(({ role, holders }) => {
      const there = world.readers.filter(({ isAble, roles: held }) => isAble && held.includes(role))
      return there.length === 0 ||
        isSame(
          holders,
          there.map(({ holder }) => holder),
        )
        ? []
        : [`misses a ${role}`]
    }),
  ]
}

function momentFaults(world: World, { reminders }: Interpretation): readonly string[] {
  const ended = new Set(world.entries.map(({ refersTo }) => refersTo))
  return world.entries.flatMap((entry) => {
    const { id, kind, dueOn } = entry
    if ((kind !== 'planned' && kind !== 'agreement') || dueOn === null || ended.has(id)) return []
    if (world.entries.some((one) => isTakenAfter(one, entry) && !ended.has(one.id))) return []
    const mine = reminders.filter(({ about }) => 'entry' in about && about.entry === id)
    const isDue = world.day >= lastSchoolDayUntil(world, dueOn)
    if (mine.length !== (isDue ? 1 : 0)) return [`${kind} of ${dueOn} is told ${mine.length} times`]
    return holderFaults(world, mine)
  })
}

/** The step that it was planned for, on a later day. */
const isTakenAfter = (one: World['entries'][number], { code, record, happenedOn }: World['entries'][number]) =>
  one.kind === 'step-done' && one.code === code && one.record === record && one.happenedOn > happenedOn

/** A reminder that reaches nobody is none. */
const holderFaults = (world: World, reminders: readonly Reminder[]): readonly string[] =>
  reminders.flatMap(({ holders, level }) => {
    const isReached = holders.every((holder) => world.readers.some((one) => one.isAble && one.holder === holder))
    return holders.length > 0 && isReached ? [] : [`reaches nobody at level ${level}`]
  })

const rolesOf = ({ readers }: World, of: string) => readers.find(({ holder }) => holder === of)?.roles ?? []
const isSame = (some: readonly string[], others: readonly string[]) =>
  JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted())

function lastSchoolDayUntil({ calendar }: World, by: LocalDate): LocalDate {
  let day = by
  while (!isSchoolDay(day, calendar)) day = addDays(day, -1)
  return day
}

function schoolDaysFrom({ calendar }: World, from: LocalDate, count: number): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; days.length < count; day = addDays(day, 1)) if (isSchoolDay(day, calendar)) days.push(day)
  return days
}
