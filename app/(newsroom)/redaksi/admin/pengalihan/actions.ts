'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { addRedirect, removeRedirect } from '#lib/administration/redirects.ts';
import { verbAction } from '#lib/web/action.ts';

export const addRedirectAction = verbAction(administrationInputs.addRedirect, addRedirect, () => ({
  message: 'Pengalihan ditambahkan.',
}));

export const removeRedirectAction = verbAction(administrationInputs.removeRedirect, removeRedirect, () => ({
  message: 'Pengalihan dihapus.',
}));
