import type { APIRoute } from 'astro'
import { readSchoolConfig } from '../../db/school-config.ts'
import { themeCss } from '../styles/theme.ts'

/** The school's colours as a file of its own, because the policy allows no style inside a page. */
export const GET: APIRoute = () =>
  new Response(themeCss(readSchoolConfig().theme), { headers: { 'content-type': 'text/css; charset=utf-8' } })
