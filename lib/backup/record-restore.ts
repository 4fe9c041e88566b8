import { basename } from 'node:path';
import { transaction } from '#db/client.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { Soundness } from './soundness.ts';

/**
 * Enters into the audit log of what was restored that it was: from which backup, how old that is, and up to which
 * entry the log came with it. What was recorded between that moment and now is no longer there, and here it says so.
 *
 * @param takenAt the moment whose state the backup holds
 */
export function recordRestore(archive: string, takenAt: string, found: Soundness): Promise<void> {
  const { events, headHash, problems } = found;
  return transaction((tx) =>
    recordEvent(tx, {
      ...{ portalId: null, actorId: null, actorRole: null, verb: 'restore_site' },
      detail: { backup: basename(archive), takenAt, events, headHash, problems: problems.length },
    }),
  );
}
