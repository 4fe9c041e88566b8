'use server';

import { accountInputs } from '#lib/accounts/account-input.ts';
import { createAgency, editAgency } from '#lib/accounts/agencies.ts';
import { adminAgenciesPath } from '#lib/urls.ts';
import { verbAction } from '#lib/web/action.ts';

export const createAgencyAction = verbAction(accountInputs.createAgency, createAgency, () => ({
  goTo: adminAgenciesPath,
}));

export const editAgencyAction = verbAction(accountInputs.editAgency, editAgency, () => ({ message: 'Tersimpan.' }));
