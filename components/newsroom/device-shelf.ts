import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What every row says of itself; the rest is read with care, since an older page may have written it. */
type Row = { key: string; userId: string };

/** Everything the newsroom keeps in this browser's own store, each row under the account it belongs to. */
export interface Shelf extends DBSchema {
  drafts: { key: string; value: Row; indexes: { userId: string } };
  last: { key: string; value: Row; indexes: { userId: string } };
  photos: { key: string; value: Row; indexes: { userId: string } };
  /** The bytes apart: what is known of a photo changes with every paragraph above it. */
  photoFiles: { key: string; value: Blob };
  seen: { key: string; value: Row; indexes: { userId: string } };
}

const newIn = { 1: ['drafts'], 2: ['last'], 3: ['photos', 'seen'] } as const;

/** One connection, which opens at first use and stays open, since a page that closes has no time to open it. */
export function deviceShelf(): () => Promise<IDBPDatabase<Shelf>> {
  let opening: Promise<IDBPDatabase<Shelf>> | undefined;
  return () => {
    opening ??= openDB<Shelf>('ruang-warta', 3, {
      upgrade(database, from) {
        for (const [version, names] of Object.entries(newIn)) {
          if (from >= Number(version)) continue;
          for (const name of names)
            database.createObjectStore(name, { keyPath: 'key' }).createIndex('userId', 'userId');
        }
        if (from < 3) database.createObjectStore('photoFiles');
      },
      // A newer page in another tab changes the store: this one opens it anew when it needs it.
      blocking(_from, _to, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        opening = undefined;
      },
      terminated() {
        opening = undefined;
      },
    });
    return opening;
  };
}
