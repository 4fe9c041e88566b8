import { type Check, createChecker } from '#lib/language/check.ts';
import type { Manuscript } from '#lib/language/manuscript.ts';
import { emptyReference, type Reference } from '#lib/language/reference.ts';

/** What the worker is told. */
export type CheckRequest =
  /** What texts are compared with; words looked up before still count. */
  | { kind: 'reference'; reference: Reference }
  /** What the dictionary says of words it was asked for. */
  | { kind: 'dictionary'; answers: Reference['dictionary'] }
  | { kind: 'check'; number: number; manuscript: Manuscript };

/** What it answers to `check`. */
export type CheckAnswer = Check & { number: number };

/** The checks of one open article, wherever they run: in a worker, or in the page where there are none. */
export function createCheckDesk() {
  const check = createChecker();
  // Until the register has come, the day is that of this device.
  let reference = emptyReference(new Date().toLocaleDateString('sv'));
  return (request: CheckRequest): CheckAnswer | undefined => {
    switch (request.kind) {
      case 'reference':
        reference = { ...request.reference, dictionary: reference.dictionary };
        return undefined;
      case 'dictionary':
        reference = { ...reference, dictionary: new Map([...reference.dictionary, ...request.answers]) };
        return undefined;
      case 'check': {
        const { number, manuscript } = request;
        return { number, ...check(manuscript, reference) };
      }
    }
  };
}
