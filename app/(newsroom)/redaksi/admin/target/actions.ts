'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { followOtherKinds, setEscalation, setTargets } from '#lib/administration/portal-settings.ts';
import { verbAction } from '#lib/web/action.ts';

const recounted = () => ({ message: 'Tersimpan. Target naskah yang terbuka dihitung ulang.' });

export const setTargetsAction = verbAction(administrationInputs.setTargets, setTargets, recounted);
export const followOtherKindsAction = verbAction(administrationInputs.followOtherKinds, followOtherKinds, recounted);
export const setEscalationAction = verbAction(administrationInputs.setEscalation, setEscalation, recounted);
