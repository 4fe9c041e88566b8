import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';

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

interface Shelf extends DBSchema {
  drafts: { key: string; value: KeptDraft; indexes: { userId: string } };
}

/** This browser's store. Every call rejects where the browser has none, or has no room left. */
export type DeviceStore = ReturnType<typeof deviceStore>;

/** The store through one connection, which opens at first use and stays open, since a page that closes has no time to open it. */
export function deviceStore() {
  let opening: Promise<IDBPDatabase<Shelf>> | undefined;
  const open = () => {
    opening ??= openDB<Shelf>('ruang-warta', 1, {
      upgrade(database) {
        database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('userId', 'userId');
      },
      terminated() {
        opening = undefined;
      },
    });
    return opening;
  };
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
