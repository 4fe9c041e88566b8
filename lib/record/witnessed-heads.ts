import { inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { events } from '#db/schema/index.ts';

/** The head of the audit chain on a day: the number of the last entry and its hash. */
export type ChainHead = { day: string; seq: number; headHash: string };

/**
 * A head as one line that people can read and `readWitnessed` understands, wherever it was kept.
 * Short enough that no mail breaks it.
 */
export const headLine = ({ day, seq, headHash }: ChainHead) => `${day} ${seq}\n${headHash}`;

/** Bytes of a witness's file: a line for each day of many years, and the mails around them. */
export const longestWitness = 20_000_000;

/** A day, the number of an entry, and a hash, with whatever spaces, quotation marks and line breaks between. */
const writtenHead = /\b(20\d\d-\d\d-\d\d)[\s>|;,"']+(\d{1,15})[\s>|;,"']+([0-9a-f]{64})\b/g;

/**
 * The heads that a witness kept, in the order of their numbers: a text file, our mails pasted one after
 * another, quoted or as they were stored, or the lines of the public page.
 */
export function readWitnessed(text: string): ChainHead[] {
  // Stored mails break long lines with “=”.
  const joined = text.replace(/=\r?\n/g, '');
  const found = [...joined.matchAll(writtenHead)].map(([, day = '', seq = '', headHash = '']) => ({
    ...{ day, headHash },
    seq: Number(seq),
  }));
  const once = new Map(found.map((head) => [headLine(head), head]));
  return [...once.values()].sort((one, other) => one.seq - other.seq || one.day.localeCompare(other.day));
}

/** What the log says of a head that somebody kept. */
export type WitnessVerdict = ChainHead & { outcome: 'same' | 'rewritten' | 'missing' };

/**
 * Compares kept heads with the log as it stands. Says nothing of whether the log fits itself:
 * `verifyChain` does, and only both together prove that nothing was changed.
 */
export async function compareWithLog(queryable: Queryable, kept: readonly ChainHead[]): Promise<WitnessVerdict[]> {
  const verdicts: WitnessVerdict[] = [];
  const page = 1_000;
  for (let at = 0; at < kept.length; at += page) {
    const part = kept.slice(at, at + page);
    const rows = await queryable
      .select({ seq: events.seq, hash: events.hash })
      .from(events)
      .where(
        inArray(
          events.seq,
          part.map(({ seq }) => seq),
        ),
      );
    const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
    for (const head of part) {
      const hash = hashes.get(head.seq);
      const outcome = hash === undefined ? 'missing' : hash === head.headHash ? 'same' : 'rewritten';
      verdicts.push({ ...head, outcome });
    }
  }
  return verdicts;
}
