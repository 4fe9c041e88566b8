'use server';

import { accountInputs } from '#lib/accounts/account-input.ts';
import { acceptGrant, declineGrant } from '#lib/accounts/roles.ts';
import { confirmedAction, verbAction } from '#lib/web/action.ts';

export const acceptGrantAction = confirmedAction(accountInputs.settleRole, acceptGrant);

export const declineGrantAction = verbAction(accountInputs.settleRole, declineGrant);
