import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway, transaction } from '#db/client.ts';
import { log, logBug } from '#lib/log.ts';
import { raiseAlarm, settleAlarm } from '#lib/record/alarms.ts';
import {
  type BuildDifference,
  differencesFrom,
  differencesInWords,
  type FileHashes,
  hashProgram,
  manifestFile,
  type ProgramHashes,
} from './build-manifest.ts';
import { packageWatch } from './package-hashes.ts';

/** Milliseconds between two looks at the program's own files. */
const lookEvery = 3_600_000;
/** Milliseconds after the start for the first look at the packages: their bytes are too many to wait for before it. */
const firstLook = 60_000;
/** So that an alarm whose database was away is not an hour late. */
const tryAgain = 60_000;

/**
 * Looks every hour whether this machine's program files are still those that it started with. It does not go
 * through the queue of jobs, which runs a task on one machine: each has files of its own.
 *
 * @param known the list as read at the start; whoever replaces the file later gains nothing
 */
export function watchBuild(root: string, known: ProgramHashes): { stop(): Promise<void> } {
  const { promise: asked, resolve: ask } = Promise.withResolvers<true>();
  const ended = watch(root, known, asked);
  return {
    stop: () => {
      ask(true);
      return ended;
    },
  };
}

async function watch(root: string, { files, packages }: ProgramHashes, asked: Promise<true>): Promise<void> {
  const installed = packageWatch(root, packages);
  let next = Object.keys(packages).length > 0 ? firstLook : lookEvery;
  while (!(await Promise.race([asked, pause(next, false, { ref: false })]))) {
    try {
      await checkBuild(root, files, await installed.look());
      next = lookEvery;
    } catch (error) {
      if (!isDatabaseAway(error)) logBug('build_check', error);
      next = tryAgain;
    }
  }
}

/**
 * Compares the program's files with the list once; raises an alarm that names what differs, or ends the one of
 * an earlier look when all is as it was.
 *
 * @param ofPackages what differs in the installed packages
 * @returns how many files and packages differ
 */
export async function checkBuild(
  root: string,
  known: FileHashes,
  ofPackages: readonly BuildDifference[] = [],
): Promise<number> {
  const differences = [...differencesFrom(known, await hashProgram(root)), ...ofPackages];
  const about = { kind: 'build_changed', subject: `build:${hostname()}` } as const;
  if (differences.length === 0) {
    await transaction((tx) => settleAlarm(tx, about, null));
    return 0;
  }
  log('alarm', 'build_changed', { count: differences.length, first: differences[0]?.path ?? null });
  await transaction((tx) =>
    raiseAlarm(tx, {
      ...{ ...about, portalId: null, detail: { files: differences.slice(0, 50) } },
      text: `Berkas program di mesin ${hostname()} tidak lagi sama dengan saat disusun: ${differencesInWords(differences)}. Bila bukan Anda yang memperbarui, ikuti “Saat terjadi insiden” di docs/operasi.md; bila Anda, jalankan npm run build lalu mulai ulang. Daftarnya ada di ${manifestFile}.`,
    }),
  );
  return differences.length;
}
