import type { YearlyDays } from '../yearly.ts'

/** When a site may plan what the protocol wants each year. The paper names no days: these are a start that it moves. */
export const yearlyDays: YearlyDays = {
  'y-names-in-guide': { startsOn: null, dueOn: '10-01' },
  'y-staff-informed': { startsOn: null, dueOn: '10-01' },
  'y-students-rules': { startsOn: null, dueOn: '10-01' },
  'y-students-where': { startsOn: null, dueOn: '10-01' },
  'y-staff-step-plan': { startsOn: null, dueOn: '11-01' },
  'y-staff-signals': { startsOn: null, dueOn: '11-15' },
  'y-parent-evening': { startsOn: null, dueOn: '11-30' },
  'y-student-reviews': { startsOn: '10-15', dueOn: '03-31' },
  'y-event': { startsOn: '04-01', dueOn: '04-15' },
  'y-survey': { startsOn: '03-01', dueOn: '04-15' },
  'y-lessons': { startsOn: '09-15', dueOn: '06-15' },
  'y-diversity': { startsOn: '09-15', dueOn: '06-15' },
  'y-improvements': { startsOn: null, dueOn: '06-15' },
}
