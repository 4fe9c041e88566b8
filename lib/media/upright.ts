import sharp, { type Metadata } from 'sharp';
import { card, printPixels, uploadLimits, widthsFor } from './table.ts';

/** Pixels in memory: RGB, 8 bits, sRGB, no transparency. */
export type Pixels = { data: Buffer; width: number; height: number };

export type Upright = {
  /** The photo, upright, scaled down as far as its renditions allow. */
  pixels: Pixels;
  /** The photo, upright, as large as newspapers get it. */
  printPixels(): Promise<Pixels>;
  /** Size of the original, upright. */
  width: number;
  height: number;
};

export type Refusal = { refused: 'damaged' | 'too_many_pixels' | 'too_narrow' };

/** What shows through where a picture is transparent: paper. */
const paper = '#ffffff';

/**
 * Decodes a whole file, down to the size of the largest rendition, in sRGB and upright. The
 * larger pixels for print are a second reading: a JPEG decodes to a fraction of its size much
 * faster, and so the large ones are in memory only while they are needed.
 */
export async function readUpright(source: string): Promise<Upright | Refusal> {
  // Without a limit here, so that the reason can be told; what decodes has one.
  const header = await sharp(source, { limitInputPixels: false }).metadata();
  if (header.width * header.height > uploadLimits.pixels) return { refused: 'too_many_pixels' };
  if (proportionOf(header) > uploadLimits.proportion) return { refused: 'too_narrow' };

  const turn = turns[(header.orientation ?? 1) - 1] ?? turns[0];
  const isSideways = turn.angle % 180 !== 0;
  const width = isSideways ? header.height : header.width;
  const height = isSideways ? header.width : header.height;
  const scale = Math.min(1, Math.max(Math.max(...widthsFor(width, height)) / width, card.height / height));
  const printScale = Math.min(1, Math.sqrt(printPixels / (width * height)));
  const pixels = await readPixels(source, header, turn, scale);
  return {
    pixels,
    printPixels: async () => (printScale === scale ? pixels : readPixels(source, header, turn, printScale)),
    width,
    height,
  };
}

/**
 * Turning needs all pixels at once, so it comes after scaling: a 100-megapixel photo is
 * never held in memory for it.
 */
async function readPixels(
  source: string,
  header: Pick<Metadata, 'width' | 'height'>,
  turn: Turn,
  scale: number,
): Promise<Pixels> {
  // `error` and not `warning`: cameras write oddities that do no harm, while truncated files fail all the same.
  const whole = sharp(source, { failOn: 'error', limitInputPixels: uploadLimits.pixels, sequentialRead: true });
  const scaled = await whole
    .resize(atLeastOne(header.width * scale), atLeastOne(header.height * scale), { fit: 'fill' })
    .flatten({ background: paper })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { data, info } = await sharp(scaled.data, { raw: scaled.info })
    // sharp mirrors before it rotates, whatever the order of the calls.
    .flop(turn.mirrored)
    .rotate(turn.angle)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

type Turn = { mirrored: boolean; angle: 0 | 90 | 180 | 270 };

/** EXIF orientation 1 to 8: first mirrored left to right, then turned clockwise. */
const turns: readonly [Turn, ...Turn[]] = [
  { mirrored: false, angle: 0 },
  { mirrored: true, angle: 0 },
  { mirrored: false, angle: 180 },
  { mirrored: true, angle: 180 },
  { mirrored: true, angle: 270 },
  { mirrored: false, angle: 90 },
  { mirrored: true, angle: 90 },
  { mirrored: false, angle: 270 },
];

/** Longer side over shorter side. */
export function proportionOf({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height) / Math.min(width, height);
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
