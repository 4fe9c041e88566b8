'use server';

import { openAction } from '#lib/web/action.ts';
import { nothing, passkeyForm, signInByPasskeyHere, signInOptionsHere } from '#lib/web/second-step.ts';
import { signInForm, signInHere } from '#lib/web/sign-in.ts';

export const signInAction = openAction(signInForm, signInHere);

export const signInOptionsAction = openAction(nothing, signInOptionsHere);

export const signInByPasskeyAction = openAction(passkeyForm, signInByPasskeyHere);
