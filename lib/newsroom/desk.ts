import { inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import { carriedTo, couldWaitFor, owesReview, ownWork } from './desk-candidates.ts';
import { rowViews } from './desk-rows.ts';
import type { EditionRowView, MyDesk } from './desk-shapes.ts';
import { strandedWords } from './drafting.ts';
import { byPublication, type EditionRecord, readEditionsInOrder } from './edition-record.ts';
import { isWriter, maySee, verbWorks } from './policy.ts';
import { reachedEditions } from './reached-editions.ts';
import { publicByTitle } from './title-search.ts';

/** The most lines one part of somebody's desk shows; a part that has as many may have more. */
export const deskLength = 50;

async function seen(actor: Actor, ids: readonly EditionId[]): Promise<EditionRecord[]> {
  return (await readEditionsInOrder(database(), ids)).filter((record) => maySee(actor, record.facts));
}

/** My desk: what waits for me, what came back and why, my drafts, what is under way, my stranded words. */
export async function myDesk(actor: Actor): Promise<MyDesk> {
  const at = now();
  const [waiting, carried, own] = await Promise.all([
    couldWaitFor(actor, deskLength),
    carriedTo(actor, deskLength),
    ownWork(actor, deskLength),
  ]);
  // Each is read once, however many parts it stands in.
  const records = await seen(actor, [...new Set([...waiting, ...carried, ...own])]);
  const byId = new Map(records.map((record) => [record.edition.id, record]));
  const those = (ids: readonly EditionId[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const waits = ({ facts, edition }: EditionRecord) =>
    verbWorks(actor, 'verify', facts, at) ||
    verbWorks(actor, 'confirm', facts, at) ||
    // What was withdrawn waits for nobody's second signature, though somebody may still give it.
    (edition.state !== 'retracted' && verbWorks(actor, 'second_review', facts, at)) ||
    verbWorks(actor, 'review_retraction', facts, at) ||
    (edition.state === 'in_editing' && edition.claimedBy === actor.userId);
  const isWithWriters = ({ edition }: EditionRecord) => edition.state === 'draft' || edition.state === 'returned';
  // An editor who sent words back has typed in them too, but they wait for their writers.
  const mineToWrite = (state: 'draft' | 'returned') =>
    those(own).filter(({ edition, facts }) => edition.state === state && isWriter(actor, facts));
  const parts = {
    waitingForMe: those(waiting).filter(waits),
    escalated: those(carried),
    returned: mineToWrite('returned'),
    drafts: mineToWrite('draft'),
    underWay: those(own).filter((record) => !isWithWriters(record) && !waits(record)),
  };
  const [views, stranded] = await Promise.all([rowViews(actor, records), strandedWords(actor)]);
  const viewOf = new Map(views.map((view) => [view.editionId, view]));
  const lines = (part: readonly EditionRecord[]) => part.flatMap(({ edition }) => viewOf.get(edition.id) ?? []);
  return {
    waitingForMe: lines(parts.waitingForMe),
    escalated: lines(parts.escalated),
    returned: lines(parts.returned),
    drafts: lines(parts.drafts),
    underWay: lines(parts.underWay),
    stranded: stranded.map(({ revisionId, articleId, title, at: since }) => ({
      revisionId,
      articleId,
      title,
      at: since,
    })),
  };
}

const perPage = 30;
/** Nobody leafs further, and to count so many before the first costs seconds. */
const mostPages = 500;

/** Live and retracted articles that still owe a second review come first, then by publication. */
export async function publishedList(
  actor: Actor,
  asked: number,
): Promise<{ rows: EditionRowView[]; page: number; hasMore: boolean }> {
  const page = Math.min(mostPages, Math.max(1, asked));
  const offset = (page - 1) * perPage;
  const owesNone = sql`(${editions.secondReviewDueAt} is null or ${editions.secondReviewedAt} is not null)`;
  const newestFirst = { by: sql`${editions.publishedAt}`, way: sql`desc nulls last` };
  // Live and retracted ones have an index each.
  const came: SQL[] = [
    sql`${editions.state} in ('published', 'archived') and ${owesNone}`,
    sql`${editions.state} = 'retracted' and ${owesNone}`,
  ];
  const first = await reachedEditions(actor, {
    ...newestFirst,
    among: [sql`${editions.state} in ('published', 'archived', 'retracted') and ${owesReview}`],
    limit: offset + perPage + 1,
  });
  const owing = first.slice(offset);
  const others =
    owing.length > perPage
      ? []
      : await reachedEditions(actor, {
          ...newestFirst,
          among: came,
          limit: perPage + 1 - owing.length,
          offset: Math.max(0, offset - first.length),
        });
  const ids = [...owing, ...others];
  const shown = await seen(actor, ids.slice(0, perPage));
  return { rows: await rowViews(actor, shown), page, hasMore: ids.length > perPage && page < mostPages };
}

/** What ended without publication and may be looked up or brought back, rejected and discarded, the newest first. */
export async function putAside(
  actor: Actor,
  olderThan?: EditionId,
): Promise<{ rows: EditionRowView[]; olderThan: EditionId | null }> {
  const before = olderThan === undefined ? sql`` : sql`and ${editions.id} < ${olderThan}`;
  const ids = await reachedEditions(actor, {
    among: [sql`${editions.state} in ('rejected', 'discarded') and ${editions.purgedAt} is null ${before}`],
    ...{ by: sql`${editions.id}`, way: sql`desc nulls last` },
    limit: deskLength + 1,
  });
  const page = ids.slice(0, deskLength);
  return {
    rows: await rowViews(actor, await seen(actor, page)),
    olderThan: ids.length > deskLength ? (page.at(-1) ?? null) : null,
  };
}

/** Live articles of the actor's portal whose title holds the text, for the editor's related picks. */
export async function findLiveArticles(
  actor: Actor,
  portal: PortalId,
  text: string,
): Promise<{ id: string; title: string }[]> {
  if (!actor.roles.some((held) => held.portalId === portal)) return [];
  const found = await publicByTitle(portal, text, { limit: 20 });
  if (found.length === 0) return [];
  return database()
    .select({ id: editions.articleId, title: editions.title })
    .from(editions)
    .where(inArray(editions.id, found))
    .orderBy(byPublication);
}
