import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClosedProgram, runClosed } from './closed-process.ts';
import { type PainterTask, painterAnswer } from './painter-protocol.ts';
import { workFolder } from './renditions.ts';
import { type StorageKey, shareCardKey } from './storage.ts';
import { copyStored, mediaStorage } from './stored-files.ts';
import { card, cardPainting } from './table.ts';

/** A drawing, and the rendition that shows where the drawing is open. */
export type Painting = {
  /** SVG that we made, of the size of a card. */
  svg: string;
  /** The upper part of the card, cut from a stored rendition around a point. */
  photo: { key: StorageKey; height: number; focal: { x: number; y: number } } | null;
};

export type StoredCard = { key: StorageKey; bytes: number };

const painter: ClosedProgram = {
  // By the project's folder: the card of a draft is painted from inside the bundle, which has no such file.
  path: join(process.cwd(), 'lib', 'media', 'painter.ts'),
  milliseconds: cardPainting.milliseconds,
};

/**
 * Paints a share card as a JPEG of at most `card.bytes` and stores it under the hash of its bytes.
 * The same painting gives the same bytes, so a second run stores nothing new.
 *
 * @returns null when the rendition is missing or altered, which an alarm has told
 * @throws when the card could not be painted, so that the job is tried again
 */
export function paintShareCard(painting: Painting): Promise<StoredCard | null> {
  return painted(painting, async (file, bytes) => {
    const key = shareCardKey(createHash('sha256').update(bytes).digest('hex'));
    await mediaStorage().put(key, file);
    return { key, bytes: bytes.length };
  });
}

/** The same card as bytes, kept nowhere: for somebody who wants to see it before publication. */
export function paintCardPreview(painting: Painting): Promise<Buffer | null> {
  return painted(painting, async (_file, bytes) => bytes);
}

async function painted<Result>(
  { svg, photo }: Painting,
  use: (file: string, bytes: Buffer) => Promise<Result>,
): Promise<Result | null> {
  const folder = join(workFolder(), randomBytes(12).toString('hex'));
  await mkdir(folder, { recursive: true });
  try {
    const source = join(folder, 'foto');
    const target = join(folder, 'kartu.jpg');
    if (photo !== null && !(await copyStored(photo.key, source))) return null;
    const task: PainterTask = {
      drawing: svg,
      width: card.width,
      height: card.height,
      photo: photo === null ? null : { source, height: photo.height, focal: photo.focal },
      target,
      bytes: card.bytes,
    };
    const { answer, status, words } = await runClosed(painter, task);
    const ended = painterAnswer.safeParse(answer);
    if (!ended.success) throw new Error(`the painter ended with status ${status}: ${words}`);
    if (ended.data.outcome === 'failed') throw new Error(`a card was not painted: ${ended.data.reason}`);
    // The painter met bytes of a decoder that met a stranger's: a link would make some other file public.
    if (!(await lstat(target)).isFile()) throw new Error('the painter left something that is no file');
    return await use(target, await readFile(target));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
