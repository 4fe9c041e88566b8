'use server';

import { linkHostInputs } from '#lib/newsroom/link-input.ts';
import { decideLinkHost, withdrawLinkHost } from '#lib/newsroom/link-register.ts';
import { verbAction } from '#lib/web/action.ts';

export const decideLinkHostAction = verbAction(linkHostInputs.decide, decideLinkHost, (_, { host, decision }) => ({
  message: decision === 'allowed' ? `Tautan ke ${host} diizinkan.` : `Tautan ke ${host} ditolak.`,
}));

export const withdrawLinkHostAction = verbAction(linkHostInputs.withdraw, withdrawLinkHost, (_, { host }) => ({
  message: `${host} dicabut dari daftar.`,
}));
