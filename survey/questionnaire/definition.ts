import type { Language, Wording } from './wording.ts'

/** Leerlingen, ouders en personeel. */
export const audiences = ['student', 'parent', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** Beleving, aantasting, welbevinden: what the law asks a school to look at, in its order. */
export const scoredDomains = ['experience', 'harm', 'wellbeing'] as const
export type ScoredDomain = (typeof scoredDomains)[number]

/** With aanpak (what the school and the people around did) and what a school adds itself: these are never in a score. */
export const domains = [...scoredDomains, 'approach', 'own'] as const
export type Domain = (typeof domains)[number]

/** Which end of its scale is the good one. A score is turned, so that high is safe in every domain. */
export const directions = ['more-is-safer', 'less-is-safer'] as const
export type Direction = (typeof directions)[number]

/** The seven forms of bullying that the reports of this program have too. */
export const bullyingForms = [
  'verbal',
  'online',
  'physical',
  'stalking',
  'exclusion',
  'vandalism',
  'extortion',
] as const
export type BullyingForm = (typeof bullyingForms)[number]

/** The time an item is about. Fixed lengths only: "since summer" is longer in March than in November. */
export const referencePeriods = ['last-two-weeks', 'last-two-months', 'last-year'] as const
export type ReferencePeriod = (typeof referencePeriods)[number]

export type Option = Readonly<{
  key: string
  label: Wording
  /** Its place on an ordered scale; null is beside the scale ("weet ik niet"), and always so where nothing is ordered. */
  value: number | null
  /** In a list to choose from: the form of bullying that whoever chooses it tells of. */
  form?: BullyingForm
  /** In a list to choose from: goes with no other ("niemand"). */
  isAlone?: true
}>

/** Schaal. It stands inside the item and not beside it, so that a kept questionnaire keeps its words. */
export type Scale = Readonly<{ key: string; isOrdered: boolean; options: readonly Option[] }>

/** Only whoever gave one of these answers is asked. */
export type Condition = Readonly<{ item: string; oneOf: readonly string[] }>

type Asked = Readonly<{
  key: string
  domain: Domain
  question: Wording
  hint?: Wording
  /** null is about how things are, not about what happened. */
  period: ReferencePeriod | null
  /** The answers that count as "yes" where the item is one figure: its cut-off. */
  yes: readonly string[]
  form?: BullyingForm
  askedWhen?: Condition
}>

/** One answer on a scale. */
export type ScaleItem = Asked & Readonly<{ kind: 'one'; scale: Scale; direction: Direction | null }>

/** Any number of answers from a list. */
export type ListItem = Asked & Readonly<{ kind: 'many'; options: readonly Option[] }>

/** Stelling of vraag. There is none with free text: what somebody writes is a comment, which goes elsewhere. */
export type Item = ScaleItem | ListItem

/** Items that belong together; what introduces them stands above each. */
export type Section = Readonly<{ key: string; lead?: Wording; items: readonly Item[] }>

/** Who reads it, which decides how short its sentences are and how long it takes. */
export const readingLevels = ['praktijkonderwijs', 'vmbo', 'adult'] as const
export type ReadingLevel = (typeof readingLevels)[number]

/** Vragenlijst. Every question can be skipped; that is no option of an item but always there. */
export type Questionnaire = Readonly<{
  key: string
  audience: Audience
  level: ReadingLevel
  title: Wording
  /** Each wording is there in all of these. */
  languages: readonly Language[]
  sections: readonly Section[]
}>
