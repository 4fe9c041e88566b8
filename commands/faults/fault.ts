import type { Stage } from './stage.ts';

/** What came of one fault: what was measured while the promise held, or the program that was not there to bring it about. */
export type FaultResult = { held: string } | { notRun: string };

/**
 * One accident, brought about on the real built application. It throws when the promise does not hold.
 * After it the oracle looks at what the accident left behind (see oracle.ts).
 */
export type Fault = {
  /** As in docs/keandalan.md: `F1` to `F28`, `C1` and on for backups, `S1` and on for storms. */
  number: string;
  /** In Indonesian, for the table. */
  name: string;
  promise: string;
  run(stage: Stage): Promise<FaultResult>;
};

/** @throws Error, in words for the table, when the promise is broken */
export function promise(holds: boolean, broken: string): void {
  if (!holds) throw new Error(broken);
}
