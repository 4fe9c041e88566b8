'use server';

import { accountInputs } from '#lib/accounts/account-input.ts';
import { createSection, editSection, moveSection } from '#lib/accounts/sections.ts';
import { verbAction } from '#lib/web/action.ts';

export const createSectionAction = verbAction(accountInputs.createSection, createSection, () => ({
  message: 'Kanal ditambahkan.',
}));

export const editSectionAction = verbAction(accountInputs.editSection, editSection, () => ({ message: 'Tersimpan.' }));

export const moveSectionAction = verbAction(accountInputs.moveSection, moveSection);
