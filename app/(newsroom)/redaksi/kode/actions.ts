'use server';

import { redeemInput } from '#lib/accounts/codes.ts';
import { openAction } from '#lib/web/action.ts';
import { redeemHere } from '#lib/web/sign-in.ts';

export const redeemAction = openAction(redeemInput, redeemHere);
