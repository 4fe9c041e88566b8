import { processWide } from './process-wide.ts';

type Check = () => Promise<boolean>;

const held = processWide<{ check: Check | undefined }>('health', () => ({ check: undefined }));

/** Says how readiness is found out. The program does, once it has started; pages only ask. */
export function decideReadinessBy(check: Check): void {
  held.value.check = check;
}

/** Whether this process can do its work now: false as well when the question itself fails. */
export async function isReady(): Promise<boolean> {
  try {
    return (await held.value.check?.()) ?? false;
  } catch {
    // The reason is in the log of whoever failed; the one who asks gets yes or no.
    return false;
  }
}
