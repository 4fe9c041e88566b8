import { randomBytes } from 'node:crypto';
import { processWide } from '#lib/process-wide.ts';
import type { TextCheck } from './text-check.ts';

/** What one reader is to be told of the text they sent, and the text, for the box. */
export type KeptAnswer = { check: TextCheck; typed: string };

/** Answers that wait for their page; each is taken within the same request. */
const waiting = processWide<Map<string, KeptAnswer>>('text-checks', () => new Map());
const most = 50;

/**
 * Keeps an answer for the page that is drawn next, in memory only: a text that somebody sends is written nowhere.
 *
 * @returns the secret under which the page takes it
 */
export function keepAnswer(answer: KeptAnswer): string {
  const id = randomBytes(16).toString('hex');
  waiting.value.set(id, answer);
  for (const oldest of waiting.value.keys()) {
    if (waiting.value.size <= most) break;
    waiting.value.delete(oldest);
  }
  return id;
}

/** Takes an answer away; undefined when there is none. */
export function takeAnswer(id: string): KeptAnswer | undefined {
  const answer = waiting.value.get(id);
  waiting.value.delete(id);
  return answer;
}
