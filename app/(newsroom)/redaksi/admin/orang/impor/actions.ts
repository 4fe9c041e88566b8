'use server';

import { peopleImportInputs, previewPeople, takePeople } from '#lib/accounts/people-import.ts';
import { verbAction } from '#lib/web/action.ts';

export const previewPeopleAction = verbAction(peopleImportInputs.preview, previewPeople, (read) => ({ result: read }));
export const takePeopleAction = verbAction(peopleImportInputs.take, takePeople, ({ people, roles }) => ({
  message: `${people} orang dan ${roles} peran ditambahkan. Buat undangannya di “Undang orang”.`,
}));
