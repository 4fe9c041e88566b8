import sharp from 'sharp';
import { answerOnce } from './closed-life.ts';
import { decoderLimits } from './table.ts';

/** The life of a closed process that opens pictures (`answerOnce`), with a sharp that keeps nothing. */
export function workOnce(answer: (message: unknown) => Promise<unknown>): void {
  sharp.concurrency(1);
  // The cache remembers by path; it would also hold what is needed once only.
  sharp.cache(false);
  answerOnce(answer, decoderLimits.memory);
}
