'use server';

import { inviteInput, mailInvites, printInvites } from '#lib/accounts/invites.ts';
import { confirmedAction } from '#lib/web/action.ts';

export const printInvitesAction = confirmedAction(inviteInput, printInvites, (slips) => ({ result: slips }));
export const mailInvitesAction = confirmedAction(inviteInput, mailInvites, (count) => ({
  message: `${count} undangan dikirim lewat surel. Kodenya berlaku 24 jam.`,
}));
