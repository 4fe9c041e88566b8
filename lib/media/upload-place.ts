import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';

/** Uploads that may go on after a break, wherever their bytes lie until they are taken or swept. */
export type UnfinishedUploads = {
  /** Unlike any other, so that one protocol server is kept for each. */
  place: string;
  /** What the protocol writes to. */
  dataStore: DataStore;
  prepare(): Promise<void>;
  /** Names of those that were begun and not taken. */
  names(): Promise<string[]>;
  /** What has arrived of one, and how much was announced; null when nobody began it. */
  found(id: string): Promise<{ announced: number | undefined; bytes: number; open(): Readable } | null>;
  /** Which asset one became, so that asking twice gives the same answer; null when it was not taken. */
  takenAs(id: string): Promise<string | null>;
  noteTaken(id: string, asset: string): Promise<void>;
  /** Removes the bytes; what was noted of a taken one stays until it is swept. */
  drop(id: string): Promise<void>;
};

/** Bytes the sender announced, as the protocol wrote them down. */
export function announcedIn(description: string): number | undefined {
  const read: unknown = JSON.parse(description);
  if (typeof read !== 'object' || read === null || !('size' in read)) return undefined;
  return typeof read.size === 'number' ? read.size : undefined;
}
