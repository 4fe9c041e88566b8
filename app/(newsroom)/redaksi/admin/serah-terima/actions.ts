'use server';

import { handoverInputs } from '#lib/handover/handover-input.ts';
import { beginHandover, finishHandover, tickHandover } from '#lib/handover/handovers.ts';
import { settleLine } from '#lib/handover/settle-line.ts';
import { adminHandoverPath } from '#lib/urls.ts';
import { verbAction } from '#lib/web/action.ts';

export const beginHandoverAction = verbAction(handoverInputs.begin, beginHandover, ({ handoverId }) => ({
  goTo: adminHandoverPath(handoverId),
}));
export const settleLineAction = verbAction(handoverInputs.settle, settleLine);
export const tickHandoverAction = verbAction(handoverInputs.tick, tickHandover, () => ({ message: 'Tersimpan.' }));
export const finishHandoverAction = verbAction(handoverInputs.finish, finishHandover);
