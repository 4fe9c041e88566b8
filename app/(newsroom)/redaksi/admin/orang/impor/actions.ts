'use server';

import { peopleImportInputs, previewPeople, takePeople } from '#lib/accounts/people-import.ts';
import { confirmedAction, verbAction } from '#lib/web/action.ts';

export const previewPeopleAction = verbAction(peopleImportInputs.preview, previewPeople, (read) => ({ result: read }));
export const takePeopleAction = confirmedAction(peopleImportInputs.take, takePeople, ({ people, roles }) => ({
  message: `${people} orang dan ${roles} peran ditambahkan. Buat undangannya di “Undang orang”.`,
}));
