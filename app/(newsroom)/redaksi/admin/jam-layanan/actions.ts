'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { setWeek } from '#lib/administration/portal-settings.ts';
import { verbAction } from '#lib/web/action.ts';

export const setWeekAction = verbAction(administrationInputs.setWeek, setWeek, () => ({
  message: 'Tersimpan. Target naskah yang terbuka dihitung ulang.',
}));
