import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { log, logBug } from '#lib/log.ts';
import { type PageFacts, readPageFile, sealingKey, writePageFile } from './page-file.ts';
import { type Dated, isFromElsewhere, mayStandIn, type PortalChanges } from './portal-changes.ts';

/** Copies of popular pages on disk, for when neither database nor memory has them. */
export type KeptPages = {
  /** The lowest generation kept of each portal. */
  since(): Map<PortalId, number>;
  /** Writes a copy, soon; a page whose bytes are already kept is not written again. */
  keep(facts: PageFacts, brotli: Buffer): void;
  read(portal: PortalId, address: string): Promise<{ facts: PageFacts; brotli: Buffer } | undefined>;
  /** Deletes one page: there is nothing at its address any more. */
  remove(portal: PortalId, address: string): void;
  /** Deletes what may no longer be shown. */
  prune(portal: PortalId, changes: PortalChanges): void;
  /** Deletes everything of a portal. */
  drop(portal: PortalId): void;
  /** Whether a kept page shows this picture. */
  shows(mediaKey: string): boolean;
  measure(): { pages: number; bytes: number };
  /** Resolves when everything asked for has reached the disk. */
  settled(): Promise<void>;
};

export type KeptPagesOptions = {
  folder: string;
  /** Seals the files. */
  secret: string;
  /** Builds whose style sheets are still there; pages of others are deleted. */
  builds: ReadonlySet<string>;
  /** Bytes at most, and pages at most. */
  limits?: { bytes: number; pages: number };
};

type Kept = Dated & { portalId: PortalId; hash: string; renderedAt: number; bytes: number; media: readonly string[] };

const defaultLimits = { bytes: 64_000_000, pages: 2_000 };

/** Opens the folder of kept pages, and throws out what is damaged or of a lost build. */
export async function openKeptPages(options: KeptPagesOptions): Promise<KeptPages> {
  const { folder, limits = defaultLimits } = options;
  const key = sealingKey(options.secret);
  const index = new Map<string, Kept>();
  let work: Promise<void> = Promise.resolve();
  let bytes = 0;

  /** Disk work goes one after another, so that a deletion never overtakes the writing it follows. */
  function then(what: string, step: () => Promise<void>): void {
    work = work.then(step).catch((error: unknown) => {
      if (errorCode(error) === 'ENOSPC') log('warn', 'kept_pages_full', {});
      else logBug(what, error);
    });
  }

  function enter(name: string, facts: PageFacts, size: number): void {
    forget(name);
    const { portalId, names, generation, hash, renderedAt, media } = facts;
    index.set(name, { portalId, names, generation, hash, renderedAt, media, bytes: size });
    bytes += size;
  }

  function forget(name: string): void {
    const kept = index.get(name);
    if (kept === undefined) return;
    index.delete(name);
    bytes -= kept.bytes;
  }

  function discard(name: string): void {
    if (!index.has(name)) return;
    forget(name);
    then('kept_page_delete', () => rm(join(folder, name), { force: true }));
  }

  function makeRoom(): void {
    while (index.size > limits.pages || bytes > limits.bytes) {
      const [oldest] = [...index].sort(([, a], [, b]) => a.renderedAt - b.renderedAt);
      if (oldest === undefined) return;
      discard(oldest[0]);
    }
  }

  async function load(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) {
      const file = await readIfThere(join(folder, name));
      const page = file && /^[0-9a-f]{64}$/.test(name) ? readPageFile(key, file) : undefined;
      if (file && page && options.builds.has(page.facts.build)) enter(name, page.facts, file.length);
      else await rm(join(folder, name), { force: true });
    }
    makeRoom();
  }

  await load();
  return {
    since() {
      const lowest = new Map<PortalId, number>();
      for (const { portalId, generation } of index.values()) {
        lowest.set(portalId, Math.min(generation, lowest.get(portalId) ?? generation));
      }
      return lowest;
    },
    keep(facts, brotli) {
      const name = nameOf(facts.portalId, facts.address);
      const former = index.get(name);
      if (former?.hash === facts.hash && sameNames(former, facts)) {
        // Still read, so not the next to make room.
        former.renderedAt = facts.renderedAt;
        return;
      }
      const file = writePageFile(key, facts, brotli);
      enter(name, facts, file.length);
      makeRoom();
      then('kept_page_write', async () => {
        // Meanwhile it may have been pruned, or replaced by a newer one.
        if (index.get(name)?.hash === facts.hash) await replaceFile(join(folder, name), file);
      });
    },
    async read(portal, address) {
      await work;
      const name = nameOf(portal, address);
      if (!index.has(name)) return undefined;
      const file = await readIfThere(join(folder, name));
      const page = file && readPageFile(key, file);
      if (page !== undefined) return page;
      if (file !== undefined) log('alarm', 'kept_page_altered', { address: address.split('?', 1)[0] ?? '' });
      discard(name);
      return undefined;
    },
    remove: (portal, address) => discard(nameOf(portal, address)),
    prune(portal, changes) {
      for (const [name, kept] of index) {
        if (kept.portalId === portal && (isFromElsewhere(kept, changes) || !mayStandIn(kept, changes))) discard(name);
      }
    },
    drop(portal) {
      for (const [name, kept] of index) if (kept.portalId === portal) discard(name);
    },
    shows: (mediaKey) => index.values().some((kept) => kept.media.includes(mediaKey)),
    measure: () => ({ pages: index.size, bytes }),
    settled: () => work,
  };
}

function sameNames(kept: Dated, facts: PageFacts): boolean {
  return kept.names.join() === facts.names.join();
}

function nameOf(portal: PortalId, address: string): string {
  return createHash('sha256').update(`${portal} ${address}`).digest('hex');
}

/** The process before us may still be deleting in the same folder while it stops. */
async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, path);
}
