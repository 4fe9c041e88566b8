import { z } from 'zod';
import { closeDormant } from '#lib/accounts/dormancy.ts';
import { endPastDelegations } from '#lib/accounts/past-roles.ts';
import { watchBackups } from '#lib/backup/backup-watch.ts';
import { agencyId, articleId, assetId, editionId, mailId, portalId, userId } from '#lib/ids.ts';
import { checkSite } from '#lib/integrity/check-site.ts';
import { deliverMail } from '#lib/mail/deliver-mail.ts';
import { makeRenditions } from '#lib/media/renditions.ts';
import { sweepMedia } from '#lib/media/sweep.ts';
import { makeTurnedCopy } from '#lib/media/turning.ts';
import { watchChain } from '#lib/newsroom/chain-watch.ts';
import { watchDesk } from '#lib/newsroom/desk-watch.ts';
import { reopenDocument } from '#lib/newsroom/document-access.ts';
import { drawShareCard } from '#lib/newsroom/draw-share-card.ts';
import { listLinkHosts } from '#lib/newsroom/link-hosts-listed.ts';
import { checkIntegrity, placeIn } from '#lib/newsroom/nightly-check.ts';
import { heedPortalNames } from '#lib/newsroom/portal-names.ts';
import { listParagraphs } from '#lib/newsroom/published-paragraphs.ts';
import { purgeDiscarded, purgePhoto } from '#lib/newsroom/purging.ts';
import { recountTargets } from '#lib/newsroom/recount-targets.ts';
import { redrawShareCards } from '#lib/newsroom/redraw-share-cards.ts';
import { renewPages } from '#lib/newsroom/renewals.ts';
import { remindReviews } from '#lib/newsroom/review-reminders.ts';
import { indexUnlisted, learnWordsOf } from '#lib/newsroom/search-upkeep.ts';
import { weeklyFastLane } from '#lib/newsroom/weekly-fast-lane.ts';
import { mailDigests } from '#lib/notifications/mail-digests.ts';
import { mailNews } from '#lib/notifications/mail-news.ts';
import { tellPeople } from '#lib/notifications/tell-people.ts';
import { endTerms } from '#lib/privacy/retention.ts';
import { publishChainHead } from '#lib/record/chain-heads.ts';
import { keepSimilar } from '#lib/similar/similar-reads.ts';
import { heedFailedJobs } from './failed-jobs.ts';
import type { JobName } from './queue.ts';

/** What a job does with its payload. It throws to be tried again later, and must bear running twice. */
export type JobTask = (payload: unknown) => Promise<void>;

const asset = z.strictObject({ assetId });
const turn = z.strictObject({ assetId, direction: z.enum(['left', 'right']), by: userId });
const edition = z.strictObject({ editionId });
const learned = z.strictObject({ articleId, isNew: z.boolean() });
const renamed = z.strictObject({ portalId, agencyId: agencyId.nullable(), before: articleId.nullable() });
const portal = z.strictObject({ portalId });
const person = z.strictObject({ userId });
const mail = z.strictObject({ mailId });
const pages = z.strictObject({ portalId, names: z.string() });

export const tasks: Readonly<Record<JobName, JobTask>> = {
  make_renditions: (payload) => makeRenditions(asset.parse(payload).assetId),
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
  watch_desk: () => watchDesk(),
  recount_targets: (payload) => recountTargets(portal.parse(payload).portalId),
  find_similar: (payload) => keepSimilar(edition.parse(payload).editionId),
  tell_people: () => tellPeople(),
  mail_news: (payload) => mailNews(person.parse(payload).userId),
  mail_digests: () => mailDigests(),
  end_terms: () => endTerms(),
  remind_reviews: () => remindReviews(),
  weekly_fast_lane: () => weeklyFastLane(),
  deliver_mail: (payload) => deliverMail(mail.parse(payload).mailId),
  end_past_delegations: () => endPastDelegations(),
  close_dormant: () => closeDormant(),
  publish_chain_head: () => publishChainHead(),
  check_integrity: (payload) => checkIntegrity(placeIn(payload)),
  watch_chain: () => watchChain(),
  list_paragraphs: () => listParagraphs(),
  heed_failed_jobs: () => heedFailedJobs(),
  list_link_hosts: () => listLinkHosts(),
  check_site: () => checkSite(),
  watch_backups: () => watchBackups(),
};

/** Tasks that come round by themselves, on one machine each time; `match` as in a crontab, UTC. */
export const rounds: readonly { task: JobName; match: string }[] = [
  { task: 'sweep_media', match: '17 * * * *' },
  { task: 'purge_discarded', match: '41 * * * *' },
  { task: 'index_unlisted', match: '53 * * * *' },
  { task: 'heed_portal_names', match: '7 * * * *' },
  { task: 'watch_desk', match: '* * * * *' },
  { task: 'mail_digests', match: '*/5 * * * *' },
  { task: 'end_terms', match: '23 19 * * *' },
  { task: 'remind_reviews', match: '* * * * *' },
  // Monday at seven in western Indonesia, at eight in central.
  { task: 'weekly_fast_lane', match: '0 0 * * 1' },
  { task: 'end_past_delegations', match: '*/5 * * * *' },
  // In the morning of an office day, so that whoever is warned can ask somebody.
  { task: 'close_dormant', match: '10 1 * * 1-5' },
  // Once a day, in its first hour; every hour, so that a machine that was away is late only by that.
  { task: 'publish_chain_head', match: '4 * * * *' },
  // At night from west to east.
  { task: 'check_integrity', match: '20 18 * * *' },
  { task: 'watch_chain', match: '*/5 * * * *' },
  { task: 'list_paragraphs', match: '33 * * * *' },
  { task: 'heed_failed_jobs', match: '* * * * *' },
  { task: 'list_link_hosts', match: '34 * * * *' },
  { task: 'check_site', match: '*/5 * * * *' },
  { task: 'watch_backups', match: '*/10 * * * *' },
];
