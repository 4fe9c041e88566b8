import '#lib/zod-in-browser.ts';
import { z } from 'zod';
import { jsonIn } from '../json-text.ts';

/**
 * What an open page is told: that something changed, never what. `missed`: it may have overheard
 * something, and looks anew.
 */
export type LiveSignal =
  | { kind: 'articles'; articleIds: readonly string[] }
  | { kind: 'alarms' }
  | { kind: 'news'; unread: number }
  | { kind: 'missed' };

const signal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('articles'), articleIds: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('alarms') }),
  z.strictObject({ kind: z.literal('news'), unread: z.number() }),
  z.strictObject({ kind: z.literal('missed') }),
]);

/** A signal as it came over the wire; undefined for what an older page does not know. */
export function signalIn(text: string): LiveSignal | undefined {
  return signal.safeParse(jsonIn(text)).data;
}

/** The least unread news that is shown as “many”. */
export const manyUnread = 100;

/** The event that tells a page that its session has ended: it asks no more. */
export const endedEvent = 'selesai';
