import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { processWide } from '#lib/process-wide.ts';
import type { Outlines } from './lettering.ts';

/** What cards are drawn with: files of this project, read once. */
export type Drawings = {
  bold: Outlines;
  medium: Outlines;
  /** The portal's emblem, as SVG. */
  emblem: string;
  /** The patterns that stand for a photo, as SVG; the first is number 1. */
  patterns: readonly string[];
};

const outlinesFile = z.strictObject({
  unitsPerEm: z.int().positive(),
  space: z.int().positive(),
  glyphs: z.record(z.string(), z.string()),
  kerning: z.record(z.string(), z.int()),
});

const read = processWide<Promise<Drawings> | undefined>('cards.drawings', () => undefined);

export function drawings(): Promise<Drawings> {
  read.value ??= readAll();
  return read.value;
}

async function readAll(): Promise<Drawings> {
  const outlines = async (weight: number) => outlinesFile.parse(JSON.parse(await text(`./outlines-${weight}.json`)));
  const pattern = (number: number) => text(`../../public/motif/sampul-${number}-1.svg`);
  const [bold, medium, emblem, ...patterns] = await Promise.all([
    outlines(700),
    outlines(600),
    text('./lambang.svg'),
    ...[1, 2, 3, 4, 5, 6].map(pattern),
  ]);
  return { bold, medium, emblem, patterns };
}

const text = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
