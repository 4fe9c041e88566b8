import type { Sql } from 'postgres';
import { keyOfAsset } from '#lib/media/removal.ts';
import { isStorageKey, type StorageKey } from '#lib/media/storage.ts';

/** A stored file that rows name. */
export type NamedFile = {
  key: StorageKey;
  bytes: number;
  /** The row says that the photo failed or was removed: then its file may be gone. */
  mayBeAbsent: boolean;
};

/** Rows read at a time. */
const batch = 2_000;

/** Every stored file that the rows of this snapshot name, in no particular order. A file may come twice. */
export async function* namedFiles(sql: Sql): AsyncGenerator<NamedFile> {
  const [there] = await sql`
    select to_regclass('public.assets') is not null as assets, to_regclass('public.renditions') is not null as renditions,
      to_regclass('public.share_cards') is not null as cards`;
  if (there?.assets === true) {
    const originals = sql`
      select hash, media_type as "mediaType", max(bytes)::int as bytes, bool_and(state = 'failed') as failed
      from assets group by hash, media_type`.cursor(batch);
    for await (const rows of originals) {
      for (const { hash, mediaType, bytes, failed } of rows) {
        const key = keyOfAsset({ hash, mediaType });
        if (key !== undefined) yield { key, bytes, mayBeAbsent: failed === true };
      }
    }
  }
  if (there?.renditions === true) yield* keysOf(sql`select key, bytes from renditions`.cursor(batch));
  if (there?.cards === true) yield* keysOf(sql`select key, bytes from share_cards`.cursor(batch));
}

async function* keysOf(pages: AsyncIterable<readonly Record<string, unknown>[]>): AsyncGenerator<NamedFile> {
  for await (const rows of pages) {
    for (const { key, bytes } of rows) {
      if (typeof key === 'string' && isStorageKey(key)) yield { key, bytes: Number(bytes), mayBeAbsent: false };
    }
  }
}

/** A named file as one line of a list. */
export function lineOf({ key, bytes, mayBeAbsent }: NamedFile): string {
  return `${key} ${bytes}${mayBeAbsent ? ' ?' : ''}\n`;
}

/** The file that a line names; undefined when it is none of ours. */
export function fileInLine(line: string): NamedFile | undefined {
  const [key = '', bytes = '', mark] = line.split(' ');
  return isStorageKey(key) ? { key, bytes: Number(bytes), mayBeAbsent: mark === '?' } : undefined;
}
