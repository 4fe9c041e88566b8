'use server';

import { inviteInput, mailInvites, printInvites } from '#lib/accounts/invites.ts';
import { verbAction } from '#lib/web/action.ts';

export const printInvitesAction = verbAction(inviteInput, printInvites, (slips) => ({ result: slips }));
export const mailInvitesAction = verbAction(inviteInput, mailInvites, (count) => ({
  message: `${count} undangan dikirim lewat surel. Kodenya berlaku 24 jam.`,
}));
