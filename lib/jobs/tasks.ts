import { z } from 'zod';
import { agencyId, articleId, assetId, editionId, portalId, userId } from '#lib/ids.ts';
import { makeRenditions } from '#lib/media/renditions.ts';
import { sweepMedia } from '#lib/media/sweep.ts';
import { makeTurnedCopy } from '#lib/media/turning.ts';
import { reopenDocument } from '#lib/newsroom/document-access.ts';
import { drawShareCard } from '#lib/newsroom/draw-share-card.ts';
import { heedPortalNames } from '#lib/newsroom/portal-names.ts';
import { publishApproved } from '#lib/newsroom/publishing.ts';
import { purgeDiscarded, purgePhoto } from '#lib/newsroom/purging.ts';
import { redrawShareCards } from '#lib/newsroom/redraw-share-cards.ts';
import { renewPages } from '#lib/newsroom/renewals.ts';
import { indexUnlisted, learnWordsOf } from '#lib/newsroom/search-upkeep.ts';
import type { JobName } from './queue.ts';

/** What a job does with its payload. It throws to be tried again later, and must bear running twice. */
export type JobTask = (payload: unknown) => Promise<void>;

const asset = z.strictObject({ assetId });
const turn = z.strictObject({ assetId, direction: z.enum(['left', 'right']), by: userId });
const edition = z.strictObject({ editionId });
const learned = z.strictObject({ articleId, isNew: z.boolean() });
const renamed = z.strictObject({ portalId, agencyId: agencyId.nullable(), before: articleId.nullable() });
const pages = z.strictObject({ portalId, names: z.string() });

export const tasks: Readonly<Record<JobName, JobTask>> = {
  make_renditions: (payload) => makeRenditions(asset.parse(payload).assetId),
  publish_approved: (payload) => publishApproved(edition.parse(payload).editionId),
  sweep_media: () => sweepMedia(),
  purge_discarded: () => purgeDiscarded(),
  purge_photo: (payload) => purgePhoto(asset.parse(payload).assetId),
  renew_pages: (payload) => renewPages(pages.parse(payload)),
  learn_words: (payload) => learnWordsOf(learned.parse(payload)),
  index_unlisted: () => indexUnlisted(),
  reopen_document: (payload) => reopenDocument(asset.parse(payload).assetId),
  turn_photo: (payload) => makeTurnedCopy(turn.parse(payload)),
  draw_share_card: (payload) => drawShareCard(edition.parse(payload).editionId),
  redraw_share_cards: (payload) => redrawShareCards(renamed.parse(payload)),
  heed_portal_names: () => heedPortalNames(),
};

/** Tasks that come round by themselves, on one machine each time; `match` as in a crontab, UTC. */
export const rounds: readonly { task: JobName; match: string }[] = [
  { task: 'sweep_media', match: '17 * * * *' },
  { task: 'purge_discarded', match: '41 * * * *' },
  { task: 'index_unlisted', match: '53 * * * *' },
  { task: 'heed_portal_names', match: '7 * * * *' },
];
