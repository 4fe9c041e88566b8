import { z } from 'zod';

/** What the turner's process is told. Paths are absolute and made by us. */
export const turnTask = z.strictObject({
  source: z.string(),
  target: z.string(),
  /** Clockwise. */
  angle: z.literal([90, 270]),
});
export type TurnTask = z.output<typeof turnTask>;

/** What it answers; the size of the picture it wrote. */
export const turnAnswer = z.strictObject({ width: z.int().positive(), height: z.int().positive() });
