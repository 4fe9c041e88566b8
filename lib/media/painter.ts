/**
 * The process that paints cards. A rendition is bytes that a decoder of strangers' photos wrote,
 * so it is opened as carefully as the photo was: a process of its own, no database, no environment
 * (closed-process.ts starts it). The only SVG that is ever opened is the drawing we made.
 */
import { writeFile } from 'node:fs/promises';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { workOnce } from './closed-work.ts';
import { cutAround } from './cut-around.ts';
import { type PainterAnswer, type PainterTask, painterTask } from './painter-protocol.ts';
import { renditionPixels } from './table.ts';
import type { Pixels } from './upright.ts';

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadSvgBuffer'] });

workOnce(answer);

async function answer(message: unknown): Promise<PainterAnswer> {
  const task = painterTask.parse(message);
  try {
    await writeFile(task.target, await paint(task));
    return { outcome: 'painted' };
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** From the best down. Letters have sharp edges: their colours are kept whole while there is room. */
const steps = [
  { quality: 86, chromaSubsampling: '4:4:4' },
  { quality: 80, chromaSubsampling: '4:4:4' },
  { quality: 74, chromaSubsampling: '4:2:0' },
  { quality: 64, chromaSubsampling: '4:2:0' },
  { quality: 52, chromaSubsampling: '4:2:0' },
  { quality: 40, chromaSubsampling: '4:2:0' },
  { quality: 26, chromaSubsampling: '4:2:0' },
] as const;

async function paint(task: PainterTask): Promise<Buffer> {
  const card = await composed(task);
  for (const step of steps) {
    const bytes = await card
      .clone()
      .jpeg({ ...step, mozjpeg: true })
      .toBuffer();
    if (bytes.length < task.bytes) return bytes;
  }
  throw new Error(`no quality makes the card lighter than ${task.bytes} bytes`);
}

async function composed({ drawing, width, height, photo }: PainterTask): Promise<Sharp> {
  const layers: OverlayOptions[] = [{ input: Buffer.from(drawing), left: 0, top: 0 }];
  if (photo !== null) {
    const { data, ...part } = await cutAround(
      await pixelsOf(photo.source),
      { width, height: photo.height },
      photo.focal,
    );
    layers.unshift({ input: data, raw: { ...part, channels: 3 }, left: 0, top: 0 });
  }
  const { data, info } = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
}

async function pixelsOf(source: string): Promise<Pixels> {
  const { data, info } = await sharp(source, { failOn: 'error', limitInputPixels: renditionPixels * 2 })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
