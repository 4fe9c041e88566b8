import { isDatabaseAway } from '#db/client.ts';
import { now } from '#lib/clock.ts';
import { logBug } from '#lib/log.ts';
import { isStorageAway } from '#lib/media/object-store.ts';
import { boundedMap } from './bounded-map.ts';
import { type Finished, finishedBytes } from './finished-page.ts';
import type { GenerationWatch } from './generation-watch.ts';
import { fileHeaders, immutable, type Surroundings } from './headers.ts';
import type { KeptPages } from './kept-pages.ts';
import { type StreamedFile, streamedFile, toSave } from './streamed-file.ts';

export type MediaFiles = {
  /** @param key what follows `/media/` in the address */
  get(key: string): Promise<Finished | StreamedFile | 'unknown' | 'unavailable'>;
};

/** Where pictures and documents come from (lib/media). */
export type MediaSource = {
  /** Whether readers may have this file now. */
  isPublic(key: string): Promise<boolean>;
  /** How many bytes it has; null when it is missing. */
  bytesOf(key: string): Promise<number | null>;
  /** Its whole bytes, compared with their hash; null when missing or altered. */
  read(key: string): Promise<Buffer | null>;
  /** The same for a large file, piece by piece. */
  stream(key: string): Promise<{ bytes: number; open: StreamedFile['open'] } | null>;
};

export type MediaOptions = {
  source: MediaSource;
  watch: () => Pick<GenerationWatch, 'isAway' | 'stamp'>;
  kept: Pick<KeptPages, 'shows'>;
  around: Surroundings;
};

/** Bytes of pictures in memory. */
const room = 48_000_000;
/** What has more bytes is never in memory: a few readers on slow lines would fill it. */
const largestInMemory = 1_500_000;
/** Milliseconds for which a permission counts when nothing was announced. */
const permissionHolds = 60_000;

const mediaTypes = new Map([
  ['avif', 'image/avif'],
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['pdf', 'application/pdf'],
]);

/** Renditions, share cards, documents; never originals. */
const keyShape =
  /^(?:r\/[0-9a-f]{2}\/[0-9a-f]{64}\.(avif|webp|jpg|png|gif)|c\/[0-9a-f]{2}\/[0-9a-f]{64}\.(jpg)|d\/[0-9a-f]{2}\/[0-9a-f]{64}\.(pdf))$/;

/**
 * Serves renditions of public photos, share cards and public documents. Their bytes never change,
 * so pictures are kept; whether readers may have them is asked again after every change, since a
 * photo can be withdrawn. Documents and large pictures are sent from the storage, piece by piece.
 * A document is a download and never a page of ours, whatever a program would make of it.
 * While the database is away, what was allowed before, or is on a kept page, stays allowed.
 */
export function mediaFiles({ source, watch, kept, around }: MediaOptions): MediaFiles {
  const bytes = boundedMap<Finished>(room, (finished) => finished.weight);
  const permissions = boundedMap<{ allowed: boolean; stamp: number; until: number }>(20_000);

  async function isAllowed(key: string): Promise<boolean | undefined> {
    const former = permissions.get(key);
    const formerly = former?.allowed ?? (kept.shows(key) || undefined);
    if (watch().isAway()) return formerly;
    const stamp = watch().stamp();
    const at = now().getTime();
    if (former !== undefined && former.stamp === stamp && former.until > at) return former.allowed;
    try {
      const allowed = await source.isPublic(key);
      permissions.set(key, { allowed, stamp, until: at + permissionHolds });
      return allowed;
    } catch (error) {
      // It went away a moment ago; the watch will say so.
      if (!isDatabaseAway(error)) logBug('media_permission', error);
      return formerly;
    }
  }

  async function load(key: string, contentType: string): Promise<Finished | StreamedFile | 'unknown'> {
    const isDocument = key.startsWith('d/');
    const headers = [...fileHeaders(around, immutable), ...(isDocument ? toSave(hashIn(key)) : [])];
    const size = await source.bytesOf(key);
    if (size !== null && (isDocument || size > largestInMemory)) {
      const file = await source.stream(key);
      return file === null ? 'unknown' : streamedFile({ ...file, hash: hashIn(key), contentType, headers });
    }
    const read = await source.read(key);
    if (read === null) return 'unknown';
    const finished = finishedBytes(read, { status: 200, contentType, headers });
    bytes.set(key, finished);
    return finished;
  }

  return {
    async get(key) {
      const [, rendition, card, document] = keyShape.exec(key) ?? [];
      const contentType = mediaTypes.get(rendition ?? card ?? document ?? '');
      if (contentType === undefined) return 'unknown';
      const allowed = await isAllowed(key);
      if (allowed === undefined) return 'unavailable';
      if (!allowed) return 'unknown';
      try {
        return bytes.get(key) ?? (await load(key, contentType));
      } catch (error) {
        // Already in the log, once; the reader may come again.
        if (isStorageAway(error)) return 'unavailable';
        throw error;
      }
    },
  };
}

const hashIn = (key: string) => key.slice(5, 5 + 64);
