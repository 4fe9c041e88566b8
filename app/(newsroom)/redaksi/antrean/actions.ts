'use server';

import * as bulkVerbs from '#lib/desk/bulk-verbs.ts';
import { deskInputs } from '#lib/desk/desk-inputs.ts';
import * as savedViews from '#lib/desk/saved-views.ts';
import * as handingOver from '#lib/newsroom/handing-over.ts';
import * as publishing from '#lib/newsroom/publishing.ts';
import { verbAction } from '#lib/web/action.ts';

export const assignMany = verbAction(deskInputs.assign, bulkVerbs.assignMany, (outcomes) => ({ result: outcomes }));
export const setPriorityOfMany = verbAction(deskInputs.setPriority, bulkVerbs.setPriorityOfMany, (outcomes) => ({
  result: outcomes,
}));
export const returnMany = verbAction(deskInputs.return, bulkVerbs.returnMany, (outcomes) => ({ result: outcomes }));

export const claim = verbAction(deskInputs.claim, publishing.claim);
export const handOver = verbAction(deskInputs.handOver, handingOver.handOver);

export const saveView = verbAction(deskInputs.saveView, savedViews.saveView);
export const renameView = verbAction(deskInputs.renameView, savedViews.renameView, () => ({
  message: 'Nama tampilan sudah diganti.',
}));
export const removeView = verbAction(deskInputs.removeView, savedViews.removeView);
export const chooseView = verbAction(deskInputs.chooseView, savedViews.chooseView);
