'use server';

import * as joint from '#lib/newsroom/joint-release.ts';
import * as access from '#lib/newsroom/nominated-access.ts';
import { verbAction } from '#lib/web/action.ts';

export const makeConfidential = verbAction(access.accessInputs.article, access.makeConfidential, () => ({
  message: 'Naskah ini sekarang rahasia.',
}));
export const openToAgency = verbAction(access.accessInputs.article, access.openToAgency, () => ({
  message: 'Naskah ini terbuka untuk perangkat daerah dan redaksi.',
}));
export const namePerson = verbAction(access.accessInputs.person, access.namePerson);
export const unnamePerson = verbAction(access.accessInputs.person, access.unnamePerson);
export const answerJoint = verbAction(joint.jointInput, joint.answerJoint, () => ({ message: 'Jawaban dicatat.' }));
