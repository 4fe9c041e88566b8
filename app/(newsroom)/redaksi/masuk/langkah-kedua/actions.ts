'use server';

import { openAction } from '#lib/web/action.ts';
import {
  nothing,
  passkeyForm,
  secondStepForm,
  secondStepOptionsHere,
  takeSecondStepByPasskeyHere,
  takeSecondStepHere,
} from '#lib/web/second-step.ts';

export const takeSecondStepAction = openAction(secondStepForm, takeSecondStepHere);

export const secondStepOptionsAction = openAction(nothing, secondStepOptionsHere);

export const takeSecondStepByPasskeyAction = openAction(passkeyForm, takeSecondStepByPasskeyHere);
