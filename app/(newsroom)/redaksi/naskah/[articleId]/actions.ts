'use server';

import { z } from 'zod';
import { portalId, revisionId } from '#lib/ids.ts';
import { findLiveArticles } from '#lib/newsroom/desk.ts';
import * as drafting from '#lib/newsroom/drafting.ts';
import { linkableArticles } from '#lib/newsroom/linked-articles.ts';
import { mergeEditions } from '#lib/newsroom/merge-editions.ts';
import { moveToAgency } from '#lib/newsroom/move-to-agency.ts';
import * as judging from '#lib/newsroom/override-finding.ts';
import * as previewLinks from '#lib/newsroom/preview-links.ts';
import * as publishing from '#lib/newsroom/publishing.ts';
import * as scheduling from '#lib/newsroom/scheduling.ts';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { proposeHouseName } from '#lib/register/house-names.ts';
import { registerInputs } from '#lib/register/register-input.ts';
import { verbAction } from '#lib/web/action.ts';
import { showGuestAddress } from '#lib/web/guest-address.ts';

export const submit = verbAction(verbInputs.submit, publishing.submit);
export const withdraw = verbAction(verbInputs.withdraw, publishing.withdraw);
export const verify = verbAction(verbInputs.verify, publishing.verify);
export const claim = verbAction(verbInputs.claim, publishing.claim);
export const release = verbAction(verbInputs.release, publishing.release);
export const takeOver = verbAction(verbInputs.takeOver, publishing.takeOver);
export const returnEdition = verbAction(verbInputs.return, publishing.returnEdition);
export const reject = verbAction(verbInputs.reject, publishing.reject);
export const approve = verbAction(verbInputs.approve, publishing.approve);
export const confirm = verbAction(verbInputs.confirm, publishing.confirm);
export const publish = verbAction(verbInputs.publish, publishing.publish);
export const schedule = verbAction(verbInputs.schedule, scheduling.schedule);
export const unschedule = verbAction(verbInputs.unschedule, scheduling.unschedule);
export const publishNow = verbAction(verbInputs.publishNow, publishing.publishNow);
export const secondReview = verbAction(verbInputs.secondReview, publishing.secondReview);
export const startEdition = verbAction(verbInputs.startEdition, publishing.startEdition);
export const retract = verbAction(verbInputs.retract, publishing.retract);
export const reviewRetraction = verbAction(verbInputs.reviewRetraction, publishing.reviewRetraction);
export const restore = verbAction(verbInputs.restore, publishing.restore);
export const archive = verbAction(verbInputs.archive, publishing.archive);
export const unarchive = verbAction(verbInputs.unarchive, publishing.unarchive);
export const merge = verbAction(verbInputs.merge, mergeEditions);
export const moveAgency = verbAction(verbInputs.moveToAgency, moveToAgency);
export const discard = verbAction(verbInputs.discard, publishing.discard);
export const undiscard = verbAction(verbInputs.undiscard, publishing.undiscard);
export const place = verbAction(verbInputs.place, publishing.place, () => ({ message: 'Penempatan sudah diubah.' }));
export const addCoWriter = verbAction(verbInputs.coWriter, drafting.addCoWriter);
export const removeCoWriter = verbAction(verbInputs.coWriter, drafting.removeCoWriter);
export const createPreviewLink = verbAction(
  verbInputs.createPreviewLink,
  previewLinks.createPreviewLink,
  showGuestAddress,
);
export const revokePreviewLink = verbAction(verbInputs.revokePreviewLink, previewLinks.revokePreviewLink);
export const overrideFinding = verbAction(verbInputs.overrideFinding, judging.overrideFinding);
export const proposeName = verbAction(registerInputs.proposeHouseName, proposeHouseName, ({ state }) => ({
  result: { isApproved: state === 'approved' },
}));
export const settleStranded = verbAction(z.strictObject({ revisionId }), (actor, input) =>
  drafting.settleStranded(actor, input.revisionId),
);
export const findLive = verbAction(
  z.strictObject({ portalId, text: z.string().trim().min(1, 'Tulis sebagian judulnya.').max(100) }),
  (actor, input) => findLiveArticles(actor, input.portalId, input.text),
  (articles) => ({ result: articles }),
);
export const findLinkable = verbAction(
  z.strictObject({ portalId, what: z.enum(['article', 'event']), text: z.string().trim().max(100) }),
  linkableArticles,
  (found) => ({ result: found }),
);
