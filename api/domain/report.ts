/** The status a reporter sees (Dutch: ontvangen, gelezen, mee bezig, afgesloten). */
export const reportStates = ['received', 'read', 'inProgress', 'closed'] as const
export type ReportState = (typeof reportStates)[number]

/** Limits of what one report or message may hold. They bound the sealed sizes, which is all the server can check. */
export const reportLimits = {
  storyCharacters: 5_000,
  messageCharacters: 2_000,
  attachments: 5,
  attachmentBytes: 20 * 1024 * 1024,
  /** Sealed chunks of one attachment: 20 MB in pieces of nearly 256 kB, and some room for what each chunk says of itself. */
  attachmentChunks: 84,
  /** Holders one report can be granted to, people left over after "not this person" included. */
  grants: 24,
} as const
