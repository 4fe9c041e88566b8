'use server';

import { sessionAction } from '#lib/web/action.ts';
import {
  confirmByPasskeyHere,
  confirmForm,
  confirmHere,
  confirmOptionsHere,
  nothing,
  passkeyForm,
} from '#lib/web/second-step.ts';

export const confirmAction = sessionAction(confirmForm, confirmHere);

export const confirmOptionsAction = sessionAction(nothing, confirmOptionsHere);

export const confirmByPasskeyAction = sessionAction(passkeyForm, confirmByPasskeyHere);
