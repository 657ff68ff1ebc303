import { z } from 'zod'
import { entryKinds } from '../domain/dossier/entry.ts'
import { reportLimits } from '../domain/report.ts'
import { day, earlierGrants, epoch, grants, holderId, id, sealed, sealedMessage, siteId } from './inputs.ts'

/** What goes in with dossiers. */
export const dossierParam = z.object({ site: siteId, dossier: id })

/** A key of the protocol's definition: never words that somebody typed. */
const code = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9.-]+$/)

/** The last thing in the dossier that the writer had seen. */
const after = z.int().min(0).max(2_147_483_647)
export const under = { epoch, after }

/** The facts as the writer signed them, but for who it is: the session says that. */
const entryFacts = z.strictObject({
  id,
  kind: z.enum(entryKinds),
  code: code.nullable(),
  record: id.nullable(),
  happenedOn: day,
  hour: z.int().min(0).max(23).nullable(),
  recordedOn: day,
  refersTo: id.nullable(),
  dueOn: day.nullable(),
  isOverride: z.boolean(),
})

/** `hasWords`: something was written, such as a reason; nobody here can see it. */
export const writtenEntry = z.strictObject({ entry: entryFacts, sealed, hasWords: z.boolean() })

const cardsOf = z.array(z.strictObject({ holder: holderId, sealed })).max(reportLimits.grants)
const recordKey = z.strictObject({ record: id, sealed })
const mostRecords = 40

export const newDossier = z.strictObject({
  dossier: id,
  protocol: z.strictObject({
    id: code,
    version: z
      .string()
      .min(1)
      .max(20)
      .regex(/^[A-Za-z0-9.-]+$/),
  }),
  reports: z.array(id).max(50),
  earlier: z.array(id).max(50),
  grants,
  records: z.array(recordKey).max(mostRecords),
  entries: z
    .array(writtenEntry)
    .min(1)
    .max(mostRecords + 1),
  cards: z.array(z.strictObject({ record: id, holder: holderId, sealed })).max(mostRecords * 4),
})

export const newEntry = writtenEntry.extend(under)
export const newRecord = writtenEntry.extend({ ...under, record: recordKey.extend({ cards: cardsOf }) })
export const newJoining = writtenEntry.extend({ ...under, to: id })
export const newCards = z.strictObject({ cards: cardsOf.min(1) })

const granted = z.strictObject({
  holder: holderId,
  grants: z.array(z.strictObject({ epoch, sealed })).min(1).max(1_000),
  announcement: sealedMessage,
})
export const newDossierShare = granted.extend(under)
export const newDossierLeave = z.strictObject({
  ...under,
  holder: holderId,
  isInvolved: z.boolean(),
  announcement: sealedMessage,
  share: granted.optional(),
})
export const newDossierEpoch = z.strictObject({
  ...under,
  announcement: sealedMessage,
  grants,
  earlierGrants,
  records: z.array(recordKey).max(mostRecords),
})
