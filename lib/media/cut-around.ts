import sharp from 'sharp';
import type { Pixels } from './upright.ts';

/**
 * The largest part of a picture in the shape asked for, around a point as far as the edges allow,
 * scaled to exactly that size.
 *
 * @param part in pixels
 * @param focal shares of width and height, 0 to 1
 */
export async function cutAround(
  pixels: Pixels,
  part: { width: number; height: number },
  focal: { x: number; y: number },
): Promise<Pixels> {
  const scale = Math.max(part.width / pixels.width, part.height / pixels.height);
  const width = Math.max(part.width, Math.round(pixels.width * scale));
  const height = Math.max(part.height, Math.round(pixels.height * scale));
  const data = await sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .extract({
      left: within(focal.x * width - part.width / 2, width - part.width),
      top: within(focal.y * height - part.height / 2, height - part.height),
      ...part,
    })
    .raw()
    .toBuffer();
  return { data, ...part };
}

function within(wanted: number, most: number): number {
  return Math.round(Math.min(Math.max(wanted, 0), most));
}
