import type { Part } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'
import type { Letter } from './letter.ts'
import type { Basis, Condition, Named, Term, TermUnit } from './rule.ts'
import type { YearlyDays, YearlyItem } from './yearly.ts'

export type { Basis, Condition, Term, TermUnit } from './rule.ts'

/** Stand for a role where an owner is named: whoever handles the dossier now, or the person who opened it. */
export const handler = 'handler'
export const opener = 'opener'

/** Stands among circumstances after which a step is asked anew: the dossier was reopened because it happened again. */
export const reopened = 'reopened'

/** Spoor. */
export type ProtocolTrack = Named & Readonly<{ asks: string; isYearly?: true }>
/** Stappenplan. */
export type Plan = Named

export const stepForms = ['talk', 'parents', 'class', 'decision', 'action', 'note'] as const

/** Stap: what somebody has to do once its condition holds. */
export type Step = Named &
  Readonly<{
    plan: string
    track: string | null
    /** What the paper asks, in words of our own: a few plain sentences. */
    asks: string
    /** Left out: the paper's. `school`: the paper promises or needs it, and the school fills it in. */
    basis?: Basis
    form: (typeof stepForms)[number]
    /** Goals of a talk, shown beside the field in which it is written down. */
    prompts?: readonly string[]
    /** A list to go through, for steps that are several acts. */
    actions?: readonly Readonly<{ key: string; title: string }>[]
    /** Keys of roles, parts and others. */
    takesPart: readonly string[]
    /** A role, `handler` or `opener`. */
    owner: string
    /** Roles that may record it as well. */
    mayAlso?: readonly string[]
    /** Taken once for each student with one of these parts. */
    eachOf?: readonly Part[]
    opensWhen: Condition
    /** Only an optional step goes without. */
    term?: Term
    /** Again, this long after the last time, for as long as the condition holds. */
    recurs?: Term
    /** Offered, and nobody is reminded of it. */
    isOptional?: true
    /** Cannot be skipped: where somebody will not or cannot, that is what is written down. */
    isRequired?: true
    /** The student can answer it as well, with the access code of a report. */
    reporterAnswers?: true
    /** Circumstances of which recording one settles the step. */
    decides?: readonly string[]
    /** Handing over to this role settles the step. */
    handsOverTo?: string
    /** What the term is counted from, where that is not what opens the step. */
    countsFrom?: Condition
    /** What was done before the last of these does not count: circumstances, or `reopened`. */
    anewAfter?: readonly string[]
  }>

/** Omstandigheid: something that opens or closes the way to steps and measures. */
export type Circumstance = Named &
  Readonly<{
    /** Roles that may record it, `handler` among them; left out is every reader. */
    by?: readonly string[]
    /** Of one group the latest is in force, for each student apart. */
    group?: string
    /** Recorded for one student with this part; left out for the whole dossier. */
    about?: Part
    /** Over once the dossier is reopened because it happened again. */
    untilReopened?: true
    needsReason?: true
  }>

/** Maatregel, or a way of working that the location may choose. */
export type Measure = Named &
  Readonly<{
    asks: string
    kind: 'option' | 'ladder'
    by: readonly string[]
    /** The part of the student it is for; left out for all together. */
    about?: Part
    requires: Condition
    /** Keys of `statutory`: what the law adds. */
    law?: readonly string[]
  }>

/** Wettelijke grens. `isChecked` says honestly whether somebody read the source; the school checks it in any case. */
export type StatutoryLimit = Readonly<{
  key: string
  title: string
  text: string
  source: string
  isChecked: boolean
  checkedOn: LocalDate | null
}>

/** Overdracht of who handles the dossier. */
export type HandOver = Readonly<{
  to: string
  by: readonly string[]
  section: string
  requires: Condition
  needsReason?: true
}>

/** Sluiten: how a dossier can end. */
export type Closing = Named &
  Readonly<{
    asks: string
    kind: 'solved' | 'not-bullying' | 'duplicate' | 'prank'
    by: readonly string[]
    requires: Condition
    /** No open step may be left, but those that come back and those that are optional. */
    needsAllSettled?: true
    needsReason?: true
    /** The other dossier must be named. */
    needsLink?: true
  }>

/** Heropenen. `sets`: circumstances that hold from then on. */
export type Reopening = Named &
  Readonly<{
    by: readonly string[]
    /** It happened again, so that steps are asked anew; else it was closed by mistake. */
    isRecurrence: boolean
    sets: readonly string[]
  }>

/** A number that the school sets. */
export type Setting = Readonly<{
  key: string
  title: string
  unit: TermUnit
  standard: number
  least: number
  most: number
}>

/** Leerlingvolgsysteem: where the paper wants something of a dossier noted down, so that other staff know. */
export type StudentSystem = Readonly<{ name: string; section: string; asks: string }>

/** A school's protocol as versioned data; docs/protocol.md says how to write one. */
export type Protocol = Readonly<{
  id: string
  version: string
  name: string
  adoptedOn: LocalDate
  /** First day of the month for which the school promised a review. */
  reviewBefore: LocalDate
  /** The sections that anything may name, with their headings in our own words. */
  sections: Readonly<Record<string, string>>
  /** Who does what, by key. `hasAccount`: can read a dossier here. */
  roles: Readonly<Record<string, Readonly<{ label: string; hasAccount: boolean }>>>
  /** Who else takes part in a step: parents, a class, a team. */
  others: Readonly<Record<string, string>>
  parts: Readonly<Record<Part, string>>
  tracks: readonly ProtocolTrack[]
  plans: readonly Plan[]
  waysIn: readonly Named[]
  circumstances: readonly Circumstance[]
  steps: readonly Step[]
  measures: readonly Measure[]
  statutory: readonly StatutoryLimit[]
  /** May record a measure whose precondition lacks, with a reason; null for nobody. */
  overrideBy: string | null
  firstHandler: string
  handOvers: readonly HandOver[]
  /** Whom a late step goes to, one after the other. */
  escalation: Readonly<{ roles: readonly string[]; after: Term }>
  aftercare: Readonly<{
    from: Condition
    /** Dubbele rol: who recorded something of one list may record nothing of another. */
    apart: readonly (readonly string[])[]
    section: string
  }>
  /** When a list is kept of what went round: where it is and when it was gone; never what it shows. */
  materials?: Readonly<{ when: Condition; section: string }>
  closings: readonly Closing[]
  reopenings: readonly Reopening[]
  /** Functions that read every dossier and can find an earlier one. */
  keepers: readonly string[]
  /** Left out: the paper asks for no such note. */
  studentSystem?: StudentSystem
  settings: readonly Setting[]
  /** The hours of a school day within which a term in hours runs. */
  schoolHours: Readonly<{ from: number; until: number }>
  yearlyPlan: readonly YearlyItem[]
  /** Brieven en verslagen that staff make from a dossier. */
  letters: readonly Letter[]
  /** When a site may plan that, where the school has a day in mind. */
  yearlyDays?: YearlyDays
}>
