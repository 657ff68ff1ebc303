import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { letterTexts } from '../../db/schema/index.ts'

export type LetterKey = Readonly<{ site: string; protocol: string; letter: string }>

/** What the site ever made of its letters; `text` is null where it went back to the standard. */
export const listLetterTexts = (db: Database, site: string) =>
  db
    .select({
      ...{ protocol: letterTexts.protocol, letter: letterTexts.letter },
      ...{ text: letterTexts.text, version: letterTexts.version },
    })
    .from(letterTexts)
    .where(eq(letterTexts.siteId, site))
    .orderBy(asc(letterTexts.protocol), asc(letterTexts.letter))

/**
 * Keeps a text, or null for the standard one.
 *
 * @param version - of the text that was read; 0 where there was none of the site's own yet.
 * @returns false when somebody else changed it meanwhile.
 */
export async function saveLetterText(
  tx: Database,
  { site, protocol, letter }: LetterKey,
  { text, version }: Readonly<{ text: string | null; version: number }>,
): Promise<boolean> {
  const { siteId, protocol: ofProtocol, letter: key, version: stored } = letterTexts
  const saved =
    version === 0
      ? await tx
          .insert(letterTexts)
          .values({ siteId: site, protocol, letter, text })
          .onConflictDoNothing()
          .returning({ version: stored })
      : await tx
          .update(letterTexts)
          .set({ text, version: sql`${stored} + 1` })
          .where(and(eq(siteId, site), eq(ofProtocol, protocol), eq(key, letter), eq(stored, version)))
          .returning({ version: stored })
  return saved.length > 0
}
