'use server';

import { addContact, editContact, switchContact } from '#lib/press/press-contacts.ts';
import { pressInputs } from '#lib/press/press-input.ts';
import { verbAction } from '#lib/web/action.ts';

export const addContactAction = verbAction(pressInputs.addContact, addContact, () => ({
  message: 'Wartawan ditambahkan.',
}));
export const editContactAction = verbAction(pressInputs.editContact, editContact, () => ({ message: 'Tersimpan.' }));
export const switchContactAction = verbAction(pressInputs.switchContact, switchContact, (_, { to }) => ({
  message: to === 'on' ? 'Diaktifkan lagi.' : 'Dinonaktifkan. Tautannya tidak berlaku lagi.',
}));
