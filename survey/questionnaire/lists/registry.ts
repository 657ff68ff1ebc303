import { checkQuestionnaire } from '../check/check-questionnaire.ts'
import type { Questionnaire } from '../definition.ts'
import { parents } from './parents.ts'
import { staff } from './staff.ts'
import { students } from './students.ts'
import { studentsShort } from './students-short.ts'

/** The lists a round can begin with. A round keeps its own copy, so that a list here may change between two rounds. */
export const questionnaires: readonly Questionnaire[] = loaded([studentsShort, students, parents, staff])

export const findQuestionnaire = (key: string): Questionnaire | null =>
  questionnaires.find((questionnaire) => questionnaire.key === key) ?? null

/** Stops whatever starts with a list that cannot be filled in. */
export function loaded(lists: readonly Questionnaire[]): readonly Questionnaire[] {
  const problems = [
    ...lists.flatMap(checkQuestionnaire),
    ...lists
      .filter(({ key }, at) => lists.findIndex((list) => list.key === key) !== at)
      .map(({ key }) => `${key}: twice`),
  ]
  if (problems.length > 0) throw new Error(`the questionnaires cannot be used:\n${problems.join('\n')}`)
  return lists
}
