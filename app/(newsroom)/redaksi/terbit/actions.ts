'use server';

import * as bulkVerbs from '#lib/desk/bulk-verbs.ts';
import { deskInputs } from '#lib/desk/desk-inputs.ts';
import { verbAction } from '#lib/web/action.ts';

export const archiveMany = verbAction(deskInputs.archive, bulkVerbs.archiveMany, (outcomes) => ({ result: outcomes }));
export const unarchiveMany = verbAction(deskInputs.unarchive, bulkVerbs.unarchiveMany, (outcomes) => ({
  result: outcomes,
}));
