import { z } from 'zod';

const share = z.number().min(0).max(1);
const pixels = z.int().positive().max(4_000);

/** What the painter's process is told. Paths are absolute and made by us. */
export const painterTask = z.strictObject({
  /** A drawing of our own as SVG: it lies over the photo. */
  drawing: z.string(),
  width: pixels,
  height: pixels,
  /** A rendition, cut around a point to the card's width and this height, along the upper edge. */
  photo: z
    .strictObject({ source: z.string(), height: pixels, focal: z.strictObject({ x: share, y: share }) })
    .nullable(),
  /** The file that is written. */
  target: z.string(),
  /** The card is lighter than this. */
  bytes: z.int().positive(),
});
export type PainterTask = z.output<typeof painterTask>;

export const painterAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('painted') }),
  z.strictObject({ outcome: z.literal('failed'), reason: z.string() }),
]);
export type PainterAnswer = z.output<typeof painterAnswer>;
