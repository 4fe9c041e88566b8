'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { editPortal } from '#lib/administration/portal-settings.ts';
import { verbAction } from '#lib/web/action.ts';

export const editPortalAction = verbAction(administrationInputs.editPortal, editPortal, () => ({
  message: 'Tersimpan.',
}));
