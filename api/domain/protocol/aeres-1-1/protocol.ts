import type { Protocol } from '../definition.ts'
import { aftercareSteps } from './aftercare-steps.ts'
import { circumstances } from './circumstances.ts'
import { closings, handOvers, reopenings } from './closings.ts'
import { isCalm, isDigital } from './conditions.ts'
import { coordinatorSteps } from './coordinator-steps.ts'
import { digitalSteps } from './digital-steps.ts'
import { digitalTalkSteps } from './digital-talk-steps.ts'
import { letters } from './letters.ts'
import { measures } from './measures.ts'
import { mentorSteps } from './mentor-steps.ts'
import { others, parts, roles } from './people.ts'
import { recurrenceSteps } from './recurrence-steps.ts'
import { sections } from './sections.ts'
import { own, settings } from './settings.ts'
import { statutory } from './statutory.ts'
import { teamLeaderSteps } from './team-leader-steps.ts'
import { trackSteps } from './track-steps.ts'
import { plans, tracks, waysIn } from './tracks.ts'
import { yearlyDays } from './yearly-days.ts'
import { yearlyPlan } from './yearly-plan.ts'

/** The anti-bullying protocol of Aeres VMBO, version 1.1 of 19 January 2023, in words of our own. */
export const aeres11 = {
  id: 'aeres-vmbo',
  version: '1.1',
  name: 'Anti-pestprotocol Aeres VMBO',
  adoptedOn: '2023-01-19',
  reviewBefore: '2026-01-01',
  ...{
    sections,
    roles,
    others,
    parts,
    tracks,
    plans,
    waysIn,
    circumstances,
    measures,
    statutory,
    settings,
    yearlyPlan,
    yearlyDays,
    letters,
  },
  steps: [
    ...mentorSteps,
    ...trackSteps,
    ...teamLeaderSteps,
    ...coordinatorSteps,
    ...digitalSteps,
    ...digitalTalkSteps,
    ...recurrenceSteps,
    ...aftercareSteps,
  ],
  overrideBy: 'director',
  firstHandler: 'mentor',
  ...{ handOvers, closings, reopenings },
  escalation: { roles: ['mentor', 'teamLeader', 'bullyingCoordinator'], after: own('escalate') },
  aftercare: {
    from: isCalm,
    section: '2.4',
    apart: [
      ['n-check-in-target', 'n-check-in-initiator', 'n-signal'],
      ['n-contact-target', 'n-contact-parents', 'n-view-target', 'n-view-parents', 'solved'],
    ],
  },
  materials: { when: isDigital, section: '2.6' },
  keepers: ['bullyingCoordinator'],
  studentSystem: {
    ...{ name: 'Eduarte', section: '2.2' },
    asks: 'Schrijf bij de notities van de leerling welk gedrag er was en welke afspraken er zijn. Dan weten collega’s ervan.',
  },
  schoolHours: { from: 8, until: 17 },
} as const satisfies Protocol
