import { isDatabaseAway } from '#db/client.ts';
import { now } from '#lib/clock.ts';
import { logBug } from '#lib/log.ts';
import { boundedMap } from './bounded-map.ts';
import { type Finished, finishedBytes } from './finished-page.ts';
import type { GenerationWatch } from './generation-watch.ts';
import { fileHeaders, immutable, type Surroundings } from './headers.ts';
import type { KeptPages } from './kept-pages.ts';

export type MediaFiles = {
  /** @param key what follows `/media/` in the address */
  get(key: string): Promise<Finished | 'unknown' | 'unavailable'>;
};

/** Where pictures come from (lib/media). */
export type MediaSource = {
  /** Whether readers may have this rendition now. */
  isPublic(key: string): Promise<boolean>;
  /** Its whole bytes, compared with their hash; null when missing or altered. */
  read(key: string): Promise<Buffer | null>;
};

export type MediaOptions = {
  source: MediaSource;
  watch: () => Pick<GenerationWatch, 'isAway' | 'stamp'>;
  kept: Pick<KeptPages, 'shows'>;
  around: Surroundings;
};

/** Bytes of pictures in memory. */
const room = 48_000_000;
/** Milliseconds for which a permission counts when nothing was announced. */
const permissionHolds = 60_000;

const mediaTypes = new Map([
  ['avif', 'image/avif'],
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
]);

const keyShape = /^r\/[0-9a-f]{2}\/[0-9a-f]{64}\.(avif|webp|jpg|png|gif)$/;

/**
 * Serves renditions of public photos. Their bytes never change, so they are kept; whether
 * readers may have them is asked again after every change, since a photo can be withdrawn.
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

  return {
    async get(key) {
      const ending = keyShape.exec(key)?.[1];
      const contentType = mediaTypes.get(ending ?? '');
      if (contentType === undefined) return 'unknown';
      const allowed = await isAllowed(key);
      if (allowed === undefined) return 'unavailable';
      if (!allowed) return 'unknown';
      const held = bytes.get(key);
      if (held !== undefined) return held;
      const read = await source.read(key);
      if (read === null) return 'unknown';
      const finished = finishedBytes(read, { status: 200, contentType, headers: fileHeaders(around, immutable) });
      bytes.set(key, finished);
      return finished;
    },
  };
}
