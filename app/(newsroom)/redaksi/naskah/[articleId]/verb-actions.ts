import type { VerbActions } from '#components/newsroom/verbs/verb-bar.tsx';
import * as actions from './actions.ts';

const { submit, withdraw, verify, claim, release, takeOver, reject, approve, confirm, publish, publishNow } = actions;
const { schedule, unschedule, secondReview, startEdition, retract, reviewRetraction, restore } = actions;
const { archive, unarchive, discard, undiscard } = actions;

/** The verbs of an edition by the names its buttons know them by. */
export const verbActions: VerbActions = {
  ...{ submit, withdraw, verify, claim, release, takeOver, return: actions.returnEdition, reject, approve, confirm },
  ...{ publish, schedule, unschedule, publishNow, secondReview, startEdition, retract, reviewRetraction, restore },
  ...{ archive, unarchive, discard, undiscard },
};
