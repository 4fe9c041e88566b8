'use server';

import { restoreInput, restoreRevision } from '#lib/newsroom/restoring.ts';
import { verbAction } from '#lib/web/action.ts';

export const restoreRevisionAction = verbAction(restoreInput, restoreRevision, ({ notes }) => ({
  message: 'Versi dipulihkan. Kata-kata sebelumnya tetap ada di riwayat.',
  result: notes,
}));
