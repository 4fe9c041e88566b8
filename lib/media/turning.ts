import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { and, eq, ne } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { type ClosedProgram, runClosed } from './closed-process.ts';
import { askForRenditions } from './rendition-job.ts';
import { workFolder } from './renditions.ts';
import { originalKey } from './storage.ts';
import { copyStored, mediaStorage } from './stored-files.ts';
import { acceptedMediaTypes, decoderLimits } from './table.ts';
import type { Direction, Turn } from './turn-job.ts';
import { type TurnTask, turnAnswer } from './turner-protocol.ts';

const program: ClosedProgram = {
  path: fileURLToPath(new URL('./turner.ts', import.meta.url)),
  milliseconds: decoderLimits.milliseconds,
};

/**
 * The job: a photo of its own, turned by a quarter, with all that is known of the one it comes from.
 * The bytes of a photo never change, since signatures cover them; whoever wants the turned one puts
 * it in the place of the other. Runs twice without harm.
 */
export async function makeTurnedCopy({ assetId, direction, by }: Turn): Promise<void> {
  const [from] = await database().select().from(assets).where(eq(assets.id, assetId));
  const mediaType = acceptedMediaTypes.find((accepted) => accepted === from?.mediaType);
  if (from === undefined || mediaType === undefined || from.state === 'failed') return;
  const folder = join(workFolder(), randomBytes(12).toString('hex'));
  await mkdir(folder, { recursive: true });
  try {
    const source = join(folder, 'original');
    if (!(await copyStored(originalKey(from.hash, mediaType), source))) return;
    const target = join(folder, 'turned.jpg');
    const size = await turn({ source, target, angle: direction === 'right' ? 90 : 270 });
    if (size === undefined) return;
    const file = await lstat(target);
    if (!file.isFile()) throw new Error('the turner left something that is no file');
    const hash = await hashOfFile(target);
    await mediaStorage().put(originalKey(hash, 'image/jpeg'), target);
    await keepCopy(from, { ...size, hash, bytes: file.size, ...turnedFocal(from, direction) }, by);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function turn(task: TurnTask): Promise<{ width: number; height: number } | undefined> {
  const { answer, status, words } = await runClosed(program, task);
  const parsed = turnAnswer.safeParse(answer);
  if (!parsed.success) log('warn', 'photo_not_turned', { status, words });
  return parsed.data;
}

function turnedFocal({ focalX, focalY }: { focalX: number; focalY: number }, direction: Direction) {
  return direction === 'right' ? { focalX: 1 - focalY, focalY: focalX } : { focalX: focalY, focalY: 1 - focalX };
}

type Turned = { width: number; height: number; hash: string; bytes: number; focalX: number; focalY: number };

async function keepCopy(from: typeof assets.$inferSelect, turned: Turned, by: UserId): Promise<void> {
  await transaction(async (tx) => {
    const [known] = await tx
      .select({ id: assets.id })
      .from(assets)
      .where(and(eq(assets.derivedFrom, from.id), eq(assets.hash, turned.hash), ne(assets.state, 'failed')))
      .limit(1);
    if (known !== undefined) return askForRenditions(tx, known.id);
    const { portalId, agencyId, fileName, caption, alt, credit, terms, takenOn, takenAt } = from;
    const { origin, showsChild, hasConsent, rightsUntil, sharedAt, id } = from;
    const at = now();
    const [row] = await tx
      .insert(assets)
      .values({
        ...{ portalId, agencyId, fileName, caption, alt, credit, terms, takenOn, takenAt },
        ...{ origin, showsChild, hasConsent, rightsUntil, sharedAt },
        ...turned,
        uploadedBy: by,
        uploadedAt: at,
        keptAt: at,
        mediaType: 'image/jpeg',
        derivedFrom: id,
      })
      .returning({ id: assets.id });
    if (row !== undefined) await askForRenditions(tx, row.id);
  });
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
