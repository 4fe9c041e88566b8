'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { undoChange } from '#lib/administration/undo.ts';
import { verbAction } from '#lib/web/action.ts';

export const undoChangeAction = verbAction(administrationInputs.undoChange, undoChange, () => ({
  message: 'Nilai sebelumnya dikembalikan.',
}));
