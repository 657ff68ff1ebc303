import type { Item, Option, Questionnaire, Section } from './definition.ts'
import type { Wording } from './wording.ts'

/** An item as it comes onto the screen: with what stands above it, and the item whose answer brings it there. */
export type ItemInPlace = Readonly<{ item: Item; lead: Wording | null; parent: ItemInPlace | null }>

export const itemsOf = ({ sections }: Questionnaire): readonly Item[] => sections.flatMap(({ items }) => items)

export const optionsOf = (item: Item): readonly Option[] => (item.kind === 'one' ? item.scale.options : item.options)

/** The item with this key in its place, or null. What is asked after itself is in no place; the check refuses that. */
export function inPlace({ sections }: Questionnaire, key: string): ItemInPlace | null {
  const find = (wanted: string, seen: readonly string[]): ItemInPlace | null => {
    const section = sections.find(({ items }) => items.some((item) => item.key === wanted))
    const item = section?.items.find((one) => one.key === wanted)
    if (section === undefined || item === undefined || seen.includes(wanted)) return null
    return placed(item, section, item.askedWhen ? find(item.askedWhen.item, [...seen, wanted]) : null)
  }
  return find(key, [])
}

const placed = (item: Item, section: Section, parent: ItemInPlace | null): ItemInPlace => ({
  item,
  lead: section.lead ?? null,
  parent,
})
