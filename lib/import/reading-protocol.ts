import { z } from 'zod';
import { importLimits } from './limits.ts';
import { isRefusal } from './refusals.ts';

/** What the reading process is told. Paths are absolute and made by us. */
export const readingTask = z.strictObject({
  source: z.string(),
  /** Empty folder for the pictures. */
  folder: z.string(),
});
export type ReadingTask = z.output<typeof readingTask>;

const readBlock = z.union([
  z.strictObject({ picture: z.int().min(0).max(importLimits.pictures), alt: z.string().max(400) }),
  // A block of the body: judged by the same rules as what people type, in the process that asked.
  z.strictObject({ block: z.unknown() }),
]);

/** What it answers. It reads files of strangers, so its answer is parsed like any other input. */
export const readingAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('read'),
    blocks: z.array(readBlock).max(importLimits.blocks),
    pictures: z.int().min(0).max(importLimits.pictures),
    tables: z.array(z.strictObject({ rows: z.int(), columns: z.int() })).max(1_000),
    dropped: z.array(z.string().max(200)).max(20),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    reason: z
      .string()
      .refine(isRefusal)
      .transform((code) => (isRefusal(code) ? code : 'damaged')),
  }),
]);
export type ReadingAnswer = z.input<typeof readingAnswer>;

/** The file in the task's folder that holds a picture. */
export const pictureFile = (index: number) => `gambar-${index}`;
