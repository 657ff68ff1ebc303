import type { Named } from './rule.ts'

/** Jaarplan: what a location does every school year, without any dossier. */
export type YearlyItem = Named & Readonly<{ asks: string; owner: string; theme: string }>

/** By the key of a yearly item, `MM-DD`; `startsOn` is for what takes a while. */
export type YearlyDays = Readonly<Record<string, Readonly<{ startsOn: string | null; dueOn: string }>>>
