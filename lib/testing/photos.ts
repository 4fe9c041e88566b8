import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll } from 'vitest';
import { useConfig } from '#lib/config.ts';
import { aConfiguration } from './configuration.ts';

/**
 * Gives a test file its own folders for uploads and photos, removed after its last test.
 * Call it once, at the top of the file.
 */
export function testMediaFolders(): { dataDir(): string; mediaDir(): string } {
  let dataDir = '';
  let putBack: () => void = () => undefined;
  const mediaDir = () => join(dataDir, 'media');
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ruang-warta-foto-'));
    putBack = useConfig(aConfiguration({ dataDir, mediaDir: mediaDir() }));
  });
  afterAll(async () => {
    putBack();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { dataDir: () => dataDir, mediaDir };
}

/** A picture that compresses like a photo, not like a plain surface. */
export async function aPhoto(width = 640, height = 480): Promise<Sharp> {
  const grain = sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 0, sigma: 12 } },
  });
  const sky = await sharp(gradient, { raw: { width: 2, height: 2, channels: 3 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .png()
    .toBuffer();
  const pixels = await grain
    .composite([{ input: sky, blend: 'add' }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const gradient = Buffer.from([20, 60, 120, 90, 60, 30, 10, 90, 40, 140, 120, 20]);

/** Colours of the four corners of `corners`, upright: top left, top right, bottom left, bottom right. */
export const cornerColours = [
  [220, 20, 20],
  [20, 180, 20],
  [20, 20, 220],
  [230, 230, 230],
] as const;

/** Size of the upright picture of `corners`. */
export const cornersSize = { width: 480, height: 320 };

/**
 * A picture with a colour in each corner, its pixels stored the way a camera held at this
 * EXIF orientation stores them. After the definition of the tag: where the stored row and
 * column 0 lie in the picture that a person sees.
 */
export function corners(orientation: number): Sharp {
  const { width: w, height: h } = cornersSize;
  const isSideways = orientation >= 5;
  const rows = isSideways ? w : h;
  const columns = isSideways ? h : w;
  const seenAt = seenAtFor(orientation, w, h);
  const data = Buffer.alloc(w * h * 3);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [y, x] = seenAt(row, column);
      const corner = cornerColours[(y < h / 2 ? 0 : 2) + (x < w / 2 ? 0 : 1)] ?? [0, 0, 0];
      data.set(corner, (row * columns + column) * 3);
    }
  }
  return sharp(data, { raw: { width: columns, height: rows, channels: 3 } }).withMetadata({ orientation });
}

function seenAtFor(orientation: number, w: number, h: number): (row: number, column: number) => [number, number] {
  switch (orientation) {
    case 2:
      return (r, c) => [r, w - 1 - c];
    case 3:
      return (r, c) => [h - 1 - r, w - 1 - c];
    case 4:
      return (r, c) => [h - 1 - r, c];
    case 5:
      return (r, c) => [c, r];
    case 6:
      return (r, c) => [c, w - 1 - r];
    case 7:
      return (r, c) => [h - 1 - c, w - 1 - r];
    case 8:
      return (r, c) => [h - 1 - c, r];
    default:
      return (r, c) => [r, c];
  }
}

/** The colour of one pixel, 0 to 255 each. Coordinates are shares of width and height. */
export async function colourAt(picture: Buffer | string, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

/** A PNG of a few hundred bytes whose header claims any size. */
export function pngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The beginning of a file as an iPhone writes it unless told otherwise. */
export function heicHead(): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0);
  box.write('ftypheic', 4, 'latin1');
  box.write('mif1heic', 16, 'latin1');
  return Buffer.concat([box, Buffer.alloc(2_000, 1)]);
}

export const svgWithScript =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><script>alert(1)</script></svg>';
