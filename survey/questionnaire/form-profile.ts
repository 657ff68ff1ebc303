import { type BullyingForm, bullyingForms, type Item, type Questionnaire } from './definition.ts'
import { itemsOf, optionsOf } from './items.ts'
import { countYes, type YesCount } from './score.ts'
import type { Sheet } from './sheet.ts'

/**
 * How often each form of bullying is told of, for the forms that the questionnaire asks about. A form is asked with an item
 * of its own, or is an option of a list. Each has the number it was asked of beside it: a list that only some get has
 * another base than an item for all, and the two are never added up.
 */
export function formProfile(
  questionnaire: Questionnaire,
  sheets: readonly Sheet[],
): readonly (YesCount & Readonly<{ form: BullyingForm; item: string; isOfAll: boolean }>)[] {
  return bullyingForms.flatMap((form) =>
    itemsOf(questionnaire).flatMap((item) => {
      const counted = asForm(item, form)
      if (counted === null) return []
      return { form, item: item.key, isOfAll: item.askedWhen === undefined, ...countYes(counted, sheets) }
    }),
  )
}

/** The item with "yes" as: this form was told of. */
function asForm(item: Item, form: BullyingForm): Item | null {
  if (item.form === form) return item
  const yes = optionsOf(item).flatMap((option) => (option.form === form ? [option.key] : []))
  return yes.length === 0 ? null : { ...item, yes }
}
