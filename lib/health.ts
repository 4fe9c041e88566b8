import { processWide } from './process-wide.ts';

type Check = () => Promise<boolean>;

const held = processWide<{ check: Check | undefined; isStopping: boolean }>('health', () => ({
  check: undefined,
  isStopping: false,
}));

/** Says how readiness is found out. The program does, once it has started; pages only ask. */
export function decideReadinessBy(check: Check): void {
  held.value.check = check;
  held.value.isStopping = false;
}

/** From now on this process is not ready, whatever the check says: it is about to stop. */
export function stopBeingReady(): void {
  held.value.isStopping = true;
}

/** Whether this process can do its work now: false as well when the question itself fails. */
export async function isReady(): Promise<boolean> {
  if (held.value.isStopping) return false;
  try {
    return (await held.value.check?.()) ?? false;
  } catch {
    // The reason is in the log of whoever failed; the one who asks gets yes or no.
    return false;
  }
}
