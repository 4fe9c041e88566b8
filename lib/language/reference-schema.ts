import { z } from 'zod';
import '../zod-in-browser.ts';
import type { Reference } from './reference.ts';

const day = z.iso.date();

/** A reference on its way to a browser: everything but the dictionary, which is asked word by word. */
export const referenceSchema: z.ZodType<Omit<Reference, 'dictionary'>> = z.object({
  today: day,
  people: z.array(
    z.object({
      name: z.string(),
      posts: z.array(
        z.object({
          title: z.string(),
          agency: z.string(),
          isActing: z.boolean(),
          from: day.nullable(),
          until: day.nullable(),
        }),
      ),
    }),
  ),
  agencies: z.array(z.object({ name: z.string(), shortName: z.string() })),
  regulations: z.array(
    z.object({ kind: z.string(), number: z.string(), year: z.int(), subject: z.string(), isVerified: z.boolean() }),
  ),
  figures: z.array(z.object({ label: z.string(), value: z.string(), asOf: day.nullable(), source: z.string() })),
  places: z.array(z.string()),
  houseNames: z.array(z.string()),
  plainWords: z.array(z.object({ expression: z.string(), plain: z.string(), note: z.string() })),
});
