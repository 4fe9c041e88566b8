import { z } from 'zod';
import { type RenditionFormat, type RenditionShape, renditionFormats, renditionShapes } from '../../db/schema/enums.ts';

const pixels = z.int().positive();
const share = z.number().min(0).max(1);

/** What the decoder's process is told. Paths are absolute and made by us. */
export const decoderTask = z.strictObject({
  source: z.string(),
  /** Empty folder for what is derived. */
  folder: z.string(),
  focal: z.strictObject({ x: share, y: share }),
});
export type DecoderTask = z.output<typeof decoderTask>;

const derivedPicture = z.strictObject({
  shape: z.enum(renditionShapes),
  format: z.enum(renditionFormats),
  width: pixels,
  height: pixels,
});
export type DerivedPicture = z.output<typeof derivedPicture>;

export const decodedPhoto = z.strictObject({
  outcome: z.literal('done'),
  /** Of the original, turned upright. */
  width: pixels,
  height: pixels,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  placeholder: z.string().regex(/^data:image\/webp;base64,[A-Za-z0-9+/=]{1,4000}$/),
  pictures: z.array(derivedPicture).min(1).max(40),
});
export type DecodedPhoto = z.output<typeof decodedPhoto>;

/**
 * What it answers. The process reads files of strangers, so its answer is parsed like
 * any other input, and names of files are not part of it.
 */
export const decoderAnswer = z.discriminatedUnion('outcome', [
  decodedPhoto,
  z.strictObject({ outcome: z.literal('refused'), reason: z.enum(['damaged', 'too_many_pixels', 'too_narrow']) }),
]);
export type DecoderAnswer = z.output<typeof decoderAnswer>;

/** Exit status of a process that ended itself because it took too much memory. */
export const tooHeavyStatus = 70;

/** The file in the task's folder that holds a derived picture. */
export function pictureFile(picture: { shape: RenditionShape; format: RenditionFormat; width: number }): string {
  return `${picture.shape}-${picture.width}.${picture.format}`;
}
