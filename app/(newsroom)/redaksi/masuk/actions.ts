'use server';

import { openAction } from '#lib/web/action.ts';
import { signInForm, signInHere } from '#lib/web/sign-in.ts';

export const signInAction = openAction(signInForm, signInHere);
