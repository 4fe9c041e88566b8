import type { UserId } from '#lib/ids.ts';
import { processWide } from '#lib/process-wide.ts';
import { uploadLimits } from './table.ts';

const running = processWide('media.uploads', () => new Map<UserId, number>());

/**
 * Lets so many uploads arrive at the same time, and so many of one person, so that a burst
 * of photos neither fills the disk with half files nor shuts out everybody else.
 *
 * @returns a function that ends this turn, or null: ask the sender to come again in some seconds
 */
export function takeUploadTurn(person: UserId): (() => void) | null {
  const mine = running.value.get(person) ?? 0;
  const all = [...running.value.values()].reduce((sum, count) => sum + count, 0);
  if (mine >= uploadLimits.atOncePerPerson || all >= uploadLimits.atOnce) return null;
  running.value.set(person, mine + 1);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    const left = (running.value.get(person) ?? 1) - 1;
    if (left > 0) running.value.set(person, left);
    else running.value.delete(person);
  };
}
