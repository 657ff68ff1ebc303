import { z } from 'zod'
import { entryKinds } from '../domain/dossier/entry.ts'
import { roles } from '../domain/roles.ts'

/** What goes out about dossiers. Nothing goes out that is not named here. */
const day = z.string().describe('Calendar day in the Netherlands, YYYY-MM-DD')
const sealed = z.string().describe('Age file for one recipient, base64url')
const holder = z.string()
const certificates = z.array(z.string().describe('Canonical JSON and its signature by the site key'))

const entry = z.object({
  id: z.uuid(),
  kind: z.enum(entryKinds),
  code: z.string().nullable().describe('A key of the protocol'),
  record: z.uuid().nullable(),
  happenedOn: day,
  hour: z.int().nullable(),
  recordedOn: day,
  by: holder,
  refersTo: z.uuid().nullable(),
  dueOn: day.nullable(),
  isOverride: z.boolean(),
})
const worker = z
  .object({ holder, name: z.string(), roles: z.array(z.enum(roles)), isAble: z.boolean() })
  .describe('Somebody who can open it, in person or through a function')

const dossierFields = {
  site: z.string(),
  siteName: z.string(),
  dossier: z.uuid(),
  protocol: z.object({ id: z.string(), version: z.string() }),
  epoch: z.int(),
  openedOn: day,
  isOpen: z.boolean(),
  isKeyDue: z.boolean().describe('Nothing is taken before a new epoch, for those who are not out'),
  joinedTo: z.uuid().nullable().describe('The dossier that goes on instead'),
  workers: z.array(worker),
}

/** The school's own numbers, where it chose others than the protocol proposes. */
const terms = z.record(z.string(), z.int())

const calendar = z.array(z.object({ firstDay: day, lastDay: day, name: z.string() }))

export const dossierListView = z.object({
  today: day,
  protocol: z.object({ id: z.string(), version: z.string() }).describe('Under which a dossier is opened now'),
  terms,
  calendars: z.array(z.object({ site: z.string(), days: calendar })),
  dossiers: z.array(
    z.object({
      ...dossierFields,
      entries: z.array(entry).describe('The plain facts'),
      unread: z.int().describe('Entries and announcements not seen yet'),
    }),
  ),
})

/** The periods of the site in months, and how it stands with the erasing of a closed dossier. */
const retention = {
  periods: z.object({ report: z.int(), dossier: z.int(), 'set-aside': z.int() }),
  keeping: z
    .object({
      state: z.enum(['kept', 'waiting', 'toWarn', 'warned', 'unread', 'due']),
      why: z.enum(['open', 'held', 'needed']).optional(),
      endsOn: day.optional(),
      eraseOn: day.optional(),
    })
    .nullable(),
}

const sealedEntry = entry.extend({
  ...{ sequence: z.int(), epoch: z.int() },
  sealed: sealed.nullable().describe('Null once the record it belongs to was erased'),
})
const grant = z.object({ epoch: z.int(), holder, sealed })
const recordKey = z.object({ record: z.uuid(), epoch: z.int(), sealed })

const announcement = z.object({ sequence: z.int(), id: z.uuid(), epoch: z.int(), by: holder, sealed })

export const dossierView = z.object({
  ...dossierFields,
  today: day,
  terms,
  ...retention,
  calendar,
  siteKey: z.string().nullable(),
  certificates,
  readers: z.array(z.object({ holder, epoch: z.int() })),
  out: z.array(z.string()).describe('Holders who may not get the next key; <function>/<person> only not in person'),
  reports: z.array(z.uuid()).describe('The reports it is about; what is in them is not granted along'),
  earlier: z.array(z.uuid()),
  later: z.array(z.uuid()),
  grants: z.array(grant),
  records: z.array(recordKey),
  entries: z.array(sealedEntry),
  announcements: z.array(announcement),
})

export const dossierLineView = z.object({
  site: z.string(),
  dossier: z.uuid(),
  siteKey: z.string().nullable(),
  certificates,
  grants: z.array(grant),
  records: z.array(recordKey),
  entries: z.array(sealedEntry).describe('Only those that say who it is about'),
  announcements: z.array(announcement),
})

export const cardsView = z.object({
  siteKey: z.string().nullable(),
  certificates,
  cards: z.array(z.object({ dossier: z.uuid(), record: z.uuid(), holder, sealed })),
  next: z.string().nullable().describe('Ask for the next page with ?after='),
})

export const dossierOpenedView = z.object({ dossier: z.uuid() })

/** Beside the refusal `entry-refused`: which rule says no, and what would have to be there first. */
export const entryRefusedView = z.object({
  refusal: z.literal('entry-refused'),
  why: z.string(),
  missing: z.array(z.unknown()),
})
