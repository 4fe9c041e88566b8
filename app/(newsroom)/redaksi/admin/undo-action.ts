'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { undoChange } from '#lib/administration/undo.ts';
import { confirmedAction } from '#lib/web/action.ts';

export const undoChangeAction = confirmedAction(administrationInputs.undoChange, undoChange, () => ({
  message: 'Nilai sebelumnya dikembalikan.',
}));
