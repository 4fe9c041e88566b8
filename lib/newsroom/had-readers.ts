import type { EditionState } from '../../db/schema/enums.ts';

const states: readonly EditionState[] = ['published', 'archived', 'retracted', 'superseded'];

/** Whether readers have an edition in this state, or had it: then there is a sheet that shows who signed. */
export const hadReaders = (state: EditionState): boolean => states.includes(state);
