'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { addDayOff, previewDaysOff, removeDayOff, takeDaysOff, takeDecree } from '#lib/administration/days-off.ts';
import { verbAction } from '#lib/web/action.ts';

export const addDayOffAction = verbAction(administrationInputs.addDayOff, addDayOff, () => ({
  message: 'Hari ditambahkan.',
}));

export const removeDayOffAction = verbAction(administrationInputs.removeDayOff, removeDayOff, () => ({
  message: 'Hari dihapus.',
}));

export const takeDecreeAction = verbAction(administrationInputs.takeDecree, takeDecree, ({ added }) => ({
  message: `${added} hari ditambahkan.`,
}));

export const previewDaysOffAction = verbAction(administrationInputs.previewDaysOff, previewDaysOff, (result) => ({
  result,
}));

export const takeDaysOffAction = verbAction(
  administrationInputs.takeDaysOff,
  takeDaysOff,
  ({ added, changed, same }) => ({
    message: `Selesai: ${added} hari baru, ${changed} diubah, ${same} sudah sama.`,
  }),
);
