import { logBug } from '#lib/log.ts';
import { sweepOwnFolders } from './sweep.ts';

/** Milliseconds between two looks. */
const lookEvery = 60 * 60 * 1000;

/**
 * Looks at the start and each hour for what crashes left on this machine. The hourly job does it where it runs;
 * a process that only serves may be on another machine.
 */
export function keepOwnFoldersSwept(): { stop(): void } {
  const look = () => void sweepOwnFolders().catch((error: unknown) => logBug('own_folders_sweep', error));
  look();
  const timer = setInterval(look, lookEvery);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
