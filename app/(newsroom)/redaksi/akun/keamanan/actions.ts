'use server';

import { removeFactorInput } from '#lib/accounts/factor-changes.ts';
import { addPasskeyInput } from '#lib/accounts/passkeys.ts';
import { addTotpInput } from '#lib/accounts/totp.ts';
import { sessionAction } from '#lib/web/action.ts';
import {
  addPasskeyHere,
  addTotpHere,
  makeRecoveryCodesHere,
  newPasskeyOptionsHere,
  nothing,
  removeFactorHere,
} from '#lib/web/second-step.ts';

export const addTotpAction = sessionAction(addTotpInput, addTotpHere);

export const newPasskeyOptionsAction = sessionAction(nothing, newPasskeyOptionsHere);

export const addPasskeyAction = sessionAction(addPasskeyInput, addPasskeyHere);

export const removeFactorAction = sessionAction(removeFactorInput, removeFactorHere);

export const makeRecoveryCodesAction = sessionAction(nothing, makeRecoveryCodesHere);
