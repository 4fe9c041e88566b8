import { eq } from 'drizzle-orm';
import { figures, regulations } from '#db/schema/index.ts';
import { csvColumns, csvRowSchemas } from './csv-columns.ts';
import { csvEntries } from './csv-entries.ts';
import { counted, inParts, type Merged, planOf, type Taking } from './merging.ts';

/** Takes regulations; kind, number and year say which. */
export async function mergeRegulations({ tx, portalId, text }: Taking, isWriting: boolean): Promise<Merged> {
  const { entries, issues } = csvEntries(csvRowSchemas.regulations, csvColumns.regulations, text);
  const rows = await tx.select().from(regulations).where(eq(regulations.portalId, portalId));
  const key = ({ kind, number, year }: { kind: string; number: string; year: number }) =>
    `${kind}/${number}/${year}`.toLowerCase();
  const plan = planOf(
    entries,
    rows,
    { ofEntry: key, ofRow: key },
    (row, entry) => row.subject === entry.subject && row.isVerified === entry.isVerified,
  );
  const merged = counted(plan, issues);
  if (!isWriting || merged.issues.length > 0) return merged;
  for (const part of inParts(plan.add)) {
    await tx.insert(regulations).values(part.map((entry) => ({ portalId, ...entry })));
  }
  for (const { row, entry } of plan.change) {
    await tx
      .update(regulations)
      .set({ ...entry, version: row.version + 1 })
      .where(eq(regulations.id, row.id));
  }
  return merged;
}

/** Takes figures; their name says which. */
export async function mergeFigures({ tx, portalId, text }: Taking, isWriting: boolean): Promise<Merged> {
  const { entries, issues } = csvEntries(csvRowSchemas.figures, csvColumns.figures, text);
  const rows = await tx.select().from(figures).where(eq(figures.portalId, portalId));
  const key = ({ label }: { label: string }) => label.toLowerCase();
  const plan = planOf(
    entries,
    rows,
    { ofEntry: key, ofRow: key },
    (row, entry) => row.value === entry.value && row.asOf === entry.asOf && row.source === entry.source,
  );
  const merged = counted(plan, issues);
  if (!isWriting || merged.issues.length > 0) return merged;
  for (const part of inParts(plan.add)) {
    await tx.insert(figures).values(part.map((entry) => ({ portalId, ...entry })));
  }
  for (const { row, entry } of plan.change) {
    await tx
      .update(figures)
      .set({ ...entry, version: row.version + 1 })
      .where(eq(figures.id, row.id));
  }
  return merged;
}
