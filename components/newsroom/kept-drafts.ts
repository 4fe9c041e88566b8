import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { deviceShelf } from './device-shelf.ts';

/**
 * The browser's own store of words the server has not confirmed. Kept per account: a
 * person who signs in on a shared computer never meets the words of another.
 */

const attempt = z.object({ saveId: z.string(), baseVersion: z.int(), change: z.int(), words: z.unknown() });

const keptDraft = z.object({
  /** Account, edition and tab: two tabs never write over each other's words. */
  key: z.string(),
  userId: z.string(),
  editionId: z.string(),
  articleId: z.string(),
  title: z.string(),
  words: z.unknown(),
  base: z.int(),
  attempt: attempt.nullable(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type KeptDraft = z.output<typeof keptDraft>;

const lastWords = z.object({
  /** Account and edition. */
  key: z.string(),
  userId: z.string(),
  editionId: z.string(),
  articleId: z.string(),
  title: z.string(),
  words: z.unknown(),
  /** The version the server has with these words. */
  version: z.int(),
  savedAt: z.string().nullable(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
/** What the server had last of an edition that was written here: what a page opened without a network goes on from. */
export type LastWords = z.output<typeof lastWords>;

/** Editions whose last words are remembered for an account. */
const mostRemembered = 30;

/** This browser's store. Every call rejects where the browser has none, or has no room left. */
export type DeviceStore = ReturnType<typeof deviceStore>;

/** The words of the store through one connection. */
export function deviceStore() {
  const open = deviceShelf();
  return {
    async keep(draft: KeptDraft): Promise<void> {
      const transaction = (await open()).transaction('drafts', 'readwrite');
      const put = transaction.store.put(draft);
      // A page that is closing will not be there to let the transaction commit by itself.
      transaction.commit();
      await Promise.all([put, transaction.done]);
    },
    async forget(key: string): Promise<void> {
      await (await open()).delete('drafts', key);
    },
    /** Remembers what the server has of an edition, in place of what it had before. */
    async remember(last: Omit<LastWords, 'key'>): Promise<void> {
      const database = await open();
      await database.put('last', { ...last, key: lastKey(last.userId, last.editionId) });
      const all = await this.lastOf(last.userId);
      for (const { key } of all.slice(mostRemembered)) await database.delete('last', key);
    },
    /** What the server had last of the editions an account wrote here, newest first. */
    async lastOf(userId: string): Promise<LastWords[]> {
      const rows = await (await open()).getAllFromIndex('last', 'userId', userId);
      return rows.flatMap((row) => lastWords.safeParse(row).data ?? []).sort((one, other) => other.at - one.at);
    },
    async lastWords(userId: string, editionId: string): Promise<LastWords | undefined> {
      return lastWords.safeParse(await (await open()).get('last', lastKey(userId, editionId))).data;
    },
    /** Forgets what the server has anyway. */
    async forgetLast(userId: string): Promise<void> {
      const database = await open();
      for (const key of await database.getAllKeysFromIndex('last', 'userId', userId))
        await database.delete('last', key);
    },
    /** Everything this device keeps for an account, newest first. */
    async allOf(userId: string): Promise<KeptDraft[]> {
      const rows = await (await open()).getAllFromIndex('drafts', 'userId', userId);
      return rows.flatMap((row) => keptDraft.safeParse(row).data ?? []).sort((one, other) => other.at - one.at);
    },
    /** The same without what another open tab is still writing. */
    async draftsOf(userId: string, editionId?: string): Promise<KeptDraft[]> {
      const inUse = await openTabs();
      const isMeant = (draft: KeptDraft) => editionId === undefined || draft.editionId === editionId;
      return (await this.allOf(userId)).filter((draft) => !inUse.has(draft.key) && isMeant(draft));
    },
  };
}

export const draftKey = (userId: string, editionId: string, tab: string) => `${userId}/${editionId}/${tab}`;

const lastKey = (userId: string, editionId: string) => `${userId}/${editionId}`;

const lockName = (key: string) => `ruang-warta/${key}`;

/** Marks a key as being written by this tab until the tab closes or `release` is called. */
export function holdDraft(key: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Locks need a safe origin (https or this machine); without them a second tab merely meets the conflict screen.
  if ('locks' in navigator) void navigator.locks.request(lockName(key), () => promise);
  return resolve;
}

async function openTabs(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith('ruang-warta/') ? [name.slice('ruang-warta/'.length)] : [])),
  );
}
