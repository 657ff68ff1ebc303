import { z } from 'zod'
import { reportStates } from '../domain/report.ts'
import { receivingFunctions, roles } from '../domain/roles.ts'
import { timelineParts } from '../domain/timeline.ts'

/** What the API answers, for the OpenAPI document. Nothing goes out that is not named here. */
const day = z.string().describe('Calendar day in the Netherlands, YYYY-MM-DD')
const sealed = z.string().describe('Age file for one recipient, base64url')
const holder = z.string()
const certificate = z.string().describe('Canonical JSON and its signature by the site key')
const closure = z.object({ name: z.string(), until: day }).nullable()

export const instanceView = z.object({
  salt: z.string(),
  school: z.object({ slug: z.string(), name: z.string() }),
  today: day,
})

export const sitesView = z.array(
  z.object({ id: z.string(), name: z.string(), region: z.string(), schoolTypes: z.array(z.string()) }),
)

const reader = z.object({ holder, name: z.string() })

export const readersView = z.object({
  siteKey: z.string().nullable(),
  functions: z.array(
    z.object({ role: z.enum(receivingFunctions), certificate, members: z.array(reader), deputies: z.array(reader) }),
  ),
  classGroups: z.array(z.object({ name: z.string(), mentors: z.array(z.object({ holder })) })),
  answerBy: day,
  closed: closure,
})

/** Who is not there today; of people who can be addressed in person only. */
const away = z
  .object({ until: day, deputy: z.object({ holder, certificate }).describe('Who reads for them meanwhile') })
  .nullable()

export const staffSearchView = z.array(reader.extend({ certificate, away }))

export const draftView = z.object({ draft: z.string().describe('Bearer token of the draft') })

export const receiptView = z.object({ receivedOn: day, answerBy: day, closed: closure })

export const sequenceView = z.object({ sequence: z.int() })

const message = z.object({
  sequence: z.int(),
  id: z.uuid(),
  epoch: z.int(),
  isFromReporter: z.boolean(),
  sentOn: day,
  sealed,
})

const staffGrant = z.object({ epoch: z.int(), holder, sealed })

const answerDue = z.object({ by: day, schoolDays: z.int().describe('Left, or late when the day is past') })

const conversationFields = {
  site: z.string(),
  siteName: z.string(),
  report: z.uuid(),
  epoch: z.int(),
  isUrgent: z.boolean(),
  receivedOn: day,
  answerBy: day,
  closed: closure,
  timeline: z.array(z.enum(timelineParts)).describe('What the reporter is shown of how far it is'),
  holidays: z
    .array(z.object({ firstDay: day, lastDay: day, name: z.string() }))
    .describe('Days off that are now or come, for what is planned'),
  siteKey: z.string().nullable(),
  certificates: z.array(certificate),
  readers: z.array(z.object({ holder, epoch: z.int() })),
  functionDeputies: z
    .array(z.object({ role: z.string(), holder, hasBegun: z.boolean() }))
    .describe('Who holds a function for a while, or soon will'),
  isKeyDue: z.boolean().describe('Nothing is taken before a new epoch, for those who are not out'),
  out: z.array(z.string()).describe('Holders who may not get the next key; <function>/<person> only not in person'),
  messages: z.array(message),
  attachments: z.array(z.object({ id: z.uuid(), chunks: z.int() })),
}

export const conversationView = z.object({
  ...conversationFields,
  away: z.array(z.object({ holder, until: day, deputy: holder })).describe('Readers who are not there today'),
  grants: z.array(z.object({ epoch: z.int(), sealed })),
})

export const teamReportView = z.object({
  ...conversationFields,
  state: z.enum(reportStates),
  due: answerDue,
  grants: z.array(staffGrant),
})

export const reportLineView = z.object({
  site: z.string(),
  report: z.uuid(),
  siteKey: z.string().nullable(),
  certificates: z.array(certificate),
  messages: z.array(message).length(1).describe('The report itself'),
  grants: z.array(staffGrant).describe('The keys to that message'),
})

export const workListView = z.object({
  reports: z.array(
    z.object({
      site: z.string(),
      siteName: z.string(),
      report: z.uuid(),
      isUrgent: z.boolean(),
      state: z.enum(reportStates),
      receivedOn: day,
      lastOn: day,
      unread: z.int().describe('Messages of the reporter not opened yet'),
      addressedTo: z.array(holder),
      due: answerDue.nullable().describe('Null when the school wrote after the reporter did'),
    }),
  ),
  next: z.string().nullable().describe('Ask for the next page with ?after='),
  unread: z.int().describe('Reports with something unread, on all pages together'),
})

export const stalledView = z.object({
  stalled: z.array(
    z.object({
      site: z.string(),
      siteName: z.string(),
      holder,
      name: z.string().describe('Of a person; the holder again for a function'),
    }),
  ),
})

export const meView = z.object({
  name: z.string(),
  email: z.string(),
  recipient: z.string(),
  signingKey: z.string(),
  box: sealed,
  sites: z.array(
    z.object({
      site: z.string(),
      siteName: z.string(),
      siteKey: z.string().nullable(),
      roles: z.array(z.enum(roles)),
      holder,
      certificate: certificate.nullable().describe('Null until the site key has signed who this is'),
      neighbours: z.array(z.string()).describe('What the site key says of the keys of other sites'),
      pin: z.string().nullable().describe('The site key this person compared and trusts, as they signed it'),
      functions: z.array(
        z.object({
          role: z.enum(receivingFunctions),
          certificate,
          functionKey: sealed,
          former: z
            .array(z.object({ certificate, functionKey: sealed }))
            .describe('Earlier keys of the function, newest first'),
          evidence: z
            .array(z.string())
            .describe('Where members confirm each other: its certificates and theirs, those in force first'),
        }),
      ),
    }),
  ),
})
