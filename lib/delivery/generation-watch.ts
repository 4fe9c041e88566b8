import { setTimeout as pause } from 'node:timers/promises';
import { type Listener, listen } from '#db/listen.ts';
import { portals } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { log, logBug, reasonOf } from '#lib/log.ts';
import { changesSince, generationChannel } from '#lib/record/generation.ts';
import { newChanges, noteChanges, type PortalChanges, slugsIn } from './portal-changes.ts';

/** What delivery needs to know of a portal. */
export type WatchedPortal = { id: PortalId; hosts: readonly string[] };

/** What this instance knows of the portals and of what changed. */
export type GenerationWatch = {
  /** The first is the default portal. Empty until the database or the memory of an earlier run names one. */
  portals(): readonly WatchedPortal[];
  changesOf(portal: PortalId): PortalChanges | undefined;
  /** Whether the database does not answer: nobody knows whether something changed. */
  isAway(): boolean;
  /** Raised whenever anything changed, and when the database comes or goes. */
  stamp(): number;
  stop(): Promise<void>;
};

export type WatchOptions = {
  databaseUrl: string;
  /** Portals known from an earlier run, for the time until the database answers. */
  remembered: readonly WatchedPortal[];
  /** Generations from which pages are kept: what changed since is caught up with. */
  since: ReadonlyMap<PortalId, number>;
  /** Whether one of these articles is no longer there for readers. */
  anyTakenDown(portal: PortalId, slugs: readonly string[]): Promise<boolean>;
  onPortals(portals: readonly WatchedPortal[]): void;
  /** Names have changed, or the database was reached for the first time; `changes` knows all there is to know. */
  onChange(portal: PortalId, changes: PortalChanges): void;
  /** This portal's past is not what we knew (a restored database): nothing kept of it counts. */
  onReset(portal: PortalId): void;
  onReturn(): void;
};

/** Milliseconds between two looks: an announcement that got lost costs at most this. */
const lookEvery = 1_000;
/** Milliseconds after which a silent database counts as away. */
const answerWithin = 2_000;
/** Milliseconds between two attempts to reach a database that is away. */
const retryEvery = 300;
/** So many changed articles are not asked for one by one. */
const mostAsked = 200;

/**
 * Follows the generations of all portals: hears their announcements, and looks each second
 * besides, on the same connection, so that an announcement that got lost and a connection
 * that went deaf are both noticed. After an absence it reads the names it missed.
 *
 * Resolves after the first look, or when the database turned out to be away.
 */
export async function watchGenerations(options: WatchOptions): Promise<GenerationWatch> {
  const known = new Map<PortalId, PortalChanges>();
  /** Portals that the database has told of since this process began. */
  const seen = new Set<PortalId>();
  let list: readonly WatchedPortal[] = options.remembered;
  let away = true;
  let told = false;
  let stamp = 0;
  let stopping = false;
  let wake: () => void = () => undefined;
  const first = Promise.withResolvers<void>();

  for (const portal of list) known.set(portal.id, newChanges(options.since.get(portal.id) ?? -1));

  async function follow(): Promise<void> {
    while (!stopping) {
      let listener: Listener | undefined;
      try {
        listener = await openInTime(options.databaseUrl, () => wake());
        await lookUntilLost(listener);
      } catch (error) {
        if (!told && !stopping) log('warn', 'database_away', { reason: reasonOf(error) });
        told = true;
      }
      if (!away) stamp += 1;
      away = true;
      first.resolve();
      await listener?.close().catch((error: unknown) => logBug('generation_watch_close', error));
      if (!stopping) await pause(retryEvery, undefined, { ref: false });
    }
  }

  async function lookUntilLost(listener: Listener): Promise<void> {
    let lost = false;
    void listener.lost.then(() => {
      lost = true;
      wake();
    });
    while (!stopping && !lost) {
      const noticed = Promise.withResolvers<void>();
      wake = noticed.resolve;
      await look(listener);
      if (away) {
        away = false;
        stamp += 1;
        if (told) log('info', 'database_back');
        told = false;
        options.onReturn();
      }
      first.resolve();
      const timer = setTimeout(noticed.resolve, lookEvery);
      await noticed.promise;
      clearTimeout(timer);
    }
  }

  async function look({ database }: Listener): Promise<void> {
    const rows = await inTime(
      database
        .select({ id: portals.id, hosts: portals.hosts, generation: portals.generation })
        .from(portals)
        .orderBy(portals.createdAt, portals.id),
    );
    const found = rows.map(({ id, hosts }) => ({ id, hosts }));
    if (JSON.stringify(found) !== JSON.stringify(list)) {
      list = found;
      options.onPortals(found);
    }
    for (const { id, generation } of rows) await catchUp(database, id, generation);
  }

  async function catchUp(database: Listener['database'], id: PortalId, generation: number): Promise<void> {
    const changes = known.get(id);
    const isFirst = !seen.has(id);
    seen.add(id);
    if (changes === undefined || changes.generation < 0) {
      known.set(id, newChanges(generation));
      return;
    }
    if (generation === changes.generation) {
      if (isFirst) options.onChange(id, changes);
      return;
    }
    stamp += 1;
    if (generation < changes.generation) {
      log('alarm', 'generation_went_back', { portalId: id, from: changes.generation, to: generation });
      known.set(id, newChanges(generation));
      options.onReset(id);
      return;
    }
    const missed = await inTime(changesSince(database, id, changes.generation));
    const whole = missed.generation >= generation;
    await note(id, changes, Math.max(generation, missed.generation), whole ? missed.names : [...missed.names, 'site']);
  }

  /** Until it is known whether something was taken down, older lists do not stand in. */
  async function note(id: PortalId, changes: PortalChanges, generation: number, names: string[]): Promise<void> {
    const slugs = slugsIn(names);
    const formerTakedown = changes.takedown;
    noteChanges(changes, generation, names);
    if (slugs.length > 0) changes.takedown = generation;
    options.onChange(id, changes);
    if (slugs.length === 0 || slugs.length > mostAsked) return;
    try {
      if (!(await inTime(options.anyTakenDown(id, slugs)))) changes.takedown = formerTakedown;
    } catch (error) {
      log('warn', 'takedown_unknown', { portalId: id, reason: reasonOf(error) });
    }
    options.onChange(id, changes);
  }

  const followed = follow();
  await first.promise;
  return {
    portals: () => list,
    changesOf: (portal) => known.get(portal),
    isAway: () => away,
    stamp: () => stamp,
    stop: async () => {
      stopping = true;
      wake();
      await followed;
    },
  };
}

async function openInTime(url: string, onNotice: () => void): Promise<Listener> {
  const opening = listen(url, generationChannel, 'ruang-warta-generasi', onNotice);
  try {
    return await inTime(opening);
  } catch (error) {
    // It may still open, long after nobody waits for it.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    throw error;
  }
}

async function inTime<T>(question: PromiseLike<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`No answer within ${answerWithin} ms`)), answerWithin);
  try {
    return await Promise.race([question, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
