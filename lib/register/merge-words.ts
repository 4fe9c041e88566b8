import { eq } from 'drizzle-orm';
import { houseNames, plainWords } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { csvColumns, csvRowSchemas } from './csv-columns.ts';
import { csvEntries } from './csv-entries.ts';
import { counted, inParts, type Merged, planOf, type Taking } from './merging.ts';

/** Takes names and words of the house. They count at once: an editor brings them. */
export async function mergeNames({ tx, actor, portalId, text }: Taking, isWriting: boolean): Promise<Merged> {
  const { entries, issues } = csvEntries(csvRowSchemas.names, csvColumns.names, text);
  const rows = await tx.select().from(houseNames).where(eq(houseNames.portalId, portalId));
  const key = ({ word }: { word: string }) => word;
  const plan = planOf(entries, rows, { ofEntry: key, ofRow: key }, (row) => row.state === 'approved');
  const merged = counted(plan, issues);
  if (!isWriting || merged.issues.length > 0) return merged;
  const decision = { state: 'approved', decidedBy: actor.userId, decidedAt: now() } as const;
  for (const part of inParts(plan.add)) {
    const proposal = { portalId, proposedBy: actor.userId, proposedAt: decision.decidedAt };
    await tx.insert(houseNames).values(part.map(({ word }) => ({ ...proposal, ...decision, word })));
  }
  for (const { row } of plan.change) await tx.update(houseNames).set(decision).where(eq(houseNames.id, row.id));
  return merged;
}

/** Takes expressions that can be said more plainly. */
export async function mergePlainWords({ tx, portalId, text }: Taking, isWriting: boolean): Promise<Merged> {
  const { entries, issues } = csvEntries(csvRowSchemas.plain_words, csvColumns.plain_words, text);
  const rows = await tx.select().from(plainWords).where(eq(plainWords.portalId, portalId));
  const key = ({ expression }: { expression: string }) => expression.toLowerCase();
  const plan = planOf(
    entries,
    rows,
    { ofEntry: key, ofRow: key },
    (row, entry) => row.plain === entry.plain && row.note === entry.note,
  );
  const merged = counted(plan, issues);
  if (!isWriting || merged.issues.length > 0) return merged;
  for (const part of inParts(plan.add)) {
    await tx.insert(plainWords).values(part.map((entry) => ({ portalId, ...entry })));
  }
  for (const { row, entry } of plan.change) {
    await tx
      .update(plainWords)
      .set({ ...entry, version: row.version + 1 })
      .where(eq(plainWords.id, row.id));
  }
  return merged;
}
