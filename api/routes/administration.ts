import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { StaffEnv } from '../http/staff.ts'
import { freeDaysRoutes } from './free-days.ts'
import { functionPageRoutes } from './function-page.ts'
import { invitationRoutes } from './invitations.ts'
import { letterRoutes } from './letters.ts'
import { numbersRoutes } from './numbers.ts'
import { schoolYearRoutes } from './school-year.ts'
import { siteSettingsRoutes } from './site-settings.ts'
import { staffListRoutes } from './staff-list.ts'
import { yearPlanRoutes } from './year-plans.ts'

/** What is administered of a school: its pages, sites and people. Behind the same guard as all of /team/. */
export const administrationRoutes = (deps: Deps) =>
  new Hono<StaffEnv>()
    .route('/', functionPageRoutes(deps))
    .route('/', siteSettingsRoutes(deps))
    .route('/', freeDaysRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', staffListRoutes(deps))
    .route('/', schoolYearRoutes(deps))
    .route('/', yearPlanRoutes(deps))
    .route('/', letterRoutes(deps))
    .route('/', numbersRoutes(deps))
